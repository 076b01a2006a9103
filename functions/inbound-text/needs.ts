/** What a text asks of a person, by how it was read and by who sent it. */
import type { ReplyReading } from '../../shared/domain/known.ts'
import type { Task } from '../../shared/domain/task.ts'

export type Need = Pick<Task, 'kind' | 'urgent' | 'why'> & {
  /** Which duty of the policy it is. */
  readonly duty: 'reply' | 'urgentReply' | 'slowReply' | 'danger'
}

const office = (kind: Task['kind'], urgent: boolean, duty: Need['duty'], why: string): Need => ({
  kind,
  urgent,
  duty,
  why,
})
const safeguarding = (why: string): Need => ({
  kind: 'safeguarding',
  urgent: true,
  duty: 'danger',
  why,
})

/** An automatic answer asks nothing: it is no contact, and the timetable goes on. */
export const NEEDS: Readonly<Record<ReplyReading['kind'], Need | undefined>> = {
  reason: office('confirm-reply', false, 'reply', 'A parent answered. Confirm the reason that was read, or change it.'),
  coming: office(
    'confirm-reply',
    false,
    'reply',
    'A parent says the child is on the way. Confirm, and look for the child.',
  ),
  stop: office(
    'stopped-texts',
    true,
    'slowReply',
    'A contact has stopped our texts. Ring them about today, and agree another way.',
  ),
  start: undefined,
  danger: safeguarding('A reply has words that may mean danger. Read it now.'),
  'wrong-number': office(
    'wrong-number',
    true,
    'reply',
    'Whoever answered says the number is wrong. No text goes to it any more. Ring the family on another number and correct this one.',
  ),
  elsewhere: office(
    'unread',
    true,
    'urgentReply',
    'A parent says the child is somewhere else, or thinks the child is here. Read it and ring.',
  ),
  foreign: office('unread', true, 'urgentReply', 'A reply is in a language we cannot read. Find somebody who can.'),
  unclear: office('unread', false, 'reply', 'A reply could not be read by rules. Read it.'),
  empty: office('unread', false, 'reply', 'A reply holds no words. Ring the family.'),
  automatic: undefined,
}

export const UNKNOWN = office(
  'unknown-number',
  false,
  'slowReply',
  'A text came from a number that is no contact’s. Read it; do not answer with anything about a child.',
)
export const BARRED = safeguarding(
  'A contact who is barred from a child has texted about that child. Nothing was changed. Read it now.',
)
export const NOT_ENTITLED = office(
  'unread',
  true,
  'urgentReply',
  'Somebody who neither has nor cares for the child answered. That is not contact: read it, and ring a parent.',
)
export const ANOTHER_DAY = office(
  'unread',
  false,
  'reply',
  'A reply speaks of a day to come, and says nothing of today. Read it and ask about today.',
)
export const EARLIER_DAY = office(
  'confirm-reply',
  false,
  'reply',
  'A reply answers an earlier day’s text, and says nothing of today. Confirm it for that day, or change the day.',
)
export const CAME_LATE = office(
  'unread',
  true,
  'urgentReply',
  'A text that a parent sent on an earlier day reached us only now. Read which day it speaks of, and ring about today.',
)
export const NO_SCHOOL_TODAY = office(
  'unread',
  false,
  'slowReply',
  'A reply came on a day without school and names no day. Read it, and ask which day is meant.',
)
export const CAME_IN = office(
  'unread',
  false,
  'slowReply',
  'A reply came after the child had come in. Nothing was changed: read it, and amend the earlier mark if it gives the reason.',
)
export const MARKED_PRESENT = office(
  'unread',
  true,
  'urgentReply',
  'A parent says the child is away, and the register says present. Go and look, then correct whichever is wrong.',
)
export const NO_CHILD_HERE = office(
  'unread',
  false,
  'slowReply',
  'A reply came from a contact who has no child on the roll today. Read it.',
)

export const RECORD_WRONG = office(
  'unread',
  false,
  'reply',
  'A parent says on their page that the record is wrong. Read it, look at the register, put right what is wrong, and answer.',
)
export const LINE_REPORT = office(
  'confirm-reply',
  false,
  'reply',
  'A parent reported on the absence line and confirmed what was read back. Confirm the reason, or change it.',
)
export const CALL_BACK = office(
  'unread',
  true,
  'urgentReply',
  'A call to the absence line came to no confirmed report. Read or listen to what was left, and ring back.',
)
export const UNKNOWN_CALL = office(
  'unknown-number',
  false,
  'slowReply',
  'Somebody rang the absence line whose number is withheld or no contact’s. Listen to what was left; say nothing about a child to whoever it was.',
)
export const BARRED_CALL = safeguarding(
  'A contact who is barred from a child has rung the absence line. Nothing was changed, and they heard nothing. Read it now.',
)
