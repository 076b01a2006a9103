import * as z from 'zod'
import type { ReplyPreviewAnswer } from '../../../events/api/conversation-answers.ts'
import { ReplyPreviewBody } from '../../../events/api/conversations.ts'
import { PreviewBody } from '../../../events/api/wordings.ts'
import { pathId } from '../../../events/values.ts'
import { answer, OFFICE, resultAnswer } from '../../../shared/api/call.ts'
import { FAMILY_WORDINGS, type FamilyWording } from '../../../shared/domain/texts/preview.ts'
import { asWritten, byCarriers } from '../../../shared/domain/texts/written.ts'
import { type Route, route } from '../call.ts'
import { previewWording } from '../use-cases/preview-wording.ts'

const familyWording = z.enum(Object.keys(FAMILY_WORDINGS) as [FamilyWording, ...FamilyWording[]]) // a const object's keys

const preview = route(
  { roles: OFFICE, path: { academy: pathId, wording: familyWording }, body: PreviewBody },
  async (call, { wording }, body) =>
    resultAnswer(await previewWording(call, wording, body), 200, (texts) => ({ texts })),
)

/** No words of the family and no name is read for it: it is the policy's carriers alone that decide. */
const previewReply = route(
  { roles: OFFICE, path: { academy: pathId }, body: ReplyPreviewBody },
  async (call, _at, { body }) =>
    answer(200, asWritten(byCarriers(call.policy), body) satisfies z.input<typeof ReplyPreviewAnswer>),
)

export const wordingRoutes: Readonly<Record<string, Route>> = {
  'POST /academies/{academy}/wordings/{wording}/preview': preview,
  'POST /academies/{academy}/conversations/preview': previewReply,
}
