/** A task for the safeguarding lead that cannot wait pages them with a link only: no name, no words of anybody. Then the deputy, then the Head. */
import { pagesDue } from '../pages.ts'
import type { Rule } from '../rule.ts'

export const safeguardingPage: Rule = {
  name: 'safeguarding-page',
  clause: 'Absence from school is a potential safeguarding risk',
  wishes: (facts) =>
    facts.known.tasks
      .filter((task) => task.kind === 'safeguarding' && task.state === 'open' && task.urgent)
      .flatMap((task) => {
        const outOfHours = facts.known.replies.some((reply) => reply.id === task.about && reply.outOfHours)
        const steps = outOfHours
          ? [...facts.policy.replies.outOfHours.map((to) => ({ to, afterMinutes: 0 })), ...facts.policy.replies.pages]
          : facts.policy.replies.pages
        return pagesDue(facts, task.id, task.raised, steps, 'page-safeguarding')
      }),
}
