/**
 * A family that is asked to an ATTEND meeting hears of it at once where it is told by text, and is reminded shortly before. Never while the
 * child is on hold, missing or has an open case: then the lead decides how the family is told. When its day is over, the lead is asked what
 * came of it until somebody says.
 */
import type { MeetingDue } from '../attend/attend-case.ts'
import { outcomeTask, tellTask } from '../attend/meeting-task.ts'
import { type MeetingText, remindedOn, stepOf } from '../attend/tell-meeting.ts'
import { isRingOnly } from '../contacts.ts'
import type { Facts } from '../facts.ts'
import type { Rule, Wish } from '../rule.ts'
import { mayHear } from '../stages/may-hear.ts'
import { instantOf } from '../time.ts'

const NAME = 'meeting-told'
const LOST = ['failed', 'refused']

/** Parents, and whoever lives with the child. */
const invited = (facts: Facts, key: string): readonly string[] =>
  (facts.pupil(key)?.contacts ?? []).filter((contact) => !isRingOnly(contact)).map(({ contactId }) => contactId)

const asTask = (task: ReturnType<typeof tellTask>): readonly Wish[] => (task === undefined ? [] : [task])

/** The text, or a person where it may not go or reached nobody. */
const say = (facts: Facts, { pupil, id }: MeetingDue, text: MeetingText): readonly Wish[] => {
  if (!mayHear(facts, pupil))
    return asTask(tellTask(facts, pupil, 'No text goes: the child is on hold, missing, or has left.'))
  const step = stepOf(text, id)
  const sent = facts.texts(pupil, ['reminder']).filter((record) => record.step === step)
  if (sent.length > 0 && sent.every(({ state }) => LOST.includes(state)))
    return asTask(tellTask(facts, pupil, 'No text reached them.'))
  return [{ do: 'ask', kind: 'reminder', step, session: 'AM', pupil, to: invited(facts, pupil) }]
}

const about = (facts: Facts, meeting: MeetingDue): readonly Wish[] => {
  const { date } = facts.known
  if (meeting.date < date)
    return facts.isSchoolDay && facts.reached('register-close') ? [outcomeTask(facts, meeting)] : []
  if (instantOf(meeting.date, meeting.time, facts.policy.zone) <= facts.now) return []
  const reminder = remindedOn(meeting, facts.known.calendar, facts.policy.attend)
  const { at } = facts.policy.attend.remind
  const invitation = meeting.arrangedOn === date && meeting.tell === 'text' ? say(facts, meeting, 'invitation') : []
  if (reminder === date && facts.time >= at) return [...invitation, ...say(facts, meeting, 'reminder')]
  // The alarm is set when the meeting is arranged; on the day itself every look before the hour sets it again, which changes nothing.
  const isToSet = reminder !== undefined && (meeting.arrangedOn === date || reminder === date)
  return isToSet ? [...invitation, { do: 'look', at: instantOf(reminder, at, facts.policy.zone) }] : invitation
}

/** Tasks about meetings that have an outcome now, or were moved. */
const settled = ({ known }: Facts): readonly Wish[] =>
  known.tasks
    .filter(({ kind, state, rule }) => kind === 'attend-meeting' && state === 'open' && rule === NAME)
    .filter((task) => !known.meetings.some(({ id }) => id === task.about))
    .map(({ id }) => ({ do: 'settle', taskId: id, because: 'The meeting was held, rearranged or cancelled.' }))

export const meetingTold: Rule = {
  name: NAME,
  clause: 'Persistent Absentees: an ATTEND Panel meeting is arranged for the families',
  wishes: (facts) => [...facts.known.meetings.flatMap((meeting) => about(facts, meeting)), ...settled(facts)],
}
