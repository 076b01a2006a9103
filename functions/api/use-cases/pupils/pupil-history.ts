/**
 * A pupil's history: what is written about the pupil alone, and from each version of a class's register the pupil's own mark. Registers
 * stand in the chronicle of the day they were saved on, once for the whole class; nothing of another child leaves with them.
 */
import * as z from 'zod'
import type { PupilKey } from '../../../../shared/domain/people.ts'
import { addDays } from '../../../../shared/domain/time.ts'
import type { ChronicleEntry } from '../../../../shared/ports/stores.ts'
import type { Call } from '../../call.ts'

export interface History {
  readonly entries: readonly ChronicleEntry[]
  /** Where the next page begins; none at the end. */
  readonly next?: string
}

const PAGE = 50
/** Days whose registers are read at once: about what fills a page. */
const AT_ONCE = 10

const RegisterDetail = z.object({
  class: z.string(),
  session: z.string(),
  date: z.string(),
  submitted: z.boolean().optional(),
  marks: z.record(z.string(), z.string()),
  changes: z.array(z.object({ pupil: z.string(), was: z.string().optional() })).default([]),
})

const placeOf = ({ at, id }: ChronicleEntry): string => `${at}#${id}`

/** The pupil's mark in the registers that were saved on one day: where it first stood, and wherever it changed. */
const marksIn = (ofDay: readonly ChronicleEntry[], date: string, pupil: PupilKey): readonly ChronicleEntry[] => {
  const seen = new Set<string>()
  return ofDay.flatMap((entry) => {
    const register = RegisterDetail.safeParse(entry.detail)
    const mark = register.success ? register.data.marks[pupil] : undefined
    if (!register.success || mark === undefined) return []
    const { marks: _marks, changes, ...detail } = register.data
    const place = `${detail.date} ${detail.session} ${detail.class}`
    const change = changes.find((each) => each.pupil === pupil)
    const isFirst = detail.date === date && !seen.has(place)
    seen.add(place)
    if (!change && !isFirst) return []
    return [{ ...entry, detail: { ...detail, mark, ...(change?.was === undefined ? {} : { was: change.was }) } }]
  })
}

const datesFrom = (from: string, until: string): readonly string[] => {
  const dates: string[] = []
  for (let date = from; date <= until && dates.length < AT_ONCE; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** One page of a pupil's history between two dates, oldest first, after a place in it. */
export const pupilHistory = async (
  call: Call,
  pupil: PupilKey,
  between: { readonly from: string; readonly until: string },
  after: string | undefined,
): Promise<History> => {
  const { stores, academy } = call
  const own = await stores.chronicleOf(academy, { pupil }, after ?? between.from, PAGE + 1)
  const inTime = own.filter(({ at }) => at.slice(0, 10) <= between.until)
  const begin = after === undefined || after.slice(0, 10) < between.from ? between.from : after.slice(0, 10)
  const ofRegisters: ChronicleEntry[] = []
  let known: readonly ChronicleEntry[] = []
  for (let date = begin; date <= between.until && known.length <= PAGE; date = addDays(date, AT_ONCE)) {
    const dates = datesFrom(date, between.until)
    const days = await Promise.all(dates.map((each) => stores.chronicleOf(academy, { date: each })))
    ofRegisters.push(...days.flatMap((ofDay, index) => marksIn(ofDay, dates[index] ?? date, pupil)))
    const last = dates.at(-1) ?? date
    // What comes after these days may still have registers before it.
    known = [...inTime, ...ofRegisters].filter(
      (entry) => entry.at.slice(0, 10) <= last && (after === undefined || placeOf(entry) > after),
    )
  }
  const inOrder = known.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const entries = inOrder.slice(0, PAGE)
  const last = entries.at(-1)
  return { entries, ...(last && inOrder.length > PAGE ? { next: placeOf(last) } : {}) }
}
