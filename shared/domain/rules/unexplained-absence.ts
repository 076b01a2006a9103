/**
 * A pupil who holds N when a register that is in has closed is missing and unexplained: an absence card is opened, and everything
 * else follows from it. The afternoon inherits what the morning knew; a reason without dates covers the whole day.
 */
import type { Standing } from '../absence.ts'
import type { Session } from '../codes.ts'
import { type Facts, SESSIONS } from '../facts.ts'
import type { PupilKey } from '../people.ts'
import type { Rule } from '../rule.ts'

const standingOf = (facts: Facts, pupil: PupilKey, session: Session): Standing => {
  const morning = facts.card(pupil)?.sessions.AM?.standing
  const waits = facts.known.replies.some((reply) => reply.state === 'proposed' && reply.pupils.includes(pupil))
  if (waits) return 'answered'
  return session === 'PM' && (morning === 'reported' || morning === 'answered') ? morning : 'unexplained'
}

export const unexplainedAbsence: Rule = {
  name: 'unexplained-absence',
  clause: 'Registration: a child whose absence has not been reported',
  wishes: (facts) =>
    SESSIONS.filter((session) => facts.isOpen(session) && facts.hasClosed(session)).flatMap((session) =>
      facts.known.registers
        .filter((register) => register.session === session && register.submitted)
        .flatMap((register) =>
          Object.entries(register.marks)
            .filter(([pupil, mark]) => {
              const standing = facts.card(pupil)?.sessions[session]?.standing
              return mark.code === 'N' && (standing === undefined || standing === 'withdrawn')
            })
            .map(([pupil]) => ({
              do: 'follow' as const,
              pupil,
              classId: register.classId,
              session,
              standing: standingOf(facts, pupil, session),
              vulnerable: facts.isVulnerable(pupil),
            })),
        ),
    ),
}
