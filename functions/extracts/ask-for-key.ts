/** An extract that cannot be encrypted is not made: the office is asked for a key that works, once a week while it goes on. */
import type { Recipient } from '../../shared/domain/extracts/may-collect.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Refusal } from '../../shared/domain/result.ts'
import { mondayOf } from '../../shared/domain/time.ts'
import { type AskPorts, askOffice, type Moment } from './ask-office.ts'

export const askForKey = (
  academy: string,
  { id: recipient, name }: Recipient,
  { why }: Refusal,
  moment: Moment,
  ports: AskPorts,
): Promise<void> =>
  askOffice(
    academy,
    {
      rule: 'extract-not-encrypted',
      id: idOf('extract-key', recipient, mondayOf(moment.date)),
      why: `Nothing is made for ${name}, because it cannot be encrypted. ${why} Ask ${name} for its present public key, and have the Trust enter it in the policy.`,
      detail: { recipient },
    },
    moment,
    ports,
  )
