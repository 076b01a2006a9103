/** A year as a school would have lived it under its policy: registers, arrivals, reasons, and what people do about it. */

import type { LoadedPolicy } from '../../academies/load.ts'
import { instantOf, type LocalDate } from '../../shared/domain/time.ts'
import { RANK } from '../clock.ts'
import { deliverTexts } from '../day/enter-events.ts'
import { type MarkRow, marksByDate } from '../day/read-marks.ts'
import type { Refusal } from '../day/refusals.ts'
import { enterRegisters, type Played } from '../day/take-registers.ts'
import { postFile } from '../import-file.ts'
import { type AcademyFiles, loadFiles } from '../load-files.ts'
import { csvText } from '../sample/csv-text.ts'
import type { LocalStack } from '../stack.ts'
import { COLUMNS, hideReasons } from './hidden-reasons.ts'
import { atDaysEnd } from './people.ts'

export interface YearSettings {
  readonly stack: LocalStack
  readonly loaded: LoadedPolicy
  readonly files: AcademyFiles
  readonly from: LocalDate
  readonly until: LocalDate
  /** Per cent of reasons given on the day that come only after the text. */
  readonly unreported: number
  readonly seed: number
  /** Hears of each day before it is played. */
  readonly progress: (date: LocalDate, day: number, of: number) => void
}

const REASONS_AT = '11:00'
const PEOPLE_AT = '17:00'
const ENDS_AT = '18:00'
/** School days ahead to which a meeting is set. */
const MEETING_AHEAD = 10

const laterReasons = (later: readonly MarkRow[], { stack, academy, policy, date }: Played): void => {
  if (later.length === 0) return
  const csv = `${csvText(COLUMNS, []).trimEnd()}\r\n${later.map(({ raw }) => raw).join('\r\n')}\r\n`
  const run = async (): Promise<void> => {
    await postFile(stack, academy, 'marks', csv)
  }
  stack.clock.add({ at: instantOf(date, REASONS_AT, policy.zone), rank: RANK.after, what: `${academy} reasons`, run })
}

/** Plays every date that has marks. Answers of what was refused; throws when a file cannot be read. */
export const playYear = async (settings: YearSettings): Promise<readonly Refusal[]> => {
  const { stack, loaded, files, from, until, unreported, seed, progress } = settings
  const { academy, zone } = loaded.policy
  const { marks, ...rest } = files
  const taken = await loadFiles(stack, academy, rest, from, () => undefined)
  if ('refusal' in taken) return [taken.refusal]
  const byDate = marksByDate(new TextEncoder().encode(marks ?? ''))
  const dates = [...byDate.keys()].filter((date) => from <= date && date <= until)
  const refusals: Refusal[] = []
  const played = (date: LocalDate): Played => ({
    stack,
    academy,
    policy: loaded.policy,
    date,
    refuse: (refusal) => refusals.push(refusal),
  })
  deliverTexts([], played(from))
  for (const [index, date] of dates.entries()) {
    progress(date, index + 1, dates.length)
    const { handedIn, later } = hideReasons(byDate.get(date) ?? [], unreported, seed)
    enterRegisters({ header: COLUMNS.join(','), history: [], today: handedIn, later: 0 }, played(date))
    laterReasons(later, played(date))
    await stack.turning.turnTo(instantOf(date, PEOPLE_AT, zone))
    await atDaysEnd({ stack, academy, meetingOn: dates[index + MEETING_AHEAD] })
    await stack.turning.turnTo(instantOf(date, ENDS_AT, zone))
  }
  return refusals
}
