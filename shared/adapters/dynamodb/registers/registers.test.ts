import { PutCommand } from '@aws-sdk/lib-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import { beforeAll, describe, expect, test } from 'vitest'
import { AT, act, aRegister, DATE, SCHOOL } from '../../../../test/support/stored-examples.ts'
import { type FreshStores, freshStores } from '../../../../test/support/stores.ts'
import type { Mark } from '../../../domain/register.ts'
import { itemSize } from '../item-size.ts'
import { toRegisterItem } from './register-item.ts'

let fresh: FreshStores
beforeAll(async () => {
  fresh = await freshStores()
})

describe('a register', () => {
  test('is read back as it was saved, one version on', async () => {
    const register = aRegister({
      amendedAt: '2026-01-12T10:19:00.000Z',
      marks: {
        P001: { code: '/', source: 'teacher' },
        P002: { code: 'N', source: 'close' },
        P003: { code: 'L', source: 'arrival', minutesLate: 7 },
        P004: { code: 'B', source: 'office', note: 'at a museum' },
      },
    })
    await expect(fresh.stores.saveRegister(SCHOOL, register, 0, act())).resolves.toBe('saved')
    await expect(fresh.stores.register(SCHOOL, DATE, 'AM', '7a')).resolves.toEqual({ ...register, version: 1 })
  })

  test('that was never saved is not there', async () => {
    await expect(fresh.stores.register(SCHOOL, DATE, 'PM', 'none')).resolves.toBeUndefined()
  })

  test('saved from an older version changes nothing', async () => {
    const first = aRegister({ classId: '8b' })
    await fresh.stores.saveRegister(SCHOOL, first, 0, act('register-saved', { by: 'T1' }))
    const other = aRegister({ classId: '8b', marks: { P001: { code: 'N', source: 'teacher' } } })
    await expect(fresh.stores.saveRegister(SCHOOL, other, 0, act('register-saved', { by: 'T2' }))).resolves.toBe(
      'stale',
    )
    await expect(fresh.stores.saveRegister(SCHOOL, other, 7, act('register-saved', { by: 'T2' }))).resolves.toBe(
      'stale',
    )
    expect((await fresh.stores.register(SCHOOL, DATE, 'AM', '8b'))?.marks).toEqual(first.marks)
    await expect(fresh.stores.saveRegister(SCHOOL, other, 1, act('register-saved', { by: 'T2' }))).resolves.toBe(
      'saved',
    )
    expect((await fresh.stores.register(SCHOOL, DATE, 'AM', '8b'))?.version).toBe(2)
  })

  test('saved by two people at once is saved by one of them', async () => {
    const saves = ['T1', 'T2', 'T3', 'T4'].map((by) =>
      fresh.stores.saveRegister(SCHOOL, aRegister({ classId: '9c' }), 0, act('register-saved', { by })),
    )
    expect((await Promise.all(saves)).filter((answer) => answer === 'saved')).toHaveLength(1)
  })

  test('whose answer was lost on the way is saved, not stale, when the same save comes again', async () => {
    const save = () => fresh.stores.saveRegister(SCHOOL, aRegister({ classId: '10d' }), 0, act())
    await expect(save()).resolves.toBe('saved')
    await expect(save()).resolves.toBe('saved')
    expect((await fresh.stores.register(SCHOOL, DATE, 'AM', '10d'))?.version).toBe(1)
  })
})

const classOf36 = (mark: (index: number) => Mark) =>
  Object.fromEntries(Array.from({ length: 36 }, (_, index) => [`P${String(10_000 + index)}`, mark(index)]))

const savedAct = act('register-saved', {
  by: 'T0123456789',
  look: true,
  policy: '0123456789abcdef',
  detail: { classId: '11-springfield', session: 'AM', absent: 4 },
})

describe('a register of 36 pupils', () => {
  const ordinary = classOf36((index) => {
    if (index < 3) return { code: 'N', source: 'teacher' }
    if (index < 5) return { code: 'L', source: 'arrival', minutesLate: 12 }
    if (index < 7) return { code: 'M', source: 'known' }
    return { code: '/', source: 'teacher' }
  })
  const imported = classOf36(() => ({ code: '/', source: 'import' }))

  test.each([
    ['taken in class', ordinary],
    ['posted by the school’s own system', imported],
  ])('%s is within 1,024 bytes with its act', async (_, marks) => {
    const item = toRegisterItem(SCHOOL, aRegister({ classId: '11-springfield', marks }), 1, savedAct)
    expect(itemSize(marshall(item, { removeUndefinedValues: true }))).toBeLessThanOrEqual(1024)
  })

  test('costs one write unit to save, and one to save again', async () => {
    for (const version of [1, 2]) {
      const item = toRegisterItem(SCHOOL, aRegister({ classId: '11-springfield', marks: ordinary }), version, savedAct)
      const { ConsumedCapacity } = await fresh.client.send(
        new PutCommand({ TableName: fresh.table, Item: item, ReturnConsumedCapacity: 'TOTAL' }),
      )
      expect(ConsumedCapacity?.CapacityUnits).toBe(1)
    }
  })
})

describe('the day', () => {
  test('gives registers, brakes, replies and sweeps of that date only', async () => {
    const { stores } = fresh
    const date = '2026-02-02'
    await stores.saveRegister(SCHOOL, aRegister({ date }), 0, act())
    await stores.saveRegister(SCHOOL, aRegister({ date: '2026-02-03' }), 0, act())
    await stores.ranSweep(SCHOOL, date, 'lunch', AT)
    await stores.ranSweep(SCHOOL, date, 'lunch', '2026-02-02T13:00:00.000Z')
    const day = await stores.day(SCHOOL, date)
    expect(day.registers.map((register) => register.date)).toEqual([date])
    expect(day.runs).toEqual({ lunch: AT })
    await expect(stores.runs(SCHOOL, date)).resolves.toEqual({ lunch: AT })
    await expect(stores.runs(SCHOOL, '2026-02-03')).resolves.toEqual({})
  })
})
