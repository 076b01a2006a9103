/**
 * Takes a pupil out of what a class or a group keeps together: registers, counts, members; the other children stay as they are. The version
 * stays too, so that the stream tells nobody: the copy of the register under the school's own key names the pupil by key alone.
 */
import * as z from 'zod'
import type { PupilKey } from '../../domain/people.ts'
import { DAY_PREFIX } from './table.ts'
import { type Db, IF_THERE, type Item, putIf } from './write.ts'
import { TALLY_PREFIX } from './year-keys.ts'

const OfClass = z.object({ sk: z.string(), v: z.int().optional() })
/** A class's list in a roll that went out of use and is not cleared away yet. */
const Roster = z.object({ body: z.array(z.looseObject({ key: z.string() })) })
/** A group that the school made, with the pupils that were chosen for it. */
const OwnGroup = z.object({ pk: z.string().endsWith('#GROUPS'), body: z.looseObject({ pupils: z.array(z.string()) }) })
const Told = z.object({ act: z.object({ at: z.string(), by: z.string(), pupils: z.array(z.string()).optional() }) })

/** Maps by pupil: codes, what differs, who has left; and the counts of a year, with the dates on the roll. */
const MAPS = ['m', 'x', 'l', 'p', 'b'] as const

const isOfClass = (sk: string): boolean => sk.startsWith(DAY_PREFIX.registers) || sk.startsWith(TALLY_PREFIX)

const without = (map: unknown, pupil: PupilKey): unknown =>
  typeof map === 'object' && map !== null && pupil in map
    ? Object.fromEntries(Object.entries(map).filter(([key]) => key !== pupil))
    : map

/** An act about the pupil says who wrote and when, and no more: the words of a reason may stand in it. */
const saidLess = (item: Item, pupil: PupilKey): Item => {
  const told = Told.safeParse(item)
  if (!told.success || !told.data.act.pupils?.includes(pupil)) return item
  const { at, by } = told.data.act
  return { ...item, act: { at, by, kind: 'pupil-erased', echo: true } }
}

/** The item without the pupil; `undefined` where it is none of a class, or the pupil is not in it. */
const reduced = (item: Item, pupil: PupilKey): Item | undefined => {
  const roster = Roster.safeParse(item)
  if (roster.success) {
    const body = roster.data.body.filter(({ key }) => key !== pupil)
    return body.length === roster.data.body.length ? undefined : { ...item, body }
  }
  const group = OwnGroup.safeParse(item)
  if (group.success) {
    const { body } = group.data
    const less = saidLess({ ...item, body: { ...body, pupils: body.pupils.filter((key) => key !== pupil) } }, pupil)
    return less.act === item.act && !body.pupils.includes(pupil) ? undefined : less
  }
  const { sk = '' } = OfClass.partial().parse(item)
  if (!isOfClass(sk)) return undefined
  const maps = Object.fromEntries(MAPS.filter((name) => name in item).map((name) => [name, without(item[name], pupil)]))
  const less = saidLess({ ...item, ...maps }, pupil)
  return less.act === item.act && MAPS.every((name) => less[name] === item[name]) ? undefined : less
}

/** Throws when somebody writes one of these registers in the same moment: the erasure is then begun again. */
export const takeOutOfClass = async (db: Db, found: readonly Item[], pupil: PupilKey): Promise<number> => {
  const changed = found.map((item) => reduced(item, pupil)).filter((item) => item !== undefined)
  for (const item of changed) {
    const { v } = OfClass.parse(item)
    const put = {
      Item: item,
      ...(v === undefined
        ? { ConditionExpression: IF_THERE }
        : { ConditionExpression: 'v = :v', ExpressionAttributeValues: { ':v': v } }),
    }
    if (!(await putIf(db, put)).won) throw new Error('A register was written while a pupil was taken out of it')
  }
  return changed.length
}
