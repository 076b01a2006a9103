/**
 * When attendance has not improved after the stage 1 letter, somebody arranges an ATTEND meeting in the family's case, and the parents are
 * invited to it by the stage 2 letter. Where it was cancelled, or is over before the letter was written, another is asked for the same day.
 */
import { assigned } from '../assigned.ts'
import { idOf } from '../ids.ts'
import type { Rule, Wish } from '../rule.ts'
import { askForLetters, dueToday } from '../stages/letter-due.ts'
import { meetingFor } from '../stages/meeting.ts'
import type { DueStep } from '../stages/steps.ts'

const WHY =
  'Attendance has not improved since the stage 1 letter. Arrange an ATTEND meeting: then the stage 2 letter invites to it.'

export const stage2Letter: Rule = {
  name: 'stage-2-letter',
  clause:
    "Persistent Absentees: if attendance doesn't improve then a stage 2 letter is sent via post for the parent/carer to be invited in for an ATTEND meeting",
  wishes: (facts): readonly Wish[] => {
    const due = dueToday(facts, 'stage-2')
    const { meetings, tasks, date } = facts.known
    const isSet = ({ pupil }: DueStep) => meetingFor(pupil, meetings, date) !== undefined
    const isAsked = ({ pupil }: DueStep) =>
      tasks.some(({ kind, state, pupils }) => kind === 'set-meeting' && state === 'open' && pupils.includes(pupil))
    const asks = due
      .filter((each) => !isSet(each) && !isAsked(each))
      .map(
        ({ pupil }): Wish => ({
          do: 'task',
          id: idOf('set-meeting', pupil, date),
          kind: 'set-meeting',
          pupils: [pupil],
          ...assigned(facts.policy.duties.stage, facts.now),
          urgent: false,
          why: WHY,
        }),
      )
    return [...asks, ...askForLetters(facts, 'stage-2', due.filter(isSet))]
  },
}
