/** Contact made closes the case: an entitled adult has said where the child is, or staff have seen the child. Nothing less does. */
import type { Rule } from '../rule.ts'

export const contactMade: Rule = {
  name: 'contact-made',
  clause: 'First to fourth day of no contact: the steps end when contact is made',
  wishes: (facts) =>
    facts.known.cases
      .filter((each) => !each.closed && facts.isAccountedFor(each.pupil))
      .map((each) => ({ do: 'close-case', caseId: each.caseId, pupil: each.pupil, because: 'contact made' })),
}
