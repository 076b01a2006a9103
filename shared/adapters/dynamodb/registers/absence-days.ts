/**
 * The list of a date's absences: one item, an attribute for each register that has any, `AM#3b: "k01:N,k02:O"`. The night writes the list of
 * a date before it counts it; a register amended later changes its own attribute in the transaction that saves it.
 */
import * as z from 'zod'
import { type AbsenceDay, type ListedAbsence, listedIn } from '../../../domain/counting/absence-day.ts'
import type { Register } from '../../../domain/register.ts'
import type { AbsenceDayStore } from '../../../ports/absence-day-store.ts'
import { queryItems } from '../read.ts'
import { code, session } from '../values.ts'
import { type Db, type Item, type Step, updateIf } from '../write.ts'
import { absenceDayKey, absenceDaysPk } from '../year-keys.ts'

const attributeOf = ({ session: half, classId }: Register): string => `${half}#${classId}`

const coded = (absences: readonly ListedAbsence[]): string =>
  absences.map(({ pupil, code: letter }) => `${pupil}:${letter}`).join(',')

const Listed = z.object({ sk: z.string() }).catchall(z.unknown())

const readAttribute = ([name, value]: readonly [string, unknown]): readonly ListedAbsence[] => {
  const [half, classId] = name.split('#')
  if (classId === undefined || typeof value !== 'string' || value === '') return []
  return value.split(',').map((each) => {
    const [pupil = '', letter] = each.split(':')
    return { pupil, session: session.parse(half), code: code.parse(letter) }
  })
}

const fromItem = (item: Item): AbsenceDay => {
  const { sk, ...attributes } = Listed.parse(item)
  const inOrder = Object.entries(attributes).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return { date: sk, absences: inOrder.flatMap(readAttribute) }
}

/** One update for registers of one date: those that list somebody are set, those that list nobody leave no attribute. */
const listing = (registers: readonly Register[]) => {
  const lists = registers.map((register) => ({ name: attributeOf(register), value: coded(listedIn(register)) }))
  const names = Object.fromEntries(lists.map(({ name }, index) => [`#r${index}`, name]))
  const values = Object.fromEntries(lists.flatMap(({ value }, index) => (value === '' ? [] : [[`:r${index}`, value]])))
  const places = lists.map(({ value }, index) => ({ index, isSet: value !== '' }))
  const set = ['school = :yes', ...places.filter(({ isSet }) => isSet).map(({ index }) => `#r${index} = :r${index}`)]
  const remove = places.filter(({ isSet }) => !isSet).map(({ index }) => `#r${index}`)
  return {
    UpdateExpression: `SET ${set.join(', ')}${remove.length > 0 ? ` REMOVE ${remove.join(', ')}` : ''}`,
    ...(lists.length > 0 ? { ExpressionAttributeNames: names } : {}),
    ExpressionAttributeValues: { ':yes': true, ...values },
  }
}

/** What keeps the list of a date equal to a register of it, as a step of the transaction that saves the register. */
export const listStep = (academy: string, register: Register): Step => ({
  update: { Key: absenceDayKey(academy, register.date), ...listing([register]) },
})

export const absenceDayStore = (db: Db): AbsenceDayStore => ({
  listAbsences: async (academy, date, registers) => {
    await updateIf(db, { Key: absenceDayKey(academy, date), ...listing(registers) })
  },

  absenceDays: async (academy, which) => {
    const pk = absenceDaysPk(academy)
    const items =
      'newest' in which
        ? await queryItems(db, { pk, newestFirst: true, limit: which.newest, strong: false })
        : await queryItems(db, { pk, between: [which.from, which.until], strong: false })
    return items.map(fromItem).toSorted((one, other) => (one.date < other.date ? -1 : 1))
  },
})
