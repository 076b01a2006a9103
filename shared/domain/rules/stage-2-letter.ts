/**
 * When attendance has not improved after the stage 1 letter, somebody names the day of an ATTEND meeting, and the parents are invited to it by
 * the stage 2 letter. A meeting that is over before the letter was written is asked for again.
 */
import { idOf } from '../ids.ts'
import type { Rule, Wish } from '../rule.ts'
import { askForLetters, dueToday } from '../stages/letter-due.ts'
import { meetingFor } from '../stages/meeting.ts'

const WHY =
  'Attendance has not improved since the stage 1 letter. Arrange an ATTEND meeting: then the stage 2 letter invites to it.'

export const stage2Letter: Rule = {
  name: 'stage-2-letter',
  clause:
    "Persistent Absentees: if attendance doesn't improve then a stage 2 letter is sent via post for the parent/carer to be invited in for an ATTEND meeting",
  wishes: (facts): readonly Wish[] => {
    const due = dueToday(facts, 'stage-2')
    const { doers, dueInMinutes } = facts.policy.duties.stage
    const { meetings, date } = facts.known
    const isSet = (each: (typeof due)[number]) => meetingFor(each.pupil, each, meetings, date) !== undefined
    const waiting = due.filter((each) => !isSet(each))
    const asks = waiting.map(
      ({ pupil, on, meeting }): Wish => ({
        do: 'task',
        id: idOf('set-meeting', pupil, on, meeting?.date ?? ''),
        kind: 'set-meeting',
        pupils: [pupil],
        due: facts.inMinutes(dueInMinutes),
        doers,
        urgent: false,
        why: WHY,
      }),
    )
    return [...asks, ...askForLetters(facts, 'stage-2', due.filter(isSet))]
  },
}
