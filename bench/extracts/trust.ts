/** A trust of made-up academies loaded in bulk: roll, adults, agencies, a year of registers, returns and referrals straight into the table, nothing played. */
import { fileURLToPath } from 'node:url'
import { loadPolicies } from '../../academies/load.ts'
import type { Policy } from '../../academies/policy.ts'
import { localClient } from '../../shared/adapters/dynamodb/client.ts'
import { createTable } from '../../shared/adapters/dynamodb/create-table.ts'
import { dynamoStores } from '../../shared/adapters/dynamodb/dynamo-stores.ts'
import { toRegisterItem } from '../../shared/adapters/dynamodb/registers/register-item.ts'
import { writeAll } from '../../shared/adapters/dynamodb/write-many.ts'
import { datesIn } from '../../shared/counting/marks-between.ts'
import type { Mark, Register } from '../../shared/domain/register.ts'
import { type LocalDate, weekday } from '../../shared/domain/time.ts'
import type { StagedFile } from '../../shared/ports/roll-store.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { agenciesOf, classOf, codeOf, contactsOf, keyOf, pupilOf, referredOf, returnOf } from './made-up.ts'

/** The night after the last school day of the year, when most is due. */
export const NOW = '2026-07-23T02:00:00.000Z'
export const LAST_DAY = '2026-07-22'
/** In the last week that is over. */
const REPORTED = '2026-07-15'
const ACT = { at: NOW, by: 'system', kind: 'loaded' }

export interface School {
  readonly academy: string
  readonly pupils: number
  /** The first day with registers: the first of the school year, or a later one for a small trial. */
  readonly from: LocalDate
}

export const openStores = (endpoint: string, table: string): Stores =>
  dynamoStores(localClient(endpoint, table), table, {
    phoneKeys: async () => [{ version: '1', value: 'a key for the numbers of a trust that is not' }],
  })

/** Springbank's policy with every recipient on, so that every extract is made. */
const policyOf = (academy: string): Policy => {
  const { policies } = loadPolicies(fileURLToPath(new URL('../../academies', import.meta.url)))
  const found = policies.springbank?.policy
  if (!found) throw new Error('There is no policy of Springbank')
  const recipients = found.extracts.recipients.map((recipient) => ({ ...recipient, on: true }))
  return { ...found, academy, extracts: { ...found.extracts, recipients } }
}

const schoolDays = (policy: Policy, from: LocalDate): readonly LocalDate[] =>
  policy.calendar.terms.flatMap(datesIn).filter((date) => from <= date && date <= LAST_DAY && weekday(date) <= 5)

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

const loadPeople = async (
  stores: Stores,
  academy: string,
  everybody: readonly number[],
  policy: Policy,
): Promise<void> => {
  const school = policy.extracts.recipients.find(({ kind }) => kind === 'virtual-school')?.name ?? ''
  const of = <T>(each: (index: number) => T) =>
    Object.fromEntries(everybody.map((index) => [keyOf(index), each(index)]))
  const files: readonly StagedFile[] = [
    { file: 'roll', pupils: everybody.map(pupilOf) },
    { file: 'contacts', byPupil: of(contactsOf) },
    { file: 'agencies', byPupil: of((index) => agenciesOf(index, school)) },
  ]
  const classes = [...Map.groupBy(everybody, classOf)].map(([id, own]) => ({
    id,
    name: id,
    yearGroup: '3',
    pupils: own.length,
  }))
  const { generations } = await stores.roll.live(academy)
  for (const staged of files) {
    const live = generations[staged.file]
    await stores.roll.stage(academy, live + 1, staged)
    const list = staged.file === 'roll' ? classes : undefined
    await stores.roll.goLive(academy, staged.file, live, live + 1, list, ACT)
  }
}

/** What is already there from a run that was stopped is left. */
const loadMatters = async (stores: Stores, academy: string, everybody: readonly number[]): Promise<void> => {
  const at = `${REPORTED}T12:00:00.000Z`
  for (const index of everybody) {
    const asked = returnOf(index, REPORTED, at)
    if (asked) await stores.askReturn(academy, asked, ACT)
    const referred = referredOf(index, REPORTED, at)
    if (referred) await stores.savePenaltyRecord(academy, referred, ACT)
  }
}

/** Loads one academy; answers how many marks it has. An academy that was loaded half is loaded anew. */
export const loadAcademy = async (
  endpoint: string,
  table: string,
  { academy, pupils, from }: School,
): Promise<number> => {
  const stores = openStores(endpoint, table)
  const db = { client: localClient(endpoint, table), table }
  const policy = policyOf(academy)
  await stores.policies.publish(academy, { version: 'v1', policy, from: '2020-01-01' }, ACT)
  const everybody = Array.from({ length: pupils }, (_, index) => index)
  await loadPeople(stores, academy, everybody, policy)
  await loadMatters(stores, academy, everybody)
  const classes = [...Map.groupBy(everybody, classOf)]
  const days = schoolDays(policy, from)
  for (const [day, date] of days.entries())
    await writeAll(
      db,
      (['AM', 'PM'] as const).flatMap((session) =>
        classes.map(([id, own]) => ({
          put: toRegisterItem(academy, registerOf(id, own, date, day, session), 1, ACT),
        })),
      ),
    )
  return days.length * 2 * pupils
}

export const newTable = (endpoint: string, table: string): Promise<void> =>
  createTable(localClient(endpoint, table), table)
