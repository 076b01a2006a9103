/** Who crossed a line of attendance and whose family has not heard of it yet, who is about to, and who is persistently late. */
import type * as z from 'zod'
import type { ThresholdsAnswer } from '../../../events/api/lead.ts'
import { yearToDateCounts } from '../../../shared/counting/counts.ts'
import { isBelow } from '../../../shared/domain/counting/boundaries.ts'
import { sessionsUntilBelow } from '../../../shared/domain/counting/margin.ts'
import { ratesOf } from '../../../shared/domain/counting/rate.ts'
import type { Tally } from '../../../shared/domain/counting/tally.ts'
import { firstName, onRoll, type Pupil } from '../../../shared/domain/people.ts'
import { isPersistentlyLate } from '../../../shared/domain/stages/lateness.ts'
import type { Call } from '../call.ts'

type Board = z.input<typeof ThresholdsAnswer>
type Near = Board['near'][number]

/** Three school days: time for a talk before a line is crossed. */
const NEAR_SESSIONS = 6

const shown = (pupil: Pupil, tally: Tally) => ({
  pupil: { id: pupil.pupilId, name: `${firstName(pupil)} ${pupil.surname}`, class: pupil.classId },
  attendance: ratesOf(tally).attendance,
})

/** The next line down that the pupil is not below yet, where it is near. */
const nearOf = (call: Call, pupil: Pupil, tally: Tally): readonly Near[] => {
  const { warning, stage1, minimumSessions } = call.policy.thresholds
  if (tally.possible < minimumSessions) return []
  const below = [warning, stage1].find((line) => !isBelow(tally, line))
  const sessions = below === undefined ? undefined : sessionsUntilBelow(tally, below, NEAR_SESSIONS)
  return below === undefined || sessions === undefined ? [] : [{ ...shown(pupil, tally), below, sessions }]
}

/** The board as the last night counted it; the nearest first. */
export const thresholds = async (call: Call): Promise<Board> => {
  const [{ tallies, span }, { due }] = await Promise.all([
    yearToDateCounts(call.stores, call.academy, call.date),
    call.stores.open(call.academy, false),
  ])
  const keys = new Set([...tallies.keys(), ...due.map(({ pupil }) => pupil)])
  const pupils = await call.stores.roll.pupils(call.academy, [...keys])
  const counted = [...tallies].flatMap(([key, tally]) => {
    const pupil = pupils[key]
    return pupil && onRoll(pupil, call.date) ? [{ pupil, tally }] : []
  })
  const { target, warning, stage1, lateEvery } = call.policy.thresholds
  return {
    through: span.until,
    lines: { target, warning, stage1, lateEvery },
    crossed: due
      .flatMap(({ pupil: key, step, on, tally }) => {
        const pupil = pupils[key]
        return pupil ? [{ ...shown(pupil, tallies.get(key) ?? tally), step, on }] : []
      })
      .toSorted((one, other) => one.on.localeCompare(other.on)),
    near: counted
      .flatMap(({ pupil, tally }) => nearOf(call, pupil, tally))
      .toSorted((one, other) => one.sessions - other.sessions || one.pupil.id.localeCompare(other.pupil.id)),
    late: counted
      .filter(({ tally }) => isPersistentlyLate(tally, call.policy.thresholds))
      .map(({ pupil, tally }) => ({ ...shown(pupil, tally), late: tally.late }))
      .toSorted((one, other) => other.late - one.late),
  }
}
