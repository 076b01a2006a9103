/**
 * The tallies of a class as items: 36 pupils as `380.361.12.7.3` stay under 1,024 bytes, so that the night costs one write a class.
 * Leavers and movers stand in an item of their own, with the dates of those who came or left within the year; it is written only when it changes.
 */
import { isDeepStrictEqual } from 'node:util'
import * as z from 'zod'
import { isNobody } from '../../../domain/counting/amended.ts'
import { type ClassTally, noTally } from '../../../domain/counting/class-tally.ts'
import type { Tally } from '../../../domain/counting/tally.ts'
import type { Act } from '../../../ports/act.ts'
import { restOfKey } from '../table.ts'
import type { Item } from '../write.ts'
import { PAST, tallyKey } from '../year-keys.ts'

/** possible.attended.authorised.unauthorised.late, and the part-time sessions of those who have any */
const CODED = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\.(\d+)(?:\.(\d+))?$/

export const toCoded = ({ possible, attended, authorised, unauthorised, late, partTime }: Tally): string =>
  [possible, attended, authorised, unauthorised, late, ...(partTime === undefined ? [] : [partTime])].join('.')

export const coded = z
  .string()
  .regex(CODED)
  .transform((text): Tally => {
    const [possible = 0, attended = 0, authorised = 0, unauthorised = 0, late = 0, partTime] = text
      .split('.')
      .map(Number)
    const tally = { possible, attended, authorised, unauthorised, late }
    return partTime === undefined ? tally : { ...tally, partTime }
  })

/** The first and the last day on the roll: `2025-09-02` or `2025-09-02 2026-01-09` */
const dates = z.string().transform((text) => {
  const [admitted = '', left] = text.split(' ')
  return left === undefined ? { admitted } : { admitted, left }
})

const codedDates = (enrolled: ClassTally['enrolled']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(enrolled).map(([pupil, { admitted, left }]) => [
      pupil,
      left === undefined ? admitted : `${admitted} ${left}`,
    ]),
  )

const TallyItem = z.object({
  pk: z.string(),
  sk: z.string(),
  v: z.int(),
  thr: z.string().optional(),
  p: z.record(z.string(), coded),
  r: z.int().optional(),
  b: z.record(z.string(), dates).default({}),
  a: z.record(z.string(), z.string()).default({}),
})

const codedAll = (tallies: Readonly<Record<string, Tally>>) =>
  Object.fromEntries(Object.entries(tallies).map(([pupil, tally]) => [pupil, toCoded(tally)]))

/** The items of a class's tally to write, the class's own first; the past one only when it differs from what it was. */
export const toTallyItems = (academy: string, tally: ClassTally, was: ClassTally, act: Act): readonly Item[] => {
  const item = (which: 'now' | 'past', pupils: ClassTally['pupils'], rest: Partial<Item>): Item => ({
    ...tallyKey(academy, tally.year, tally.classId, which),
    v: was.version + 1,
    ...(tally.through === undefined ? {} : { thr: tally.through }),
    p: codedAll(pupils),
    ...rest,
    act,
  })
  const now = item('now', tally.pupils, {
    ...(tally.roll === undefined ? {} : { r: tally.roll }),
    ...(isNobody(tally.amended) ? {} : { a: tally.amended }),
  })
  const isSame = isDeepStrictEqual([tally.past, tally.enrolled], [was.past, was.enrolled])
  return isSame ? [now] : [now, item('past', tally.past, { b: codedDates(tally.enrolled) })]
}

/** Tallies by class from the items of a year, the class's own and its past one put together. */
export const fromTallyItems = (found: readonly Item[]): readonly ClassTally[] => {
  const tallies = new Map<string, ClassTally>()
  for (const item of found.map((each) => TallyItem.parse(each))) {
    const isPast = item.sk.endsWith(PAST)
    const classId = restOfKey(isPast ? item.sk.slice(0, -PAST.length) : item.sk, 1)
    const tally = tallies.get(classId) ?? noTally(classId, restOfKey(item.pk, 3))
    const { v: version, thr, p, r, b, a: amended } = item
    const own = {
      pupils: p,
      amended,
      version,
      ...(thr === undefined ? {} : { through: thr }),
      ...(r === undefined ? {} : { roll: r }),
    }
    tallies.set(classId, isPast ? { ...tally, past: p, enrolled: b } : { ...tally, ...own })
  }
  return [...tallies.values()]
}
