/** A file of marks that is longer than one call of the function has time for. */
import { beforeEach, describe, expect, test } from 'vitest'
import type { Stores } from '../../shared/ports/stores.ts'
import type { World } from '../../shared/ports/world.ts'
import { pupilRow, ROLL } from '../../test/support/importing-school.ts'
import { memoryFiles } from '../../test/support/memory-files.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { act, SCHOOL } from '../../test/support/stored-examples.ts'
import { freshStores } from '../../test/support/stores.ts'
import { make } from './handler.ts'

const NOW = '2026-01-12T18:00:00.000Z'
const CLASSES = ['3A', '3B']
const DAYS = ['06', '07', '08', '09'].map((day) => `2026-01-${day}`)
const MARKS = [
  'date,session,class,pupilId,code',
  ...DAYS.flatMap((date) =>
    (['AM', 'PM'] as const).flatMap((session) =>
      CLASSES.flatMap((name) =>
        [1, 2].map((nth) => `${date},${session},${name},${name}${nth},${session === 'AM' ? '/' : '\\'}`),
      ),
    ),
  ),
]
const ROWS = MARKS.length - 1
const REGISTERS = DAYS.length * 2 * CLASSES.length
/** Each save takes so long that a call of 200 seconds has time for six or so. */
const SECONDS_A_SAVE = 45

let saves: string[]
let dies: (save: number) => boolean
const schoolWith = async (csv: readonly string[]) => {
  const { stores, table } = await freshStores()
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  const { files } = memoryFiles()
  const text = new TextEncoder()
  await files.put(
    'roll',
    text.encode([ROLL, ...CLASSES.flatMap((name) => [1, 2].map((nth) => pupilRow(`${name}${nth}`, name)))].join('\n')),
    'text/csv',
  )
  await files.put('marks', text.encode(csv.join('\n')), 'text/csv')
  let seconds = 0
  const waiting: unknown[] = []
  const slow: Stores = {
    ...stores,
    saveRegister: async (academy, register, expected, why) => {
      if (dies(saves.length + 1)) throw new Error('the process dies')
      seconds += SECONDS_A_SAVE
      const saved = await stores.saveRegister(academy, register, expected, why)
      if (saved === 'saved') saves.push(`${register.date} ${register.session} ${register.classId}`)
      return saved
    },
  }
  // What an import never asks of the world is left out.
  const world = {
    env: {
      TABLE: table,
      FILES_BUCKET: 'files',
      PHONES_SECRET: 'phones',
      IMPORTS_QUEUE_URL: 'imports',
      ACCOUNTS_SECRET: 'accounts',
      TRIES: '5',
    },
    clock: { now: () => new Date(Date.parse(NOW) + seconds * 1000).toISOString() },
    log: { write: () => undefined },
    stores: () => slow,
    files: () => files,
    queue: () => ({ send: async (messages: readonly unknown[]) => void waiting.push(...messages) }),
  } as unknown as World
  const handle = make(world)
  const call = (message: unknown) =>
    handle({ Records: [{ messageId: 'm', body: JSON.stringify(message), attributes: {} }] } as never, {} as never)
  const report = (id: string) => stores.importReport(SCHOOL, id)
  /** Brings a message, and again when it failed, as its queue does; then whatever it left. Answers the report after each call. */
  const bring = async (message: { readonly importId: string }) => {
    const reports = []
    waiting.push(message)
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const { batchItemFailures } = (await call(next)) as { batchItemFailures: readonly unknown[] }
      if (batchItemFailures.length > 0) waiting.unshift(next)
      reports.push(await report(message.importId))
    }
    return reports
  }
  const asked = { academy: SCHOOL, asOf: '2026-01-12T17:00:00.000Z' }
  await bring({ ...asked, importId: 'roll', file: 'roll', path: 'roll' } as never)
  return { stores, bring, marks: { ...asked, importId: 'marks', file: 'marks', path: 'marks' } }
}

beforeEach(() => {
  saves = []
  dies = () => false
})

describe('a file of marks longer than a call', () => {
  test('goes on where it stopped, its report counting all the while, and each register is saved once', async () => {
    const { bring, marks } = await schoolWith(MARKS)
    const reports = await bring(marks)
    expect(reports.length).toBeGreaterThan(2)
    const before = reports.slice(0, -1)
    expect(new Set(before.map((each) => each?.state))).toEqual(new Set(['checking']))
    const done = reports.map((each) => each?.done ?? 0)
    expect(done).toEqual(done.toSorted((one, other) => one - other))
    expect(new Set(done).size).toBe(done.length)
    expect(reports.at(-1)).toMatchObject({
      state: 'live',
      rows: ROWS,
      done: ROWS,
      differences: { counts: { added: ROWS, changed: 0, unchanged: 0 } },
    })
    expect(saves).toHaveLength(REGISTERS)
    expect(new Set(saves).size).toBe(REGISTERS)
  })

  test('whose process dies in the middle is brought again: whole registers stand, and none is saved twice', async () => {
    let died = 0
    dies = (save) => save === 9 && died++ < 1
    const { bring, marks, stores } = await schoolWith(MARKS)
    const reports = await bring(marks)
    expect(died).toBeGreaterThan(0)
    expect(reports.at(-1)).toMatchObject({ state: 'live', done: ROWS })
    expect(new Set(saves).size).toBe(REGISTERS)
    expect(saves).toHaveLength(REGISTERS)
    for (const date of DAYS)
      for (const { marks: saved, version } of await stores.registersOn(SCHOOL, date, true))
        expect([Object.keys(saved).length, version]).toEqual([2, 1])
  })

  test('with a broken row anywhere changes nothing, and the row is named by line and column', async () => {
    const broken = MARKS.map((line, index) => (index === 20 ? line.replace(/[/\\]$/, 'ZZ9') : line))
    const { bring, marks } = await schoolWith(broken)
    const [report] = await bring(marks)
    expect(report).toMatchObject({ state: 'refused', problems: [{ line: 21, column: 'code' }] })
    expect(saves).toEqual([])
  })
})
