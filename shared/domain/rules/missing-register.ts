/**
 * A missing register is never an absence and never texts anyone: the teacher and the office are chased, and when it is still
 * missing the Head counts heads. Source: guidance, registers at the start of each morning and once each afternoon.
 */

import { assigned } from '../assigned.ts'
import type { Session } from '../codes.ts'
import { type Facts, SESSIONS } from '../facts.ts'
import { idOf } from '../ids.ts'
import { onRoll, type SchoolClass } from '../people.ts'
import type { Rule, Wish } from '../rule.ts'
import { clockAfter, type Instant } from '../time.ts'

const headCountTime = (facts: Facts, session: Session) =>
  session === 'AM'
    ? facts.policy.registers.headCountAt
    : clockAfter(facts.policy.day.pmCloses, facts.policy.registers.pmHeadCountAfterMinutes)

/**
 * A register that is being saved or imported while it closes is in a moment later, and asks for no look of its own: its pupils would wait for the
 * next step of the timetable. An import may take this long.
 */
const IN_THE_MAKING_MINUTES = 5

const soonAfterClose = (facts: Facts, session: Session): Instant => {
  const { amCloses, pmCloses } = facts.policy.day
  return facts.at(clockAfter(session === 'AM' ? amCloses : pmCloses, IN_THE_MAKING_MINUTES))
}

/** As little of the facts as says whether a register should be in. */
export type RegisterFacts = Pick<Facts, 'isOpen' | 'register'> & {
  readonly known: Pick<Facts['known'], 'rosters' | 'date'>
}

/** By the roll of today; the count of the day of import may be of August. */
const hasPupils = (facts: RegisterFacts, schoolClass: SchoolClass): boolean =>
  facts.known.rosters[schoolClass.id]?.some((entry) => onRoll(entry, facts.known.date)) ?? schoolClass.pupils > 0

/** The session is school, has pupils of this class, and its register is not in. */
export const isRegisterMissing = (facts: RegisterFacts, schoolClass: SchoolClass, session: Session): boolean =>
  facts.isOpen(session) && hasPupils(facts, schoolClass) && !facts.register(schoolClass.id, session)?.submitted

const chase = (facts: Facts, schoolClass: SchoolClass, session: Session): readonly Wish[] => {
  const task = { do: 'task', kind: 'missing-register', pupils: [], classId: schoolClass.id, session } as const
  const words = session === 'AM' ? 'morning' : 'afternoon'
  const heads = headCountTime(facts, session)
  if (facts.time < heads) {
    const asked: Wish = {
      ...task,
      id: idOf(facts.known.date, 'register', schoolClass.id, session),
      ...assigned(facts.policy.duties.missingRegister, facts.now),
      urgent: false,
      why: `The ${words} register of ${schoolClass.name} is not in.`,
    }
    // Once that moment has passed it is taken out.
    return [asked, { do: 'look', at: soonAfterClose(facts, session) }, { do: 'look', at: facts.at(heads) }]
  }
  return [
    {
      ...task,
      id: idOf(facts.known.date, 'heads', schoolClass.id, session),
      ...assigned(facts.policy.duties.headCount, facts.now),
      urgent: true,
      why: `The ${words} register of ${schoolClass.name} is still not in. Count heads now.`,
    },
  ]
}

export const missingRegister: Rule = {
  name: 'missing-register',
  clause: 'Registration: a register is completed in each classroom; 9.15 Register closes',
  wishes: (facts) =>
    SESSIONS.filter(
      (session) => facts.isOpen(session) && facts.hasClosed(session) && facts.time < facts.policy.day.ends,
    ).flatMap((session) =>
      facts.known.classes
        .filter((schoolClass) => isRegisterMissing(facts, schoolClass, session))
        .flatMap((schoolClass) => chase(facts, schoolClass, session)),
    ),
}
