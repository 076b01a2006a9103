/**
 * A pupil who arrives after the register has closed is U, and the family is texted at once where the policy says so. A more fitting code sends nothing, and
 * nothing is sent about lateness where the family was already told that the child was missing: they get the correction.
 */
import { SESSIONS } from '../facts.ts'
import type { Rule, Wish } from '../rule.ts'

export const lateAfterClose: Rule = {
  name: 'late-after-close',
  clause: 'Registration: a late mark and text message home for any child who arrives after this time',
  wishes: (facts) =>
    SESSIONS.flatMap((session) =>
      facts.known.registers
        .filter((register) => register.session === session && facts.isOpen(session, register.classId))
        .flatMap((register) =>
          Object.entries(register.marks)
            .filter(([, mark]) => mark.code === 'U')
            .flatMap(([pupil]): readonly Wish[] => {
              if (facts.card(pupil)?.sessions[session] === undefined) {
                const vulnerable = facts.isVulnerable(pupil)
                return [{ do: 'follow', pupil, classId: register.classId, session, standing: 'arrived', vulnerable }]
              }
              const told = facts.texts(pupil, ['unreported', 'ladder']).some((text) => text.state !== 'refused')
              return told || !facts.policy.texts.lateArrivals
                ? []
                : [{ do: 'ask', kind: 'late', step: 'first', session, pupil, to: 'entitled' }]
            }),
        ),
    ),
}
