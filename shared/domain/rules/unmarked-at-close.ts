/**
 * In a register that is in, a pupil nobody marked is absent without a reason when it closes and holds N, or the code of a
 * known absence. Source: SI 2024/208 regulation 10 Table 3; guidance paragraph 407: N at close, not later.
 */
import { assigned } from '../assigned.ts'
import { type Facts, SESSIONS } from '../facts.ts'
import { idOf } from '../ids.ts'
import { premarkOf } from '../known-absence.ts'
import { onRoll, type PupilKey } from '../people.ts'
import type { Register } from '../register.ts'
import type { Rule, Wish } from '../rule.ts'

const unmarked = (facts: Facts, register: Register): readonly PupilKey[] =>
  (facts.known.rosters[register.classId] ?? [])
    // A mark in another class's register is the pupil's: moved since, or taught there today.
    .filter((entry) => onRoll(entry, facts.known.date) && facts.mark(entry.key, register.session) === undefined)
    .map((entry) => entry.key)

/**
 * A teacher cannot hand in a register that leaves anybody out, so whoever has no mark joined the class since. Nobody looked for the
 * child: that is a question, and not yet an absence.
 */
const askAbout = (facts: Facts, register: Register, pupil: PupilKey): Wish => ({
  do: 'task',
  id: idOf(facts.known.date, 'newcomer', pupil, register.session),
  kind: 'amend-mark',
  pupils: [pupil],
  classId: register.classId,
  session: register.session,
  ...assigned(facts.policy.duties.question, facts.now),
  doers: facts.policy.duties.missingRegister.doers,
  urgent: true,
  why: 'This pupil joined the class after its register was taken. Look whether the child is here, and give the mark.',
})

/** Another system leaves out whoever is not in the room; but a pupil whose first day it is may have come after its register did. */
const giveN = (facts: Facts, register: Register, pupils: readonly PupilKey[]): readonly Wish[] => {
  const { classId, session } = register
  const isNew = (pupil: PupilKey) =>
    facts.policy.registerSource === 'firstbell' ||
    facts.known.rosters[classId]?.find((entry) => entry.key === pupil)?.admitted === facts.known.date
  const absent = pupils.filter((pupil) => !isNew(pupil))
  return [
    ...pupils.filter(isNew).map((pupil) => askAbout(facts, register, pupil)),
    ...(absent.length > 0 ? [{ do: 'mark', classId, session, pupils: absent, code: 'N' } as const] : []),
  ]
}

export const unmarkedAtClose: Rule = {
  name: 'unmarked-at-close',
  clause: 'Registration: 9.15 Register closes; regulation 10, code N',
  wishes: (facts) =>
    SESSIONS.filter((session) => facts.hasClosed(session)).flatMap((session) =>
      facts.known.registers
        .filter((register) => register.session === session && register.submitted)
        .filter((register) => facts.isOpen(session, register.classId))
        .flatMap((register) => {
          const byCode = Map.groupBy(
            unmarked(facts, register),
            (pupil) => premarkOf(facts.known.knownAbsences, pupil, facts.known.date, session)?.code ?? 'N',
          )
          return [...byCode].flatMap(([code, pupils]): readonly Wish[] =>
            code === 'N'
              ? giveN(facts, register, pupils)
              : [{ do: 'mark', classId: register.classId, session, pupils, code }],
          )
        }),
    ),
}
