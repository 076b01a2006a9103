/** Spells of absence of one pupil, day by day: who is away today is often away tomorrow. */
import type { Session } from '../../../shared/domain/codes.ts'
import type { Chance } from '../chance.ts'
import type { Frailty } from './frailty.ts'
import type { Rates, Reason } from './rates.ts'

export interface Away {
  readonly reason: Reason
  /** The spell began in this session. */
  readonly begins: boolean
}

export type DayAway = Readonly<Partial<Record<Session, Away>>>

/** Most of a pupil's time that may go in spells, however frail. */
const MOST_AWAY = 0.8
/** Days lived through before the first, so that some are away already when it begins. */
const BEFORE = 15
/** Spells of more than a session that begin at lunch. */
const FROM_LUNCH = 0.1

/** Mean of something over a reason's spells. */
const meanOf = ({ spells }: Reason, of: (length: number) => number): number => {
  const weights = spells.reduce((sum, [, weight]) => sum + weight, 0)
  return spells.reduce((sum, [length, weight]) => sum + of(length) * weight, 0) / weights
}

const fullDays = (sessions: number): number => Math.ceil(sessions / 2)

/** School days after its first that a spell takes, on which no other can begin. */
const daysAfterFirst = (length: number): number =>
  length === 1 ? 0 : (1 - FROM_LUNCH) * fullDays(length) + FROM_LUNCH * fullDays(length + 1) - 1

/** How likely each reason is to begin on a day on which none runs, so that in the long run its share comes out. */
const hazards = (rates: Rates, frailty: Frailty): readonly (readonly [Reason, number])[] => {
  const wanted = rates.reasons.map((reason) => [reason, (reason.percent / 100) * frailty[reason.runsWith]] as const)
  const total = wanted.reduce((sum, [, share]) => sum + share, 0)
  const scale = total > MOST_AWAY ? MOST_AWAY / total : 1
  const starts = wanted.map(
    ([reason, share]) => [reason, (2 * share * scale) / meanOf(reason, (length) => length)] as const,
  )
  const taken = starts.reduce((sum, [reason, each]) => sum + each * meanOf(reason, daysAfterFirst), 0)
  return starts.map(([reason, each]) => [reason, each / (1 - taken)] as const)
}

const drawn = (chance: Chance, of: readonly (readonly [Reason, number])[]): Reason | undefined => {
  let left = chance.share()
  for (const [reason, likely] of of) {
    left -= likely
    if (left < 0) return reason
  }
  return undefined
}

/** What a pupil misses on each of so many school days. The beginning does not depend on how many follow. */
export const spellsOf = (days: number, rates: Rates, frailty: Frailty, chance: Chance): readonly DayAway[] => {
  const likely = hazards(rates, frailty)
  const out: DayAway[] = []
  let running: Reason | undefined
  let left = 0
  for (let day = -BEFORE; day < days; day++) {
    const away: Partial<Record<Session, Away>> = {}
    const began = left === 0 ? drawn(chance, likely) : undefined
    let startsAt: Session = 'AM'
    if (began) {
      running = began
      left = chance.weighted(began.spells)
      startsAt = chance.is(left === 1 ? began.mornings : 1 - FROM_LUNCH) ? 'AM' : 'PM'
    }
    for (const session of ['AM', 'PM'] as const) {
      const waits = began !== undefined && startsAt === 'PM' && session === 'AM'
      if (!running || left === 0 || waits) continue
      away[session] = { reason: running, begins: began !== undefined && session === startsAt }
      left--
    }
    if (day >= 0) out.push(away)
  }
  return out
}
