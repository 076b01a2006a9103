/**
 * Erases a pupil from the table, lawfully: whatever is about them alone goes, and their marks go out of the registers and counts of
 * their classes. What stays names them by Firstbell's key only, which nothing resolves any more: the academy's own history, and what is about a
 * brother or sister as well.
 * An operator does this, never a function: no function may delete from the chronicle. Done twice it is done once.
 */
import * as z from 'zod'
import type { PupilKey } from '../../domain/people.ts'
import { addDays, type LocalDate } from '../../domain/time.ts'
import { attendPk } from './casework/attend-keys.ts'
import { letterPointerKey, lettersPk } from './casework/letter-keys.ts'
import { takeOutOfClass } from './erase-from-class.ts'
import { takeOutOfLists } from './erase-from-lists.ts'
import { stopsOf } from './erase-stops.ts'
import { groupsPk } from './files/group-keys.ts'
import { queryItems } from './read.ts'
import { knownAheadPk } from './registers/known-keys.ts'
import { leaversPk } from './roll/leaver-keys.ts'
import { ENROLLED_PREFIX, enrolmentKey } from './roll/mobile-keys.ts'
import {
  academyPk,
  CASE_PREFIX,
  chroniclePk,
  closedCasePointerKey,
  DAY_PREFIX,
  dayPk,
  endedTaskPointerKey,
  type GenerationFile,
  generationPk,
  type Key,
  openPk,
  pastPk,
  providerIdKey,
  pupilPk,
} from './table.ts'
import type { Db, Item } from './write.ts'
import { KeyOnly, writeAll } from './write-many.ts'
import { absenceDaysPk, penaltyPk, returnsPk, yearPk } from './year-keys.ts'

export interface ErasureSpan {
  /** First dates of the school years in which the pupil may have been here. */
  readonly years: readonly LocalDate[]
  /** The generations that are live: those before them may not be cleared yet. */
  readonly generations: Readonly<Partial<Record<GenerationFile, number>>>
}

const DAYS_A_YEAR = 366
const GENERATIONS_BACK = 3
/** Beginnings of sort keys that end with the pupil's key. */
const OWN = /^(C|S|DUE|OPEN|MEETING|CHASE|U)#/
/** Parts of a day that name a whole class by keys. */
const OF_A_CLASS = [DAY_PREFIX.registers, DAY_PREFIX.runs, DAY_PREFIX.brakes]

/** That the pupil be erased, by whom and why: it is what shows that the erasure was lawful. */
const Decision = z.object({ body: z.object({ kind: z.literal('erasure') }) })

/** A letter that the post knows by its own id. */
const Posted = z.object({ body: z.object({ sent: z.object({ providerId: z.string() }) }) })

const lastPart = (sk: string): string => sk.slice(sk.lastIndexOf('#') + 1)

/** Every pupil that an item is about, wherever in it they are named; who did it and why is not looked at. */
const namedIn = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(namedIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]: [string, unknown]) => {
    if (name === 'act') return []
    if ((name === 'pupil' || name === 'p') && typeof inside === 'string') return [inside]
    if (name === 'pupils' && Array.isArray(inside)) return inside.filter((each) => typeof each === 'string')
    return namedIn(inside)
  })
}

const isAboutAlone = (pupil: PupilKey, partition: 'own' | 'shared' | 'penalty') => (item: Item) => {
  const { sk } = KeyOnly.parse(item)
  if (partition === 'own') return true
  if (OF_A_CLASS.some((prefix) => sk.startsWith(prefix))) return false
  if ((OWN.test(sk) || partition === 'penalty') && lastPart(sk) === pupil) return true
  // Of a roll that went out of use: the key of a pupil's id.
  if (item.key === pupil) return true
  if (Decision.safeParse(item).success) return false
  const named = new Set(namedIn(item))
  return named.has(pupil) && named.size === 1
}

