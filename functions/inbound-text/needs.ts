/** What a text asks of a person, by how it was read and by who sent it. */
import type { ReplyReading } from '../../shared/domain/known.ts'
import type { Task } from '../../shared/domain/task.ts'

export type Need = Pick<Task, 'kind' | 'doers' | 'urgent' | 'why'> & { readonly dueInMinutes: number }

const office = (kind: Task['kind'], urgent: boolean, dueInMinutes: number, why: string): Need => ({
  kind,
  urgent,
  dueInMinutes,
  why,
  doers: ['office'],
})
const safeguarding = (why: string): Need => ({
  kind: 'safeguarding',
  doers: ['dsl'],
  urgent: true,
  dueInMinutes: 10,
  why,
})

/** An automatic answer asks nothing: it is no contact, and the timetable goes on. */
export const NEEDS: Readonly<Record<ReplyReading['kind'], Need | undefined>> = {
  reason: office('confirm-reply', false, 30, 'A parent answered. Confirm the reason that was read, or change it.'),
  coming: office('confirm-reply', false, 30, 'A parent says the child is on the way. Confirm, and look for the child.'),
  stop: office(
    'stopped-texts',
    true,
    60,
    'A contact has stopped our texts. Ring them about today, and agree another way.',
  ),
  start: undefined,
  danger: safeguarding('A reply has words that may mean danger. Read it now.'),
  'wrong-number': office(
    'wrong-number',
    true,
    30,
    'Whoever answered says the number is wrong. No text goes to it any more. Ring the family on another number and correct this one.',
  ),
  elsewhere: office(
    'unread',
    true,
    15,
    'A parent says the child is somewhere else, or thinks the child is here. Read it and ring.',
  ),
  foreign: office('unread', true, 15, 'A reply is in a language we cannot read. Find somebody who can.'),
  unclear: office('unread', false, 30, 'A reply could not be read by rules. Read it.'),
  empty: office('unread', false, 30, 'A reply holds no words. Ring the family.'),
  automatic: undefined,
}

export const UNKNOWN = office(
  'unknown-number',
  false,
  60,
  'A text came from a number that is no contact’s. Read it; do not answer with anything about a child.',
)
export const BARRED = safeguarding(
  'A contact who is barred from a child has texted about that child. Nothing was changed. Read it now.',
)
export const NOT_ENTITLED = office(
  'unread',
  true,
  15,
  'Somebody who neither has nor cares for the child answered. That is not contact: read it, and ring a parent.',
)
export const ANOTHER_DAY = office(
  'unread',
  false,
  30,
  'A reply speaks of a day to come, and says nothing of today. Read it and ask about today.',
)
export const NO_CHILD_HERE = office(
  'unread',
  false,
  60,
  'A reply came from a contact who has no child on the roll today. Read it.',
)
