/** A missing-child referral pages the Trust at once, and is telephoned when the Trust has not acknowledged it in time. */
import { assigned } from '../assigned.ts'
import { idOf } from '../ids.ts'
import { pagesDue } from '../pages.ts'
import type { Rule, Wish } from '../rule.ts'
import { addMinutes } from '../time.ts'

export const referralWaits: Rule = {
  name: 'referral-waits',
  clause: 'Third day of no contact: referral made to missing persons contact (The Trust)',
  wishes: (facts) =>
    facts.known.tasks
      .filter((task) => task.kind === 'referral' && task.state === 'open')
      .flatMap((task): readonly Wish[] => {
        const patience = addMinutes(task.raised, facts.policy.referral.acknowledgeWithinMinutes)
        const page = pagesDue(facts, task.id, task.raised, [{ to: 'trust', afterMinutes: 0 }], 'page-referral')
        if (facts.now < patience) return [...page, { do: 'look', at: patience }]
        return [
          ...page,
          {
            do: 'task',
            id: idOf(task.date, 'ring-trust', ...task.pupils),
            kind: 'call',
            pupils: task.pupils,
            about: task.id,
            ...assigned(facts.policy.duties.ringTrust, facts.now),
            urgent: true,
            why: 'The Trust has not acknowledged the missing-child referral. Telephone the Trust now.',
          },
        ]
      }),
}