/** What stands elsewhere about an item, and goes with it: where it rests, and the texts of a card by their provider's id. */
const besides = (academy: string, pupil: PupilKey, item: Item): readonly Key[] => {
  const { sk } = KeyOnly.parse(item)
  const keys: Key[] = []
  if (sk.startsWith(DAY_PREFIX.endedTasks)) keys.push(endedTaskPointerKey(academy, lastPart(sk)))
  if (sk.startsWith(CASE_PREFIX)) keys.push(closedCasePointerKey(academy, lastPart(sk)))
  if (sk.startsWith(ENROLLED_PREFIX)) {
    const [version = '', hash = ''] = sk.slice(ENROLLED_PREFIX.length).split('#')
    keys.push(enrolmentKey(version, hash, academy, pupil))
  }
  if (sk.startsWith('SENT#')) keys.push(letterPointerKey(academy, lastPart(sk)))
  const posted = Posted.safeParse(item)
  if (posted.success) keys.push(providerIdKey(posted.data.body.sent.providerId))
  for (const [name, text] of Object.entries(item))
    if (name.startsWith('t#') && typeof text === 'object' && text !== null && 'i' in text && typeof text.i === 'string')
      keys.push(providerIdKey(text.i))
  return keys
}

const datesOf = (year: LocalDate): readonly LocalDate[] =>
  Array.from({ length: DAYS_A_YEAR }, (_, day) => addDays(year, day))

interface Place {
  readonly pk: string
  readonly of: 'own' | 'shared' | 'penalty'
}

const placesOf = (academy: string, pupil: PupilKey, { years, generations }: ErasureSpan): readonly Place[] => {
  const shared = (pk: string): Place => ({ pk, of: 'shared' })
  const held = Object.entries(generations).flatMap(([file, live]) =>
    Array.from({ length: GENERATIONS_BACK }, (_, back) => live - back)
      .filter((generation) => generation > 0)
      // Only names of files are given.
      .map((generation) => shared(generationPk(academy, file as GenerationFile, generation))),
  )
  return [
    // The counts of a year after all else of it: by them an erasure that died knows which years are left to do.
    ...years.flatMap((year) =>
      [...datesOf(year).map((date) => dayPk(academy, date)), returnsPk(academy, year), yearPk(academy, year)].map(
        shared,
      ),
    ),
    ...[openPk(academy), pastPk(academy), `${academyPk(academy)}#EXPORTS`].map(shared),
    ...[knownAheadPk(academy), lettersPk(academy), attendPk(academy)].map(shared),
    ...[groupsPk(academy), absenceDaysPk(academy)].map(shared),
    ...held,
    { pk: leaversPk(academy), of: 'shared' },
    { pk: penaltyPk(academy), of: 'penalty' },
    // Last, so that an erasure that died is seen to be unfinished by whoever reads the history.
    { pk: pupilPk(academy, pupil), of: 'own' },
    { pk: chroniclePk(academy, { pupil }), of: 'own' },
  ]
}

/** The pupil's id, by which somebody who comes back is known again. */
const formerKeys = async (db: Db, academy: string, pupil: PupilKey): Promise<readonly Item[]> =>
  (await queryItems(db, { pk: `${academyPk(academy)}#KEYS` })).filter(({ key }) => key === pupil)

/** Answers how many items went or were changed. */
export const eraseRecord = async (db: Db, academy: string, pupil: PupilKey, span: ErasureSpan): Promise<number> => {
  let items = 0
  const remove = async (found: readonly Item[]): Promise<void> => {
    const keys = found.flatMap((item) => [...besides(academy, pupil, item), KeyOnly.parse(item)])
    const once = new Map(keys.map((key) => [`${key.pk} ${key.sk}`, { remove: { pk: key.pk, sk: key.sk } }]))
    await writeAll(db, [...once.values()])
    items += found.length
  }
  await remove(await stopsOf(db, academy, pupil, span.generations.contacts ?? 0))
  for (const { pk, of } of placesOf(academy, pupil, span)) {
    const all = await queryItems(db, { pk })
    const found = all.filter(isAboutAlone(pupil, of))
    await remove(found)
    items += await takeOutOfClass(db, all, pupil)
    if (pk === absenceDaysPk(academy)) items += await takeOutOfLists(db, all, pupil)
  }
  await remove(await formerKeys(db, academy, pupil))
  return items
}
