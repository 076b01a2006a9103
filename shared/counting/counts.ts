/** What everybody's marks add up to: the year to date from the stored counts, any other span from the registers. */
import { schoolYearOf } from '../domain/calendar.ts'
import { byPupil, countedTo } from '../domain/counting/class-tally.ts'
import { type Tally, tallyOf } from '../domain/counting/tally.ts'
import { marksWithin, type Span } from '../domain/counting/window.ts'
import { type Member, membersOf } from '../domain/figures/member.ts'
import type { PupilKey } from '../domain/people.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import { allMarksBetween } from './marks-between.ts'

/** What a figure is about: the span asked for, or the year to the last date counted. */
export interface Counts {
  readonly span: Span
  readonly tallies: ReadonlyMap<PupilKey, Tally>
}

/** The year to date of everybody, as the night has counted it. */
export const yearToDateCounts = async (
  stores: Pick<Stores, 'tallies'>,
  academy: string,
  date: LocalDate,
): Promise<Counts> => {
  const year = schoolYearOf(date)
  const tallies = await stores.tallies(academy, year)
  return { span: { from: year, until: countedTo(tallies) ?? year }, tallies: byPupil(tallies) }
}

/** Who is on the roll of those somebody marked, and who has gone off it, as they were then: no mark after their leaving day counts either. */
export const everMarked = async ({ roll }: Pick<Stores, 'roll'>, academy: string, keys: readonly PupilKey[]) => {
  const pupils = await roll.pupils(academy, keys)
  const gone = keys.filter((key) => !(key in pupils))
  return { pupils, leavers: gone.length === 0 ? {} : await roll.leavers(academy, gone) }
}

/** Everybody's counts over a span, from the registers; no mark before a pupil's starting day or after the leaving day. */
export const spanCounts = async (
  stores: Pick<Stores, 'registersOn' | 'roll'>,
  academy: string,
  span: Span,
): Promise<Counts> => {
  const marks = await allMarksBetween(stores, academy, span)
  const { pupils, leavers } = await everMarked(stores, academy, [...marks.keys()])
  const tallies = new Map(
    [...marks].map(([key, all]) => {
      const enrolment = pupils[key] ?? leavers[key]
      return [key, tallyOf(enrolment ? marksWithin(all, span, enrolment) : all)] as const
    }),
  )
  return { span, tallies }
}

/** The enrolments behind some counts, each with what the roll says of the pupil. */
export const membersOfCounts = async (
  stores: Pick<Stores, 'roll'>,
  academy: string,
  { tallies }: Counts,
): Promise<readonly Member[]> => membersOf(tallies, await stores.roll.pupils(academy, [...tallies.keys()]))
