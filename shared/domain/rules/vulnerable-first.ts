/** A vulnerable pupil without a reason goes to the top of the call list when the register closes; nobody waits for a text. */
import { SESSIONS } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Rule } from '../rule.ts'

export const vulnerableFirst: Rule = {
  name: 'vulnerable-first',
  clause: 'Attendance officers: robust first-day calling including priority routine for vulnerable children',
  wishes: (facts) =>
    facts.known.cards
      .filter((card) => facts.isSilent(card.pupil) && facts.isVulnerable(card.pupil))
      .map((card) => {
        const session = SESSIONS.findLast((each) => card.sessions[each] !== undefined) ?? 'AM'
        return {
          do: 'task',
          id: idOf(facts.known.date, 'first', card.pupil),
          kind: 'call',
          pupils: [card.pupil],
          classId: card.classId,
          session,
          due: facts.inMinutes(facts.policy.vulnerable.callWithinMinutes),
          doers: facts.policy.vulnerable.doers,
          urgent: true,
          why: 'A vulnerable pupil is not in and nobody has said why. Ring first.',
        }
      }),
}
