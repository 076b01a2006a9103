/** Keeps a referral in the form of its authority, has the pack made of it, and finds it again. */
import { letterReference } from '../../../../shared/domain/letters/stored.ts'
import type { Consideration } from '../../../../shared/domain/penalties/consider.ts'
import { missingFor, needsInWords } from '../../../../shared/domain/penalties/form-needs.ts'
import { referralPath } from '../../../../shared/domain/penalties/referral.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import type { PenaltyMatter } from '../../../../shared/penalties/load-penalties.ts'
import type { Call } from '../../call.ts'
import { type Refer, writeReferral } from './write-referral.ts'

const noForm = (code: string) =>
  refused(
    'no-form',
    `The policy has no form for authority ${code}.`,
    'Have the form of the authority added under penalties.forms.',
  )

/**
 * Written before the decision is: a decision without its pack is never found. Refused: `no-form`, or `form-incomplete` with what the
 * authority takes no referral without.
 */
export const keepReferral = async (
  call: Call,
  asked: Refer,
  consideration: Consideration,
  matter: PenaltyMatter,
): Promise<Result<'kept'>> => {
  const { academy, policy } = call
  const { id } = consideration
  const { [policy.localAuthority.code]: form } = policy.penalties.forms
  if (form === undefined) return noForm(policy.localAuthority.code)
  const referral = await writeReferral(call, asked, consideration, matter, form)
  const missing = missingFor(referral)
  if (missing.length > 0)
    return refused(
      'form-incomplete',
      `${policy.localAuthority.name} takes no referral without ${needsInWords(missing)}.`,
      'Have it put right in the school’s own system and import it, or do what is missing; then refer.',
    )
  const files = call.world.files(call.env.LETTERS_BUCKET)
  await files.put(referralPath(academy, id, 'matter.json'), JSON.stringify(referral), 'application/json')
  await call.world.queue(call.env.LETTERS_QUEUE_URL).send([{ do: 'referral', academy, referral: id }])
  return ok('kept')
}

/** A referral of this pupil, also one that was taken back: what was sent once can be read again. */
export const findReferral = async (call: Call, pupil: Pupil, id: string): Promise<Result<string>> => {
  const record = await call.stores.penaltyRecord(call.academy, pupil.key)
  const found = record?.considered.find((each) => each.id === id && each.decision === 'refer')
  return found ? ok(found.id) : refused('not-found', 'There is no such referral.', 'Look at the pupil again.')
}

export const referralAddress = async (call: Call, id: string): Promise<Result<string>> => {
  const files = call.world.files(call.env.LETTERS_BUCKET)
  const path = referralPath(call.academy, id, 'pack.zip')
  if ((await files.get(path)) === undefined)
    return refused('not-found', 'The pack is not made yet.', 'Wait a moment and ask again.')
  const name = `referral-${letterReference(call.academy, id)}.zip`
  return ok(await files.downloadAddress(path, { name, contentType: 'application/zip' }))
}
