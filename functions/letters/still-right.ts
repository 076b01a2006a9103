/** Looks again, just before a letter leaves the house, whether it may: a court order, a hold or an open case may be newer than the letter. */

import { schoolYearOf } from '../../shared/domain/calendar.ts'
import { letterRecipients } from '../../shared/domain/letter-recipients.ts'
import { windowLines } from '../../shared/domain/letters/address.ts'
import type { LetterDocument } from '../../shared/domain/letters/model.ts'
import { onRoll } from '../../shared/domain/people.ts'
import { isInDoubt } from '../../shared/domain/stages/marks-changed.ts'
import { localDate } from '../../shared/domain/time.ts'
import type { LetterPorts, Step } from './ports.ts'

/** `held`: nothing automatic goes out while this child is on hold or missing · `withdrawn`: it must not go to this person at this address. */
export type Verdict =
  | { readonly may: 'go' }
  | { readonly may: 'not'; readonly state: 'held' | 'withdrawn'; readonly why: string }

const not = (state: 'held' | 'withdrawn', why: string): Verdict => ({ may: 'not', state, why })

export const stillRight = async (
  { academy, letter, policy }: Step,
  document: LetterDocument,
  ports: Pick<LetterPorts, 'stores' | 'now'>,
): Promise<Verdict> => {
  const date = localDate(ports.now(), policy.zone)
  const [pupils, { holds, cases, meetings }] = await Promise.all([
    ports.stores.roll.pupils(academy, [letter.pupil], true),
    ports.stores.open(academy),
  ])
  const pupil = pupils[letter.pupil]
  if (pupil === undefined || !onRoll(pupil, date)) return not('withdrawn', 'The pupil has left the roll.')
  if (holds.some((hold) => hold.pupil === letter.pupil)) return not('held', 'The child is on hold.')
  if (cases.some((each) => each.pupil === letter.pupil)) return not('held', 'The child is missing: a case is open.')
  const isArranged = meetings.some(({ id, date: on }) => id === letter.meeting && date <= on)
  if (letter.meeting !== undefined && !isArranged)
    return not('withdrawn', 'The meeting it invites to was moved, cancelled, or is over.')
  const record = await ports.stores.stage(academy, schoolYearOf(letter.date), letter.pupil)
  const step = record.sent.find(({ letters }) => letters?.includes(letter.id))
  if (step !== undefined && isInDoubt(step))
    return not('held', 'Marks have changed since it was written, and by the marks of now it would not have gone.')
  const to = letterRecipients(pupil, date).to.find((each) => each.contactId === letter.contactId)
  if (to === undefined) return not('withdrawn', 'This parent may not be written to at this address any more.')
  const now = windowLines(to)?.slice(1).join('\n')
  return now === document.address.slice(1).join('\n')
    ? { may: 'go' }
    : not('withdrawn', 'The address has changed since the letter was written.')
}
