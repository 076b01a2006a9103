/**
 * A child nobody can account for when a holiday begins goes to the safeguarding lead that afternoon, and stays visible through it. Snow on
 * the last day makes the holiday a day longer: then it is told on the day that would have been school.
 */
import { closedDaysAhead, isSchoolDay, lastDayWithSchool } from '../calendar.ts'
import type { Facts } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Rule } from '../rule.ts'

/** The last day with school when a holiday has begun by now, today or before today. */
const holidayAfter = (facts: Facts): string | undefined => {
  const { calendar, closures, date } = facts.known
  if (!isSchoolDay(calendar, date) || !facts.reached('afternoon-close')) return undefined
  const last = facts.isSchoolDay ? date : lastDayWithSchool(calendar, closures, date)
  return closedDaysAhead(calendar, closures, last) >= facts.policy.holiday.closedDays ? last : undefined
}

export const beforeHoliday: Rule = {
  name: 'before-holiday',
  clause: 'Children missing education: no child is lost over a holiday',
  wishes: (facts) => {
    const last = holidayAfter(facts)
    return last === undefined
      ? []
      : facts.known.cases
          .filter((each) => !each.closed && !facts.isAccountedFor(each.pupil))
          .map((each) => ({
            do: 'task',
            id: idOf(last, 'holiday', each.pupil),
            kind: 'safeguarding',
            pupils: [each.pupil],
            about: each.caseId,
            due: facts.at(facts.policy.day.ends),
            doers: ['dsl'],
            urgent: true,
            why: 'School closes for some days and nobody can account for this child. Decide today what happens during the holiday.',
          }))
  },
}
