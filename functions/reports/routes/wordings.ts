import * as z from 'zod'
import { PreviewBody } from '../../../events/api/wordings.ts'
import { pathId } from '../../../events/values.ts'
import { OFFICE, resultAnswer } from '../../../shared/api/call.ts'
import { FAMILY_WORDINGS, type FamilyWording } from '../../../shared/domain/texts/preview.ts'
import { type Route, route } from '../call.ts'
import { previewWording } from '../use-cases/preview-wording.ts'

const familyWording = z.enum(Object.keys(FAMILY_WORDINGS) as [FamilyWording, ...FamilyWording[]]) // a const object's keys

const preview = route(
  { roles: OFFICE, path: { academy: pathId, wording: familyWording }, body: PreviewBody },
  async (call, { wording }, body) =>
    resultAnswer(await previewWording(call, wording, body), 200, (texts) => ({ texts })),
)

export const wordingRoutes: Readonly<Record<string, Route>> = {
  'POST /academies/{academy}/wordings/{wording}/preview': preview,
}
