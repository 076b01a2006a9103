/** A further school day of silence is the next day of the ladder. Only school days with a register that is in are counted. */
import type { Rule } from '../rule.ts'

export const anotherSilentDay: Rule = {
  name: 'another-silent-day',
  clause: 'Second, third and fourth day of no contact',
  wishes: (facts) =>
    facts.known.cases
      .filter((each) => !each.closed && facts.isSilent(each.pupil) && !each.days.includes(facts.known.date))
      .map((each) => ({ do: 'step-case', caseId: each.caseId, pupil: each.pupil, day: facts.known.date, steps: [] })),
}
