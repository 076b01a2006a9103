/** A trust of made-up academies loaded in bulk: roll, contacts and a year of registers straight into the table, nothing played. */
import { fileURLToPath } from 'node:url'
import { loadPolicies } from '../../academies/load.ts'
import type { Policy } from '../../academies/policy.ts'
import { localClient } from '../../shared/adapters/dynamodb/client.ts'
import { createTable } from '../../shared/adapters/dynamodb/create-table.ts'
import { dynamoStores } from '../../shared/adapters/dynamodb/dynamo-stores.ts'
import { toRegisterItem } from '../../shared/adapters/dynamodb/registers/register-item.ts'
import { writeAll } from '../../shared/adapters/dynamodb/write-many.ts'
import type { Code } from '../../shared/domain/codes.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { Mark, Register } from '../../shared/domain/register.ts'
import { addDays, type LocalDate, weekday } from '../../shared/domain/time.ts'

export const FIRST_DAY = '2025-09-01'
/** The night on which everything is made: a half term is over and its N are settled. */
export const NOW = '2026-06-06T02:00:00.000Z'
const CLASS_SIZE = 30

export interface School {
  readonly academy: string
  readonly pupils: number
}

export const openStores = (endpoint: string, table: string) =>
  dynamoStores(localClient(endpoint, table), table, {
    phoneKeys: async () => [{ version: '1', value: 'a key for the numbers of a trust that is not' }],
  })

/** Springbank's policy with the Department's file on, so that every extract is made. */
const policyOf = (academy: string): Policy => {
  const { policies } = loadPolicies(fileURLToPath(new URL('../../academies', import.meta.url)))
  const found = policies.springbank?.policy
  if (!found) throw new Error('There is no policy of Springbank')
  const recipients = found.extracts.recipients.map((recipient) => ({ ...recipient, on: true }))
  return { ...found, academy, extracts: { ...found.extracts, recipients } }
}

const keyOf = (index: number): string => index.toString(36).padStart(3, '0')
const classOf = (index: number): string => `c${Math.floor(index / CLASS_SIZE)}`

const pupilOf = (index: number): Omit<Pupil, 'contacts' | 'agencies'> => ({
  key: keyOf(index),
  pupilId: `P${index}`,
  upn: `Z9000000${String(index).padStart(5, '0')}`,
  forename: `Pupil${index}`,
  surname: `Made-up${index % 97}`,
  dateOfBirth: `${2014 + (index % 6)}-0${1 + (index % 9)}-15`,
  sex: index % 2 === 0 ? 'F' : 'M',
  yearGroup: String(1 + (index % 6)),
  classId: classOf(index),
  admitted: '2023-09-04',
  flags: index % 50 === 0 ? ['lookedAfter'] : index % 4 === 0 ? ['fsm'] : [],
})

/** The same code for the same pupil and session however often it is asked: about 94% present. */
const codeOf = (index: number, day: number, session: 'AM' | 'PM'): Code => {
  const spell = (index * 31 + Math.floor(day / 2) * 17) % 100
  if (spell < 4) return 'I'
  if (spell < 5) return 'O'
  if (spell < 6) return 'C'
  return session === 'AM' ? (spell === 6 ? 'L' : '/') : '\\'
}

const schoolDays = (from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const days: LocalDate[] = []
  for (let date = from; date <= until; date = addDays(date, 1)) if (weekday(date) <= 5) days.push(date)
  return days
}

const registerOf = (
  classId: string,
  indexes: readonly number[],
  date: LocalDate,
  day: number,
  session: 'AM' | 'PM',
): Register => {
  const at = `${date}T09:10:00.000Z`
  const marks = Object.fromEntries(
    indexes.map((index): [string, Mark] => [keyOf(index), { code: codeOf(index, day, session), source: 'teacher' }]),
  )
  return { classId, date, session, version: 1, submitted: true, submittedAt: at, asOf: at, marks }
}

/** Loads one academy; answers how many marks it has. */
export const loadAcademy = async (endpoint: string, table: string, { academy, pupils }: School): Promise<number> => {
  const stores = openStores(endpoint, table)
  const db = { client: localClient(endpoint, table), table }
  const act = { at: NOW, by: 'system', kind: 'loaded' }
  await stores.policies.publish(academy, { version: 'v1', policy: policyOf(academy), from: '2020-01-01' }, act)
  const everybody = Array.from({ length: pupils }, (_, index) => index)
  const classes = Map.groupBy(everybody, classOf)
  await stores.roll.stage(academy, 1, { file: 'roll', pupils: everybody.map(pupilOf) })
  const list = [...classes].map(([id, own]) => ({ id, name: id, yearGroup: '3', pupils: own.length }))
  await stores.roll.goLive(academy, 'roll', 0, 1, list, act)
  let marks = 0
  for (const [day, date] of schoolDays(FIRST_DAY, NOW.slice(0, 10)).entries()) {
    const puts = (['AM', 'PM'] as const).flatMap((session) =>
      [...classes].map(([id, own]) => {
        marks += own.length
        return { put: toRegisterItem(academy, registerOf(id, own, date, day, session), 1, act) }
      }),
    )
    await writeAll(db, puts)
  }
  return marks
}

export const newTable = (endpoint: string, table: string): Promise<void> =>
  createTable(localClient(endpoint, table), table)
