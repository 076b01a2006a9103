/** A child nobody can account for when a holiday begins goes to the safeguarding lead that afternoon, and stays visible through it. */
import { closedDaysAhead } from '../calendar.ts'
import { idOf } from '../ids.ts'
import type { Rule } from '../rule.ts'

export const beforeHoliday: Rule = {
  name: 'before-holiday',
  clause: 'Children missing education: no child is lost over a holiday',
  wishes: (facts) =>
    facts.isSchoolDay &&
    facts.reached('afternoon-close') &&
    closedDaysAhead(facts.known.calendar, facts.known.closures, facts.known.date) >= facts.policy.holiday.closedDays
      ? facts.known.cases
          .filter((each) => !each.closed && !facts.isAccountedFor(each.pupil))
          .map((each) => ({
            do: 'task',
            id: idOf(facts.known.date, 'holiday', each.pupil),
            kind: 'safeguarding',
            pupils: [each.pupil],
            about: each.caseId,
            due: facts.at(facts.policy.day.ends),
            doers: ['dsl'],
            urgent: true,
            why: 'School closes for some days and nobody can account for this child. Decide today what happens during the holiday.',
          }))
      : [],
}
