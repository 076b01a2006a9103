/** A played year in a table: what went and what people were asked to do, week by week. */
import { addDays, type LocalDate, localDate, mondayOf } from '../../shared/domain/time.ts'
import type { Happened } from './happened.ts'

const COLUMNS: readonly (readonly [string, RegExp])[] = [
  ['texts', /^text (?!warning)/],
  ['warnings', /^text warning/],
  ['calls', /^task call/],
  ['visits', /^task visit/],
  ['letters', /^letter /],
  ['meetings', /^task (set-meeting|attend-panel)/],
  ['referrals', /^task referral/],
  ['notices', /^task penalty-notice/],
  ['held', /^task brake/],
]
const WIDTH = 10

const row = (name: string, cells: readonly (string | number)[]): string =>
  `${name.padEnd(12)}${cells.map((cell) => String(cell).padStart(WIDTH)).join('')}`

export const byWeek = (happened: readonly Happened[], from: LocalDate, until: LocalDate, zone: string) => {
  const weeks: LocalDate[] = []
  for (let monday = mondayOf(from); monday <= until; monday = addDays(monday, 7)) weeks.push(monday)
  const of = Map.groupBy(happened, ({ at }) => mondayOf(localDate(at, zone)))
  const counts = (all: readonly Happened[]) =>
    COLUMNS.map(([, pattern]) => all.filter(({ what }) => pattern.test(what)).length)
  return [
    row(
      'week of',
      COLUMNS.map(([name]) => name),
    ),
    ...weeks.flatMap((week) => (of.has(week) ? [row(week, counts(of.get(week) ?? []))] : [])),
    row('together', counts(happened)),
  ]
}
