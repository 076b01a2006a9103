/** What will happen next about a missing pupil, and when: read from the policy's own timetable and ladder, for a person to plan by. */
import type { LadderStep, Policy } from '../../../../academies/policy.ts'
import type { AbsenceCard } from '../../../../shared/domain/absence.ts'
import type { Known } from '../../../../shared/domain/known.ts'
import { fallsOn } from '../../../../shared/domain/ladder/falls-on.ts'
import type { LocalTime } from '../../../../shared/domain/time.ts'

const WORDS: Readonly<Record<LadderStep['do'], string>> = {
  call: 'A call',
  visit: 'A visit',
  referral: 'A referral to the Trust',
  'wider-search': 'The wider search',
  'text-all': 'A text to everybody who may be texted',
}

const isHeld = (known: Known, card: AbsenceCard): boolean => known.holds.some((hold) => hold.pupil === card.pupil)

/** When the first text about the child goes by itself today, if one is still to come. */
export const textAhead = (known: Known, policy: Policy, time: LocalTime, card: AbsenceCard): LocalTime | undefined => {
  const at = policy.sweeps['unreported-absence']
  const wasTexted = Object.values(card.texts).some((text) => text.kind === 'unreported')
  const isDue = card.sessions.AM !== undefined && card.sessions.AM.textNow !== true
  return isDue && !wasTexted && at > time && !isHeld(known, card) ? at : undefined
}

/** Moments still to come today, in order. */
const moments = (known: Known, policy: Policy, time: LocalTime, card: AbsenceCard) => {
  const { sweeps } = policy
  const day = known.cases.find((each) => each.pupil === card.pupil)?.days.length ?? 1
  const text = textAhead(known, policy, time, card)
  return [
    ...(text === undefined ? [] : [{ at: text, what: 'A text' }]),
    { at: sweeps.lunch, what: WORDS.call },
    ...policy.ladder
      .filter((step) => fallsOn(step, day))
      .map((step) => ({ at: sweeps[step.at], what: WORDS[step.do] })),
  ]
    .filter(({ at }) => at > time)
    .toSorted((one, other) => one.at.localeCompare(other.at))
}

/** A sentence for the row of a pupil of whom nothing has been heard. */
export const whatNext = (known: Known, policy: Policy, time: LocalTime, card: AbsenceCard): string => {
  if (isHeld(known, card)) return 'On hold: the named person decides what is done.'
  const [next] = moments(known, policy, time, card)
  return next ? `${next.what} at ${next.at} if nobody is reached.` : 'The case goes on on the next school day.'
}
