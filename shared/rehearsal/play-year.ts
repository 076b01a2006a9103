/** Plays the days of a school under a policy, and tells everything that would have been sent and asked. */
import { SWEEPS } from '../../academies/policy.ts'
import { runNight } from '../counting/nightly.ts'
import { addDays, instantOf, type LocalDate } from '../domain/time.ts'
import { runSweep } from '../follow-up/sweep.ts'
import type { Act } from '../ports/act.ts'
import { RANK } from './agenda.ts'
import { enterAnswers } from './families.ts'
import { type Happened, happenedBy } from './happened.ts'
import { enterDay } from './mornings.ts'
import { enterPeople, MEETING_AHEAD } from './people.ts'
import { makePlayer, type Player } from './player.ts'
import type { PlayedPolicy, RehearsedSchool, Suppositions } from './school.ts'
import type { YearSoFar } from './year-so-far.ts'

export interface YearSettings {
  readonly school: RehearsedSchool
  readonly played: PlayedPolicy
  readonly supposed: Suppositions
  /** Hears of each school day before it is played. */
  readonly progress?: (date: LocalDate, day: number, of: number) => Promise<void> | void
  /** Where an earlier process had come to; the days after that are played. */
  readonly before?: YearSoFar | undefined
  /** Hears after each stretch of days how the year stands, which need not go on in this process. */
  readonly rest?: (soFar: YearSoFar) => Promise<'go-on' | 'stop'>
}

/** School days between two rests. */
const STRETCH = 10

const ENDS_AT = '18:00'

/** The sweeps of a date and the night before it, as the schedules have them. */
const enterTimetable = (date: LocalDate, player: Player): void => {
  const { academy, agenda, policy, stores, look } = player
  const { sweeps, nightly, zone } = policy
  const enter = (time: string, run: () => Promise<void>): void =>
    agenda.add({ at: instantOf(date, time, zone), rank: RANK.timetable, run })
  enter(nightly.at, async () => {
    await runNight(academy, agenda.now(), { stores, log: look.log })
  })
  for (const sweep of SWEEPS) {
    const scheduledTime = instantOf(date, sweeps[sweep], zone)
    enter(sweeps[sweep], () => runSweep({ academy, sweep, scheduledTime }, agenda.now(), look))
  }
}

export interface PlayedYear {
  readonly happened: readonly Happened[]
  readonly player: Player
  /** False when it was stopped at a rest. */
  readonly isWhole: boolean
}

/** Everything that happened, in order. The clock stands after the last day’s evening. */
export const playYear = async ({
  school,
  played,
  supposed,
  progress,
  before,
  rest,
}: YearSettings): Promise<PlayedYear> => {
  const dates = [...school.marks.keys()].toSorted()
  const [first] = dates
  const { zone, letters } = played.policy
  if (first === undefined) throw new Error('There are no marks to play.')
  const happened: Happened[] = [...(before?.happened ?? [])]
  const ahead = Math.max(MEETING_AHEAD, letters.meeting.noticeSchoolDays)
  const hear = (act: Act): void => {
    const told = happenedBy(act)
    if (told === undefined) return
    happened.push(told)
    enterAnswers(told, player, supposed)
  }
  const player = makePlayer(school, played, instantOf(addDays(first, -1), '12:00', zone), hear, before?.player)
  let night = before ? addDays(before.after, 1) : first
  for (const [index, date] of dates.entries()) {
    if (before && date <= before.after) continue
    await progress?.(date, index + 1, dates.length)
    // Nights come on days without school, too.
    for (; night <= date; night = addDays(night, 1)) enterTimetable(night, player)
    enterDay(date, player, supposed)
    enterPeople(date, dates[index + ahead], player)
    await player.turnTo(instantOf(date, ENDS_AT, zone))
    const state = rest && (index + 1) % STRETCH === 0 ? player.state() : undefined
    if (rest && state && (await rest({ after: date, happened, player: state })) === 'stop')
      return { happened, player, isWhole: false }
  }
  return { happened, player, isWhole: true }
}
