/** What a person may decide about a matter, and the record once they have. */
import type { PenaltyCount } from '../counting/penalty.ts'
import type { Pupil } from '../people.ts'
import { ok, type Result, refused } from '../result.ts'
import type { Consideration } from './consider.ts'
import type { ImprovementWindow } from './improve.ts'
import { type Moment, mayGetNotice, type Obstacle, obstaclesTo } from './obstacles.ts'
import type { PenaltyRecord } from './record.ts'

/** A decision as it is asked for. `weighed`: how what had to be weighed was; `support`: what was done to help, one sentence each. */
export type AskedDecision =
  | { readonly decision: 'not-referred'; readonly because: string }
  | {
      readonly decision: 'notice-to-improve'
      readonly because: string
      readonly support: readonly string[]
      readonly weighed?: string | undefined
    }
  | {
      readonly decision: 'refer'
      readonly because: string
      readonly parents: readonly string[]
      readonly support: readonly string[]
      /** Why help is no answer here, as with a holiday in term. */
      readonly supportNotFitting?: string | undefined
      readonly weighed?: string | undefined
    }

/** What stops a notice to improve: whatever would stop a notice, but that it may come before the threshold. */
const stopping = (obstacles: readonly Obstacle[], decision: AskedDecision['decision']): Obstacle | undefined =>
  obstacles.find(
    ({ code, effect }) => effect === 'stops' && !(decision === 'notice-to-improve' && code === 'below-threshold'),
  )

const whoMayNot = (
  asked: readonly string[],
  record: PenaltyRecord,
  pupil: Pupil,
  moment: Moment,
): string | undefined => {
  const may = new Set(mayGetNotice(record, pupil, moment.date, moment.policy).map(({ contactId }) => contactId))
  return asked.find((contactId) => !may.has(contactId))
}

/**
 * Whether a matter may be decided so today. Refused: `nothing-to-consider`, the code of an obstacle, `weigh-first`, `support-first` (the
 * framework asks for help before a notice) or `not-this-parent`.
 */
export const mayDecide = (
  asked: AskedDecision,
  matter: { readonly record: PenaltyRecord; readonly count: PenaltyCount; readonly pupil: Pupil },
  moment: Moment,
): Result<'may'> => {
  const { record, count, pupil } = matter
  const { sessions, warnAt } = moment.policy.penalties
  const least = asked.decision === 'notice-to-improve' ? warnAt : sessions
  if (count.standing === 'below' || count.sessions < least)
    return refused(
      'nothing-to-consider',
      `${count.sessions} sessions count for this pupil, or the matter has been considered already.`,
      'Look at the board of penalty notices again.',
    )
  if (asked.decision === 'not-referred') return ok('may')
  const obstacles = obstaclesTo(record, count, pupil, moment)
  const stop = stopping(obstacles, asked.decision)
  if (stop) return refused(stop.code, stop.says, 'Settle this first, or decide "not-referred" with the reason.')
  const weigh = obstacles.filter(({ effect }) => effect === 'weigh')
  if (weigh.length > 0 && asked.weighed === undefined)
    return refused('weigh-first', weigh.map(({ says }) => says).join(' '), 'Say under "weighed" how it was.', 'weighed')
  if (asked.decision === 'notice-to-improve') return ok('may')
  if (asked.support.length === 0 && asked.supportNotFitting === undefined)
    return refused(
      'support-first',
      'A notice is asked for only where help was given and failed, was refused, or would not fit.',
      'Say under "support" what was done, or under "supportNotFitting" why help is no answer.',
      'support',
    )
  const wrong = whoMayNot(asked.parents, record, pupil, moment)
  return wrong === undefined
    ? ok('may')
    : refused(
        'not-this-parent',
        'One of the parents named is no parent in law of this child, or had two notices in three years.',
        'Name parents whose "next" on the board is "first" or "second".',
        'parents',
      )
}

/** The last session that a decision looked at. */
export const lookedAtThrough = ({ counted }: PenaltyCount): string => counted.at(-1)?.date ?? ''

const withoutCase = ({ case: _was, ...record }: PenaltyRecord): PenaltyRecord => record

export const afterDecision = (
  record: PenaltyRecord,
  consideration: Consideration,
  improve?: ImprovementWindow,
): PenaltyRecord => ({
  ...withoutCase(record),
  considered: [...record.considered, consideration],
  ...(improve ? { improve } : {}),
})

/**
 * The record once a decision was taken back; the next night counts anew. Refused: `not-found`, `already` undone, `notice-recorded` while a
 * notice that followed it stands.
 */
export const afterUndo = (
  record: PenaltyRecord,
  id: string,
  undone: NonNullable<Consideration['undone']>,
  isStanding: (referral: string) => boolean,
): Result<PenaltyRecord> => {
  const decision = record.considered.find((each) => each.id === id)
  if (decision === undefined) return refused('not-found', 'There is no such decision.', 'Look at the pupil again.')
  if (decision.undone) return refused('already', 'The decision was taken back already.', 'Nothing needs doing.')
  if (isStanding(id))
    return refused('notice-recorded', 'A notice that followed this referral is recorded.', 'Undo the notice first.')
  const considered = record.considered.map((each) => (each.id === id ? { ...each, undone } : each))
  const ends = record.improve?.decision === id && record.improve.state === 'running'
  return ok({
    ...record,
    considered,
    ...(ends && record.improve ? { improve: { ...record.improve, state: 'withdrawn' as const } } : {}),
  })
}
