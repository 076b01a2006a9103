/** Makes the pack of a referral from what was kept when it was decided: made again, it is the same bytes. */
import type { LetterWork } from '../../events/letter-work.v1.ts'
import { zipOf } from '../../shared/adapters/storage/zip.ts'
import { referralPath } from '../../shared/domain/penalties/referral.ts'
import { referralDocument } from '../../shared/domain/penalties/referral-document.ts'
import { referralFiles } from '../../shared/domain/penalties/referral-files.ts'
import type { LetterPorts } from './ports.ts'
import { ReferralSchema } from './referral-file.ts'

export const makeReferral = async (
  { academy, referral }: Extract<LetterWork, { do: 'referral' }>,
  { letters, press, log }: LetterPorts,
): Promise<void> => {
  const kept = await letters.get(referralPath(academy, referral, 'matter.json'))
  if (kept === undefined) throw new Error('What a referral is made from is missing')
  const matter = ReferralSchema.parse(JSON.parse(Buffer.from(kept).toString('utf8')))
  const printing = await press.print(referralDocument(matter))
  if (!printing.printed) log.write('REFERRAL_NOT_PRINTED', { academy })
  // A name that the fonts do not have is no reason to send nothing: the tables say everything that the letter says.
  const pdf = printing.printed ? { 'referral.pdf': printing.letter.pdf } : {}
  const zip = zipOf({ ...referralFiles(matter), ...pdf })
  await letters.put(referralPath(academy, referral, 'pack.zip'), zip, 'application/zip')
}
