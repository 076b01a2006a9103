/** Who is sent which extract, and when: in sentences. */
import { keyName } from '../../shared/domain/extracts/keys/key-fault.ts'
import type { Policy } from '../policy.ts'
import { counted, doers, duration, sentence } from './words.ts'

const EVERY: Readonly<Record<Policy['extracts']['recipients'][number]['sends'][number]['every'], string>> = {
  daily: 'each school day',
  weekly: 'each week',
  monthly: 'each month',
  'half-term': 'each half term',
}

const later = (days: number): string =>
  days === 0 ? 'the night after' : `${counted(days, 'school day', 'school days')} later`

type Recipient = Policy['extracts']['recipients'][number]

const form = ({ format, encryption }: Recipient): string =>
  encryption
    ? `${format}, encrypted with ${encryption.with === 'age' ? 'age' : 'PGP'} for the key ${keyName(encryption)}`
    : format

const handedOver = ({ push }: Recipient): string =>
  push
    ? `brought by SFTP to ${push.folder} through ${push.connector}`
    : 'collected by a signed-in officer with a receipt'

export const toOthers = ({ extracts }: Policy): readonly string[] => [
  extracts.urn === ''
    ? 'No URN of the school is entered yet; rows leave it blank.'
    : `Every row names the school by its URN, ${extracts.urn}.`,
  ...extracts.recipients.map((recipient) =>
    recipient.on
      ? `${recipient.name}: ${recipient.sends.map(({ extract, every, afterSchoolDays }) => `${extract} of ${EVERY[every]}, made ${later(afterSchoolDays)}`).join('; ')}. As ${form(recipient)}, ${handedOver(recipient)}.`
      : `${recipient.name}: nothing is made; its extracts are off.`,
  ),
  `With each new one the ${counted(extracts.lookBack, 'period', 'periods')} before are looked at again: what marks have changed since is made anew, with a list of the differences.`,
  sentence(
    `neither collected nor brought within ${counted(extracts.chaseAfterSchoolDays, 'school day', 'school days')}, or with rows that were rejected: ${doers(extracts.doers)} sees to it within ${duration(extracts.dueInMinutes)}.`,
  ),
]
