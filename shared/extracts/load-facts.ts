/** Reads what extracts of one academy are made from: the roll once, and the registers of each date once, whatever is made from them. */
import type { Policy } from '../../academies/policy.ts'
import { datesIn, marksOf } from '../counting/marks-between.ts'
import { schoolYearOf } from '../domain/calendar.ts'
import { addTally, type CountedMark, NO_SESSIONS, type Tally, tallyOf } from '../domain/counting/tally.ts'
import { marksWithin, type Span } from '../domain/counting/window.ts'
import type { ExtractFacts, Need } from '../domain/extracts/extract.ts'
import type { Pupil, PupilKey } from '../domain/people.ts'
import type { Stores } from '../ports/stores.ts'

type Kept = Pick<Stores, 'registersOn' | 'returns' | 'penaltyRecords' | 'roll'>

/** Dates whose registers are held at once: the marks of a whole year of a large school would not fit. */
const DATES_AT_ONCE = 10

/** Everybody on the live roll. */
export const wholeRoll = async (
  stores: Pick<Stores, 'roll'>,
  academy: string,
): Promise<Readonly<Record<PupilKey, Pupil>>> => {
  const { classes } = await stores.roll.live(academy)
  const rosters = await Promise.all(classes.map(({ id }) => stores.roll.roster(academy, id)))
  return stores.roll.pupils(
    academy,
    rosters.flat().map(({ key }) => key),
  )
}

/** Everybody's marks of each run of dates in turn. */
async function* marksInTurn(
  stores: Kept,
  academy: string,
  span: Span,
): AsyncGenerator<ReadonlyMap<PupilKey, readonly CountedMark[]>> {
  const dates = datesIn(span)
  for (let first = 0; first < dates.length; first += DATES_AT_ONCE) {
    const some = dates.slice(first, first + DATES_AT_ONCE)
    const registers = await Promise.all(some.map((date) => stores.registersOn(academy, date, false)))
    yield marksOf(registers.flat())
  }
}

const readMarks = async (stores: Kept, academy: string, span: Span) => {
  const marks = new Map<PupilKey, CountedMark[]>()
  for await (const some of marksInTurn(stores, academy, span))
    for (const [pupil, own] of some) {
      const all = marks.get(pupil)
      if (all) all.push(...own)
      else marks.set(pupil, [...own])
    }
  return marks
}

/** Each pupil's counts of a span, no mark outside the enrolment among them. */
const readTallies = async (
  stores: Kept,
  academy: string,
  span: Span,
  pupils: Readonly<Record<PupilKey, Pupil>>,
): Promise<ReadonlyMap<PupilKey, Tally>> => {
  const tallies = new Map<PupilKey, Tally>()
  for await (const some of marksInTurn(stores, academy, span))
    for (const [pupil, own] of some) {
      const enrolment = pupils[pupil]
      const counted = enrolment ? marksWithin(own, span, enrolment) : own
      tallies.set(pupil, addTally(tallies.get(pupil) ?? NO_SESSIONS, tallyOf(counted)))
    }
  return tallies
}

/** Nothing is read where everybody of whom something is said is on the roll. */
const readLeavers = (
  stores: Kept,
  academy: string,
  pupils: Readonly<Record<PupilKey, Pupil>>,
  spokenOf: readonly PupilKey[],
): Promise<Readonly<Record<PupilKey, Pupil>>> => {
  const gone = spokenOf.filter((key) => !(key in pupils))
  return gone.length === 0 ? Promise.resolve({}) : stores.roll.leavers(academy, gone)
}

export interface LoadPorts {
  readonly stores: Kept
  pseudonym(academy: string, pupil: PupilKey): string
}

/** Gives the facts of any period of the academy, each part read when it is needed and then kept. */
export const factsOf = async (academy: string, policy: Policy, { stores, pseudonym }: LoadPorts) => {
  const pupils = await wholeRoll(stores, academy)
  const kept = new Map<string, Promise<unknown>>()
  const once = <T>(name: string, read: () => Promise<T>): Promise<T> => {
    const found = kept.get(name) ?? read()
    kept.set(name, found)
    // What was kept under a name was read by the reader of that name.
    return found as Promise<T>
  }
  return async (period: Span, needs: readonly Need[], agency: string | null): Promise<ExtractFacts> => {
    const years = [...new Set([schoolYearOf(period.from), schoolYearOf(period.until)])]
    const toDate = { from: schoolYearOf(period.until), until: period.until }
    const named = `${period.from} ${period.until}`
    const marks = needs.includes('marks')
      ? await once(`marks ${named}`, () => readMarks(stores, academy, period))
      : new Map<PupilKey, readonly CountedMark[]>()
    const penalties = needs.includes('penalties') ? await once('penalties', () => stores.penaltyRecords(academy)) : []
    const ofYears = await Promise.all(years.map((year) => once(`returns ${year}`, () => stores.returns(academy, year))))
    const returns = ofYears.flat()
    const spokenOf = [...marks.keys(), ...[...penalties, ...returns].map(({ pupil }) => pupil)]
    return {
      academy,
      authority: policy.localAuthority.code,
      urn: policy.extracts.urn || null,
      period,
      pupils,
      leavers: await once(`leavers ${named} ${needs.join(' ')}`, () => readLeavers(stores, academy, pupils, spokenOf)),
      marks,
      year: needs.includes('year')
        ? await once(`year ${period.until}`, () => readTallies(stores, academy, toDate, pupils))
        : new Map<PupilKey, Tally>(),
      returns,
      penalties,
      line: policy.thresholds.stage1,
      minimum: policy.thresholds.minimumSessions,
      agency,
      pseudonym: (pupil) => pseudonym(academy, pupil),
    }
  }
}
