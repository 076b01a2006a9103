/**
 * A pupil who holds N when a register that is in has closed is missing and unexplained: an absence card is opened, and everything
 * else follows from it. A reason covers the sessions it speaks of. The afternoon inherits a morning's reason, unless that reason
 * was for the morning: after the dentist, or off-site education, the pupil is expected back.
 */
import type { Standing } from '../absence.ts'
import { CODES, type Code, isUnexplained, type Session } from '../codes.ts'
import { type Facts, SESSIONS } from '../facts.ts'
import { covering } from '../known-absence.ts'
import type { PupilKey } from '../people.ts'
import { waitsFor } from '../replies/proposals.ts'
import type { Rule } from '../rule.ts'

/** Reasons that end with the session; illness, leave and the like are of the day. */
const isOfTheSession = (code: Code): boolean => code === 'M' || code === 'J1' || CODES[code].category === 'activity'

/** What was said of the morning speaks of the morning only. */
const wasForMorning = (facts: Facts, pupil: PupilKey): boolean => {
  const { knownAbsences, date } = facts.known
  if (covering(knownAbsences, pupil, date, 'AM').length > 0) return true
  const morning = facts.mark(pupil, 'AM')
  return morning !== undefined && isOfTheSession(morning.code)
}

const standingOf = (facts: Facts, pupil: PupilKey, session: Session): Standing => {
  const morning = facts.card(pupil)?.sessions.AM?.standing
  const waits = facts.known.replies.some((reply) => waitsFor(reply, pupil, facts.known.date))
  if (waits) return 'answered'
  if (covering(facts.known.knownAbsences, pupil, facts.known.date, session).length > 0) return 'reported'
  if (session === 'AM') return 'unexplained'
  if (morning === 'answered') return 'answered'
  return morning === 'reported' && !wasForMorning(facts, pupil) ? 'reported' : 'unexplained'
}

export const unexplainedAbsence: Rule = {
  name: 'unexplained-absence',
  clause: 'Registration: a child whose absence has not been reported',
  wishes: (facts) =>
    SESSIONS.filter((session) => facts.hasClosed(session)).flatMap((session) =>
      facts.known.registers
        .filter((register) => register.session === session && register.submitted)
        .filter((register) => facts.isOpen(session, register.classId))
        .flatMap((register) =>
          Object.entries(register.marks)
            .filter(([pupil, mark]) => {
              const standing = facts.card(pupil)?.sessions[session]?.standing
              return isUnexplained(mark.code) && (standing === undefined || standing === 'withdrawn')
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
