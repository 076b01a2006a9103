/**
 * Our reference on a text: where its record stands, so that a provider that echoes it needs no look-up to be kept. Keys and ids of
 * ours only, no name and no number; without white space, as End User Messaging wants its context.
 */
import * as z from 'zod'
import { academyId, localDate, pathId, pupilKey } from '../../events/values.ts'
import { shortHash } from '../domain/ids.ts'
import type { Instant } from '../domain/time.ts'
import type { TextHome } from '../ports/stores.ts'

/** The most that End User Messaging carries in one value of a context. */
export const LONGEST_REFERENCE = 800

const slot = z.string().regex(/^[a-z]+\|[A-Za-z0-9-]{1,40}\|(AM|PM)\|[A-Za-z0-9_-]{1,32}$/)
const Reference = z.union([
  z.tuple([academyId, slot, localDate, z.array(pupilKey).min(1)]),
  z.tuple([academyId, slot, pathId]),
])

export interface PlacedText {
  readonly academy: string
  readonly slot: string
  readonly home: TextHome
}

/** Writes where a text's record stands. On cards the owner is named first. */
export const referenceOf = ({ academy, slot: place, home }: PlacedText): string =>
  JSON.stringify(
    home.on === 'cards'
      ? [academy, place, home.date, [home.owner, ...home.pupils.filter((pupil) => pupil !== home.owner)]]
      : [academy, place, home.taskId],
  )

/** The key of one attempt to hand a text over: another attempt at the same text has another. */
export const attemptKey = ({ academy, slot: place, home }: PlacedText, claimedAt: Instant): string =>
  shortHash(`${academy} ${home.on === 'cards' ? `${home.date} ${home.owner}` : home.taskId} ${place} ${claimedAt}`)

const parsed = (reference: string): unknown => {
  try {
    return JSON.parse(reference)
  } catch {
    return undefined
  }
}

/** Reads a reference that came back; `undefined` when it is not one of ours. */
export const readReference = (reference: string): PlacedText | undefined => {
  const found = Reference.safeParse(parsed(reference))
  if (!found.success) return undefined
  const [academy, place, where, pupils] = found.data
  if (pupils === undefined) return { academy, slot: place, home: { on: 'task', taskId: where } }
  const [owner = ''] = pupils
  return { academy, slot: place, home: { on: 'cards', date: where, owner, pupils: pupils.toSorted() } }
}
