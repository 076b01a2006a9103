/** Shows what the contacts of some children would read, in which language and why, and what it would cost. Nothing is sent or kept. */
import type * as z from 'zod'
import { WORDING_CHECKS } from '../../../academies/contradictions/wordings.ts'
import type { PreviewBody } from '../../../events/api/wordings.ts'
import { findPupil } from '../../../shared/api/pupils.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { type FamilyWording, type PreviewedText, previewFor } from '../../../shared/domain/texts/preview.ts'
import type { Call } from '../call.ts'

/** The preview of one contact of one child. */
export interface ShownPreview extends PreviewedText {
  readonly pupil: string
}

export const previewWording = async (
  call: Call,
  wording: FamilyWording,
  { pupils, says, date = call.date, session }: z.output<typeof PreviewBody>,
): Promise<Result<readonly ShownPreview[]>> => {
  const wordings = says === undefined ? call.policy.wordings : { ...call.policy.wordings, [wording]: says }
  const policy = { ...call.policy, wordings }
  const [wrong] = WORDING_CHECKS.flatMap((check) => check(policy)).filter(
    ({ field }) => field === `wordings.${wording}`,
  )
  if (wrong) return refused('wrong-wording', `The wording ${wrong.what}`, wrong.remedy, 'says')
  const { stopped } = await call.stores.open(call.academy)
  const shown: ShownPreview[] = []
  for (const pupilId of pupils) {
    const pupil = await findPupil(call.stores, call.academy, pupilId)
    if (!pupil.ok) return pupil
    const texts = previewFor(policy, pupil.value, { wording, date, session, time: call.time, stopped })
    shown.push(...texts.map((text) => ({ pupil: pupilId, ...text })))
  }
  return ok(shown)
}
