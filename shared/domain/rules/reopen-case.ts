/**
 * A case that the wrong child's arrival or a wrong mark closed goes on the same day where it stood: starting again at day 1 would put
 * the visit and the referral off by days. A child who truly came and then went missing is another matter, and another case.
 */
import type { Case } from '../case.ts'
import { isUnexplained } from '../codes.ts'
import type { Facts } from '../facts.ts'
import type { PupilKey } from '../people.ts'
import type { Rule } from '../rule.ts'

const isUnexplainedThen = (facts: Facts, pupil: PupilKey): boolean => {
  const mark = facts.mark(pupil, 'AM')
  return mark !== undefined && isUnexplained(mark.code)
}

/** Nothing that stands of the morning accounts for the child any more. */
const isMorningOpen = (facts: Facts, pupil: PupilKey): boolean => {
  const morning = facts.card(pupil)?.sessions.AM?.standing
  if (morning === 'unexplained' || morning === 'answered') return true
  return (morning === 'arrived' || morning === 'withdrawn') && isUnexplainedThen(facts, pupil)
}

/** The case that closed last today, when what closed it has turned out to be untrue. */
export const closedByMistake = (facts: Facts, pupil: PupilKey): Case | undefined =>
  facts.isSilent(pupil) && isMorningOpen(facts, pupil)
    ? facts.known.closedCases
        .filter((each) => each.pupil === pupil)
        .toSorted((one, other) => (one.closed?.at ?? '').localeCompare(other.closed?.at ?? ''))
        .at(-1)
    : undefined

export const reopenCase: Rule = {
  name: 'reopen-case',
  clause: 'First to fourth day of no contact: only contact made ends the steps',
  wishes: (facts) =>
    [...new Set(facts.known.closedCases.map((each) => each.pupil))].flatMap((pupil) => {
      const found = facts.caseOf(pupil) ? undefined : closedByMistake(facts, pupil)
      return found ? [{ do: 'reopen-case' as const, caseId: found.caseId, pupil }] : []
    }),
}
