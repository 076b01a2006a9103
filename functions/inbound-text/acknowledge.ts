/**
 * Thanks for an answer, so that a parent knows that it was read. Without a name of anybody, at most once a day to one contact, and never
 * to a stranger, somebody barred, a machine, whoever wrote words that may mean danger or wants no texts, or a parent for what came from a
 * number they have given up: somebody else may have written it.
 */
import type { TextPlanned } from '../../events/text-planned.v1.ts'
import { numbersOf } from '../../shared/domain/contacts.ts'
import type { ReplyReading } from '../../shared/domain/known.ts'
import { addMinutes } from '../../shared/domain/time.ts'
import type { Sender } from '../../shared/inbound/sender.ts'
import type { Heard } from './hear.ts'
import { BARRED } from './needs.ts'
import type { Setting } from './setting.ts'

const THANKED: readonly ReplyReading['kind'][] = ['reason', 'coming', 'elsewhere', 'unclear', 'foreign']

/**
 * The text to plan, or `undefined` when no thanks are due. It stands on the card of the first of the contact's children, whomever the
 * answer was about: that is what makes it one a day.
 */
export const acknowledgementOf = (
  { reply, needs }: Pick<Heard, 'reply' | 'needs'>,
  sender: Sender | undefined,
  mobile: string,
  { academy, date, now, version }: Setting,
): TextPlanned | undefined => {
  const { on, withinMinutes } = version.policy.replies.acknowledge
  const { contactId } = reply
  if (
    !on ||
    contactId === undefined ||
    needs.some(({ need }) => need === BARRED) ||
    !THANKED.includes(reply.reading.kind)
  )
    return undefined
  const [first] = (sender?.children ?? [])
    .filter((child) => child.contacts.some((each) => each.contactId === contactId && numbersOf(each).includes(mobile)))
    .map(({ key }) => key)
    .toSorted()
  if (first === undefined) return undefined
  return {
    to: 'contact',
    academy,
    date,
    session: 'AM',
    kind: 'acknowledgement',
    step: 'day',
    pupils: [first],
    contactId,
    ringOnly: false,
    usefulUntil: addMinutes(now, withinMinutes),
    rule: 'acknowledgement',
    clause: 'Clear and effective ways of communicating and sharing information with the school community',
    policy: version.version,
  }
}
