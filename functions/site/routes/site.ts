import type * as z from 'zod'
import { TextNowBody } from '../../../events/api/site.ts'
import type { OnSiteAnswer, TextNowAnswer } from '../../../events/api/site-answers.ts'
import { localDate, pathId } from '../../../events/values.ts'
import { answer, OFFICE, resultAnswer } from '../../../shared/api/call.ts'
import { fullName } from '../../../shared/api/pupils.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { type Route, route } from '../call.ts'
import { onSite } from '../use-cases/on-site.ts'
import { textNow } from '../use-cases/text-now.ts'

const site = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const list = await onSite(call)
  return { ...answer(200, { ...list, asOf: call.now } satisfies z.input<typeof OnSiteAnswer>), comparedBy: list }
})

const named = (pupil: Pupil) => ({ id: pupil.pupilId, name: fullName(pupil) })

const texts = route(
  { roles: OFFICE, path: { academy: pathId, date: localDate }, body: TextNowBody },
  async (call, at, body) =>
    resultAnswer(
      await textNow(call, at.date, body.pupils),
      202,
      ({ asked, not }) =>
        ({
          asked: asked.map(named),
          not: not.map(({ pupil, why }) => ({ ...named(pupil), why })),
        }) satisfies z.input<typeof TextNowAnswer>,
    ),
)

export const siteRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/on-site': site,
  'POST /academies/{academy}/days/{date}/texts': texts,
}
