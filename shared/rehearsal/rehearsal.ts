/** What a rehearsal answers. It names pupils and contacts by their keys alone. */
import type { PupilKey } from '../domain/people.ts'
import { addDays, type LocalDate, localDate, mondayOf } from '../domain/time.ts'
import { assumptionsOf } from './assumptions.ts'
import { type Counts, countsOf, isLetter, isText, penceOf } from './counted.ts'
import type { Happened } from './happened.ts'
import type { PlayedPolicy, RehearsedSchool, Suppositions } from './school.ts'

export interface Week extends Counts {
  /** Its Monday. */
  readonly week: LocalDate
}

/** A day with much to do. */
export interface BusyDay {
  readonly date: LocalDate
  readonly texts: number
  readonly calls: number
  readonly visits: number
  readonly brakes: number
}

export interface Contacted {
  readonly contact: string
  /** Keys of the children it was about. */
  readonly pupils: readonly PupilKey[]
  readonly texts: number
  readonly letters: number
  readonly pence: number
}

/** What a family hears and what is done about one child. */
export interface PupilYear {
  readonly pupil: PupilKey
  readonly texts: number
  readonly calls: number
  readonly visits: number
  readonly letters: number
}

export interface HeldBrake {
  readonly date: LocalDate
  /** Of which kind of text. */
  readonly kind: string
  readonly because: string
  readonly pupils: number
}

export interface Rehearsal {
  readonly academy: string
  /** The policy's version. */
  readonly policy: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly schoolDays: number
  readonly pupils: number
  readonly total: Counts
  readonly weeks: readonly Week[]
  /** The busiest first. */
  readonly worstDays: readonly BusyDay[]
  /** Those who heard most first. */
  readonly mostContacted: readonly Contacted[]
  readonly mostAffected: readonly PupilYear[]
  readonly brakes: readonly HeldBrake[]
  readonly assumptions: readonly string[]
}

/** As many as a page holds. */
const MOST = 20

const count = (happened: readonly Happened[], what: string): number =>
  happened.filter((each) => each.what === what).length

const most = <T>(all: readonly T[], weight: (each: T) => number, name: (each: T) => string): readonly T[] =>
  all.toSorted((one, other) => weight(other) - weight(one) || (name(one) < name(other) ? -1 : 1)).slice(0, MOST)

const busyDays = (happened: readonly Happened[], zone: string): readonly BusyDay[] => {
  const days = [...Map.groupBy(happened, ({ at }) => localDate(at, zone))].map(([date, of]) => ({
    date,
    texts: of.filter(isText).length,
    calls: count(of, 'task call'),
    visits: count(of, 'task visit'),
    brakes: count(of, 'task brake'),
  }))
  const work = ({ texts, calls, visits, brakes }: BusyDay): number => texts + calls + visits + brakes
  return most(days, work, ({ date }) => date).filter((day) => work(day) > 0)
}

const contacted = (happened: readonly Happened[], played: PlayedPolicy): readonly Contacted[] => {
  const heard = happened.filter((each) => each.contact !== undefined && (isText(each) || isLetter(each)))
  const contacts = [...Map.groupBy(heard, ({ contact }) => contact ?? '')].map(([contact, of]) => ({
    contact,
    pupils: [...new Set(of.flatMap(({ pupils }) => pupils))].toSorted(),
    texts: of.filter(isText).length,
    letters: of.filter(isLetter).length,
    pence: Math.round(of.reduce((sum, each) => sum + penceOf(each, played.policy), 0) * 100) / 100,
  }))
  return most(
    contacts,
    ({ texts, letters }) => texts + letters,
    ({ contact }) => contact,
  )
}

/** Every pupil about whom anything was sent or asked, in the order of their keys. */
export const pupilYears = (happened: readonly Happened[]): readonly PupilYear[] => {
  const years = new Map<PupilKey, Happened[]>()
  for (const each of happened) {
    for (const pupil of each.pupils) {
      const own = years.get(pupil) ?? []
      own.push(each)
      years.set(pupil, own)
    }
  }
  return [...years]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([pupil, of]) => ({
      pupil,
      texts: of.filter(isText).length,
      calls: count(of, 'task call'),
      visits: count(of, 'task visit'),
      letters: of.filter(isLetter).length,
    }))
}

const affected = (happened: readonly Happened[]): readonly PupilYear[] => {
  const work = ({ texts, calls, visits, letters }: PupilYear): number => texts + calls + visits + letters
  return most(pupilYears(happened), work, ({ pupil }) => pupil).filter((each) => work(each) > 0)
}

/** Puts what happened into an answer. `supposed`: what the reading of the school had to suppose. */
export const rehearsalOf = (
  happened: readonly Happened[],
  school: RehearsedSchool,
  played: PlayedPolicy,
  how: { readonly suppositions: Suppositions; readonly supposed: readonly string[] },
): Rehearsal => {
  const { policy, version } = played
  const dates = [...school.marks.keys()]
  const [from = ''] = dates
  const until = dates.at(-1) ?? ''
  const ofWeek = Map.groupBy(happened, ({ at }) => mondayOf(localDate(at, policy.zone)))
  const weeks: Week[] = []
  for (let week = mondayOf(from); week <= until; week = addDays(week, 7)) {
    const of = ofWeek.get(week)
    if (of) weeks.push({ week, ...countsOf(of, policy) })
  }
  return {
    academy: policy.academy,
    policy: version,
    from,
    until,
    schoolDays: dates.length,
    pupils: new Set([...school.marks.values()].flatMap((rows) => rows.map(({ key }) => key))).size,
    total: countsOf(happened, policy),
    weeks,
    worstDays: busyDays(happened, policy.zone),
    mostContacted: contacted(happened, played),
    mostAffected: affected(happened),
    brakes: happened
      .filter(({ what }) => what.startsWith('brake '))
      .map(({ at, what, because, pupils }) => ({
        date: localDate(at, policy.zone),
        kind: what.slice('brake '.length),
        because: because ?? '',
        pupils: pupils.length,
      })),
    assumptions: assumptionsOf(played, how.suppositions, how.supposed),
  }
}
