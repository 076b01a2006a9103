/**
 * Whoever goes to a family's home has said when they will be back. When that time has passed without a word, somebody looks for them now.
 * Source: Health and Safety at Work etc. Act 1974 section 2; HSE, Protecting lone workers (INDG73): a check that they have returned.
 */
import { assigned } from '../assigned.ts'
import { idOf } from '../ids.ts'
import type { Rule } from '../rule.ts'

export const visitorNotBack: Rule = {
  name: 'visitor-not-back',
  clause: 'Undertake home visits to engage families and ensure children are safe',
  wishes: (facts) =>
    facts.known.tasks
      .filter((task) => task.kind === 'visitor-out' && task.state === 'open')
      .map((task) =>
        task.due > facts.now
          ? { do: 'look', at: task.due }
          : {
              do: 'task',
              id: idOf('not-back', task.id),
              kind: 'safeguarding',
              // About the visitor and no child: no hold on a family may keep it back.
              pupils: [],
              about: task.id,
              ...assigned(facts.policy.visits.notBack, facts.now),
              urgent: true,
              why: 'Somebody who went to a home has not said that they are back. Ring them now; if nobody answers, send somebody and ring 999.',
            },
      ),
}
