/** A played year as lines that a person can review: what it comes to by week, and then each thing with its moment, kind, pupils and receiver. */
import { type Instant, type LocalDate, localDate, localTime } from '../../shared/domain/time.ts'
import type { Happened } from '../../shared/rehearsal/happened.ts'
import { byWeek } from './by-week.ts'

export interface GoldenYear {
  readonly title: string
  readonly happened: readonly Happened[]
  readonly from: LocalDate
  readonly until: LocalDate
  readonly zone: string
  /** Sentences about the counts at the end. */
  readonly counts: readonly string[]
}

/** `P005>C0002a`, brothers and sisters of one text `P005+P009>C0002a`, what is about nobody `-`. */
const whomOf = ({ pupils, contact }: Happened): string =>
  `${pupils.toSorted().join('+') || '-'}${contact === undefined ? '' : `>${contact}`}`

const momentOf = (at: Instant, zone: string): string => `${localDate(at, zone)} ${localTime(at, zone)}`

/** One line for each kind of each minute: `2025-09-03 10:30 text unreported: P005>C0002a P041>C0025a`. */
const linesOf = (happened: readonly Happened[], zone: string): readonly string[] => {
  const of = Map.groupBy(happened, ({ at, what }) => `${momentOf(at, zone)} ${what}`)
  return [...of.keys()].toSorted().map((key) => `${key}: ${(of.get(key) ?? []).map(whomOf).toSorted().join(' ')}`)
}

export const goldenFile = ({ title, happened, from, until, zone, counts }: GoldenYear): string =>
  [title, '', ...byWeek(happened, from, until, zone), '', ...counts, '', ...linesOf(happened, zone), ''].join('\n')

interface Line {
  readonly name: string
  readonly whom: readonly string[]
}

/** A line of things by its name; every other line is its own name. */
const readLine = (line: string): Line => {
  const [, name, whom] = /^(\d{4}-\d\d-\d\d \d\d:\d\d .+?): (.*)$/.exec(line) ?? []
  return name === undefined || whom === undefined ? { name: line, whom: [] } : { name, whom: whom.split(' ') }
}

/** Those of one list that another has not, each as often as it is missing there. */
const without = (some: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others]
  return some.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

const named = (text: string): ReadonlyMap<string, Line> =>
  new Map(
    text
      .split('\n')
      .map(readLine)
      .map((line) => [line.name, line]),
  )

/** What a played year has that the kept one has not (`+`), and the other way round (`-`), a line for each kind of each minute. */
export const goldenDiffers = (kept: string, played: string): readonly string[] => {
  const [was, is] = [named(kept), named(played)]
  return [...new Set([...was.keys(), ...is.keys()])].toSorted().flatMap((name) => {
    const [before, after] = [was.get(name), is.get(name)]
    const gone = without(before?.whom ?? [], after?.whom ?? [])
    const fresh = without(after?.whom ?? [], before?.whom ?? [])
    const of = (sign: string, here: Line | undefined, whom: readonly string[], there: Line | undefined) =>
      whom.length > 0 ? [`${sign} ${name}: ${whom.join(' ')}`] : here && !there ? [`${sign} ${name}`] : []
    return [...of('-', before, gone, after), ...of('+', after, fresh, before)]
  })
}
