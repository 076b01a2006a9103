/** What a person is asked about a meeting: to tell the family of it, or to say what came of it. */
import { assigned } from '../assigned.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { TaskOrder } from '../order.ts'
import type { PupilKey } from '../people.ts'
import type { MeetingDue } from './attend-case.ts'

type MeetingTask = Omit<TaskOrder, 'rule' | 'clause'>

/** Whose meeting it is: of brothers and sisters, one task for all of them. */
const whose = (facts: Facts, { id, pupil }: Pick<MeetingDue, 'id' | 'pupil'>): readonly PupilKey[] =>
  [...new Set([pupil, ...facts.known.meetings.filter((each) => each.id === id).map((each) => each.pupil)])].toSorted()

const task = (facts: Facts, { id, pupil }: MeetingDue, what: 'tell' | 'outcome', why: string): MeetingTask => ({
  do: 'task',
  id: idOf(what, id),
  kind: 'attend-meeting',
  pupils: whose(facts, { id, pupil }),
  about: id,
  ...assigned(facts.policy.duties.panel, facts.now),
  urgent: false,
  why,
})

/** No text about the meeting may go, or none arrived: a person tells the family. Nothing where no meeting is arranged any more. */
export const tellTask = (facts: Facts, pupil: PupilKey, because: string): MeetingTask | undefined => {
  const meeting = facts.known.meetings.find((each) => each.pupil === pupil)
  return meeting && task(facts, meeting, 'tell', `Tell the family when and where the ATTEND meeting is. ${because}`)
}

/** The day of the meeting is over, and nobody has written who came. */
export const outcomeTask = (facts: Facts, meeting: MeetingDue): MeetingTask =>
  task(
    facts,
    meeting,
    'outcome',
    'An ATTEND meeting was to be held. Record who came and what was agreed, or rearrange it.',
  )
