/** The social worker or youth offending worker hears of an unexplained absence the same day. Source: guidance, chapter on pupils with a social worker. */

import type { Policy } from '../../../academies/policy.ts'
import { idOf } from '../ids.ts'
import { type AgencyKind, inForce, type Pupil } from '../people.ts'
import type { Rule } from '../rule.ts'

const WORDS: Readonly<Record<AgencyKind, string>> = {
  'social-worker': 'social worker',
  'youth-offending': 'youth offending worker',
  'virtual-school': 'Virtual School',
  'early-help': 'early help worker',
}

const agenciesToTell = (pupil: Pupil | undefined, policy: Policy, date: string): readonly AgencyKind[] => {
  if (!pupil) return []
  const named = pupil.agencies.filter((agency) => inForce(agency, date)).map((agency) => agency.kind)
  const flagged: readonly AgencyKind[] = pupil.flags.includes('socialWorker') ? ['social-worker'] : []
  return [...new Set([...named, ...flagged])].filter((kind) => policy.vulnerable.tell.includes(kind))
}

export const tellAgency: Rule = {
  name: 'tell-agency',
  clause: 'Liaise with other agencies: where a young person has a social worker or is otherwise vulnerable',
  wishes: (facts) =>
    facts.known.cards
      .filter((card) => facts.isSilent(card.pupil))
      .flatMap((card) =>
        agenciesToTell(facts.pupil(card.pupil), facts.policy, facts.known.date).map((kind) => ({
          do: 'task' as const,
          id: idOf(facts.known.date, 'tell', card.pupil, kind),
          kind: 'tell-agency' as const,
          pupils: [card.pupil],
          classId: card.classId,
          about: kind,
          due: facts.at(facts.policy.day.ends),
          doers: facts.policy.vulnerable.tellDoers,
          urgent: false,
          why: `Tell the ${WORDS[kind]} today that the pupil is absent and nobody has said why.`,
        })),
      ),
}
