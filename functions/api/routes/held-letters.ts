import { HeldLettersBody } from '../../../events/api/held-letters.ts'
import { pathId } from '../../../events/values.ts'
import { isLetterStep } from '../../../shared/domain/stages/steps.ts'
import { answer, LEADS, type Route, resultAnswer, route } from '../call.ts'
import { readPupils } from '../show.ts'
import { settleHeldLetters } from '../use-cases/letters/held-letters.ts'
import { showTally } from '../use-cases/pupils/attendance-figures.ts'

const list = route({ roles: LEADS, path: { academy: pathId } }, async (call) => {
  const { due } = await call.stores.open(call.academy)
  const letters = due.filter(({ step }) => isLetterStep(step))
  const { ids } = await readPupils(
    call,
    letters.map(({ pupil }) => pupil),
  )
  return answer(200, {
    letters: letters.map(({ pupil, step, on, tally, released }) => ({
      pupil: ids([pupil])[0] ?? pupil,
      letter: step,
      on,
      figures: showTally(tally),
      released: released ?? null,
    })),
  })
})

const settle = route(
  { roles: ['lead', 'head'], path: { academy: pathId }, body: HeldLettersBody },
  async (call, _at, body) => resultAnswer(await settleHeldLetters(call, body), 200),
)

export const heldLetterRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/letters/held': list,
  'POST /academies/{academy}/letters/held': settle,
}
