/**
 * A family was told that nobody knows where their child is, and the school did know: the child is taught elsewhere, was not due, or there
 * is no school. The wording of a correction says "marked present", which is not so: a person rings, once. A reason that the family gave
 * is none of this: the text was true.
 */
import type { AbsenceCard } from '../absence.ts'
import { CODES, type Code } from '../codes.ts'
import type { Facts } from '../facts.ts'
import { ELSEWHERE_WHY, putRightTask } from '../put-right.ts'
import type { Rule } from '../rule.ts'
import { mayHaveGone } from './correction.ts'

/** Not due at this school, by the school's own word; activities elsewhere are a category of their own. */
const NOT_DUE: readonly Code[] = ['D', 'X', 'C2', 'Y3', 'Y4', 'Z', '#']

/** The school knew why the child was not there, so that a text that nobody knows was wrong. */
export const isKnownElsewhere = (code: Code): boolean => CODES[code].category === 'activity' || NOT_DUE.includes(code)

const isInError = (facts: Facts, card: AbsenceCard): boolean => {
  const corrected = facts
    .texts(card.pupil, ['correction'])
    .filter(mayHaveGone)
    .map((text) => text.contactId)
  return facts
    .texts(card.pupil, ['unreported', 'ladder'])
    .filter((text) => mayHaveGone(text) && !corrected.includes(text.contactId))
    .some(({ session }) => {
      if (!facts.isOpen(session, card.classId)) return true
      const mark = facts.mark(card.pupil, session)
      return mark !== undefined && isKnownElsewhere(mark.code)
    })
}

export const toldInError: Rule = {
  name: 'told-in-error',
  clause: 'Communicate openly and honestly: a wrong message is put right at once',
  wishes: (facts) =>
    facts.known.cards
      .filter((card) => !facts.isSilent(card.pupil) && isInError(facts, card))
      .map((card) => putRightTask(facts, card.pupil, ELSEWHERE_WHY)),
}
