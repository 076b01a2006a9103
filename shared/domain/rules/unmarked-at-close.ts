/**
 * In a register that is in, a pupil nobody marked is absent without a reason when it closes and holds N, or the code of a
 * known absence. Source: SI 2024/208 regulation 10 Table 3; guidance paragraph 407: N at close, not later.
 */
import { type Facts, SESSIONS } from '../facts.ts'
import { premarkOf } from '../known-absence.ts'
import { onRoll, type PupilKey } from '../people.ts'
import type { Register } from '../register.ts'
import type { Rule } from '../rule.ts'

const unmarked = (facts: Facts, register: Register): readonly PupilKey[] =>
  (facts.known.rosters[register.classId] ?? [])
    .filter((entry) => onRoll(entry, facts.known.date) && register.marks[entry.key] === undefined)
    .map((entry) => entry.key)

export const unmarkedAtClose: Rule = {
  name: 'unmarked-at-close',
  clause: 'Registration: 9.15 Register closes; regulation 10, code N',
  wishes: (facts) =>
    SESSIONS.filter((session) => facts.isOpen(session) && facts.hasClosed(session)).flatMap((session) =>
      facts.known.registers
        .filter((register) => register.session === session && register.submitted)
        .flatMap((register) => {
          const byCode = Map.groupBy(
            unmarked(facts, register),
            (pupil) => premarkOf(facts.known.knownAbsences, pupil, facts.known.date, session) ?? 'N',
          )
          return [...byCode].map(
            ([code, pupils]) => ({ do: 'mark', classId: register.classId, session, pupils, code }) as const,
          )
        }),
    ),
}
