import { describe, expect, test } from 'vitest'
import { aCard, aText, at, DATE } from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { freshStores } from '../../test/support/stores.ts'
import type { TextRecord } from '../domain/absence.ts'
import { penceOf } from '../domain/texts/spend.ts'
import { watchSpend } from './spend-watch.ts'

const ACADEMY = 'springbank'
const policy = {
  ...springbankPolicy,
  texts: { ...springbankPolicy.texts, provider: 'notify' as const, warnAtPounds: 1 },
}
const card = (pupil: string, rest: Partial<TextRecord> = {}) =>
  aCard(pupil, 'unexplained', { texts: aText({ contactId: 'mum', parts: 3, ...rest }) })

describe('what the texts of a day are held to cost', () => {
  test('is the parts by the price of the carrier', () => {
    expect(penceOf([card('P1'), card('P2', { parts: 2 })], policy)).toBe(12)
    expect(penceOf([card('P1')], { texts: { ...policy.texts, provider: 'twilio' } })).toBe(10.5)
  })
  test('counts a text about brothers and sisters once, and none that was refused', () => {
    expect(penceOf([card('P1'), card('P2', { owner: 'P1' }), card('P3', { state: 'refused' })], policy)).toBe(7.2)
  })
})

describe('the Lead', () => {
  const school = async () => {
    const { stores } = await freshStores()
    const count = (date: string, texts: number) => {
      const cards = Array.from({ length: texts }, (_, index) => card(`P${index}`))
      return watchSpend(stores, { academy: ACADEMY, date, cards, policy, policyVersion: 'v1' }, at('15:30', date))
    }
    const tasks = async () => (await stores.open(ACADEMY)).tasks
    return { stores, count, tasks }
  }
  test('is told once when a month costs more than the policy expects', async () => {
    const { stores, count, tasks } = await school()
    await count(DATE, 10)
    expect(await tasks()).toEqual([])
    await count('2026-01-13', 10)
    expect((await tasks()).map(({ kind, doers, urgent }) => [kind, doers, urgent])).toEqual([
      ['spend', ['lead', 'head'], false],
    ])
    const [task] = await tasks()
    expect(task?.why).toContain('£1.44, more than the £1 the policy expects')
    if (!task) return
    const outcome = { what: 'seen', by: 's-lead', at: at('16:00') }
    await stores.endTask(ACADEMY, task, 'done', outcome, { at: at('16:00'), by: 's-lead', kind: 'task-done' })
    await count('2026-01-14', 10)
    expect(await tasks()).toEqual([])
  })
  test('is not told of a day that is counted twice, nor of another month', async () => {
    const { count, tasks } = await school()
    await count(DATE, 10)
    await count(DATE, 10)
    await count('2026-02-02', 10)
    expect(await tasks()).toEqual([])
  })
})
