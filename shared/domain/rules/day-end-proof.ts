/**
 * The day's proof to the Lead: every absent child is explained, or somebody is doing something by a time. A child without an owner
 * gets one here, so that the number of unowned children is zero because of this rule and not by luck. A class whose register never
 * came is in it: of those children nobody knows.
 */

import { followsAbsence } from '../absence.ts'
import { assigned } from '../assigned.ts'
import { callTask } from '../call.ts'
import { type Facts, SESSIONS } from '../facts.ts'
import { idOf } from '../ids.ts'
import type { Rule, Wish } from '../rule.ts'
import type { Task, TaskKind } from '../task.ts'
import { localTime } from '../time.ts'
import { isRegisterMissing } from './missing-register.ts'

/** Tasks by which somebody is looking for a child. A proof of an earlier day is not one of them. */
const FOLLOWS_UP: Readonly<Partial<Record<TaskKind, string>>> = {
  call: 'to be rung',
  visit: 'to be visited',
  referral: 'referred to the Trust',
  'wider-search': 'in the wider search',
  'held-duty': 'with the named person',
  safeguarding: 'with the safeguarding lead',
  'disputed-mark': 'to be looked for in school',
  'confirm-reply': 'answered, to be confirmed',
  unread: 'answered, to be read',
}

/** "3 to be visited by 16:30": what is being done for the children in hand, and by when at the latest. */
const inHand = (facts: Facts, tasks: readonly Task[], silent: readonly string[]): string =>
  Object.entries(FOLLOWS_UP)
    .flatMap(([kind, words]) => {
      const about = tasks.filter((task) => task.kind === kind && task.pupils.some((pupil) => silent.includes(pupil)))
      const pupils = new Set(about.flatMap((task) => task.pupils.filter((pupil) => silent.includes(pupil))))
      const latest = about
        .map((task) => task.due)
        .toSorted()
        .at(-1)
      return latest === undefined ? [] : [`${pupils.size} ${words} by ${localTime(latest, facts.policy.zone)}`]
    })
    .join(', ')

const missingRegisters = (facts: Facts): readonly string[] =>
  SESSIONS.flatMap((session) =>
    facts.known.classes
      .filter((schoolClass) => isRegisterMissing(facts, schoolClass, session))
      .map((schoolClass) => `${schoolClass.name} ${session}`),
  )

const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(' ')

export const dayEndProof: Rule = {
  name: 'day-end-proof',
  clause: 'Daily: ensuring detailed records; every absent child explained or followed up',
  wishes: (facts) => {
    if (!facts.isSchoolDay || !facts.reached('day-end')) return []
    const silent = facts.known.cards
      .filter((card) => facts.isSilent(card.pupil))
      .map((card) => card.pupil)
      .toSorted()
    const open = facts.known.tasks.filter((task) => task.state === 'open' && FOLLOWS_UP[task.kind] !== undefined)
    const owned = new Set(open.flatMap((task) => task.pupils))
    const orphans = silent.filter((pupil) => !owned.has(pupil))
    const absent = facts.known.cards.filter(followsAbsence).length
    const doing = inHand(facts, open, silent)
    const missing = missingRegisters(facts)
    const proof: Wish = {
      do: 'task',
      id: idOf(facts.known.date, 'proof'),
      kind: 'day-end',
      pupils: silent,
      ...assigned(facts.policy.duties.proof, facts.now),
      urgent: missing.length > 0,
      why: sentences(
        `${absent} followed up today: ${absent - silent.length} accounted for, ${silent.length} in hand.`,
        doing === '' ? undefined : `In hand: ${doing}.`,
        `${orphans.length} of them had no owner and were put on the call list.`,
        missing.length === 0 ? undefined : `Registers that never came, so nobody knows: ${missing.join(', ')}.`,
      ),
    }
    return [
      ...orphans.map((pupil) =>
        callTask(facts, pupil, 'Nobody has said where the child is and nobody is following it up. Ring now.', {
          urgent: true,
          since: facts.at(facts.policy.sweeps['day-end']),
        }),
      ),
      proof,
    ]
  },
}
