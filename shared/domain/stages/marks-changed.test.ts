import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { afterMarksChanged, toldOf } from './marks-changed.ts'
import { noStage, type StageRecord } from './stage.ts'

const { thresholds } = springbankPolicy
const at = '2025-12-08T16:00:00.000Z'
/** A letter of 20 possible sessions, 4 missed without leave. */
const tally = { possible: 20, attended: 16, authorised: 0, unauthorised: 4, late: 0 }
const ILL_ONCE = { ...tally, authorised: 1, unauthorised: 3 }
const ALWAYS_IN = { ...tally, attended: 20, unauthorised: 0 }
const letter = { step: 'stage-1', on: '2025-12-05', tally, at, letters: ['l1'] } as const
const told: StageRecord = { ...noStage('P1', '2025-09-01'), sent: [letter] }
const counted = (record: StageRecord, now: typeof tally, on = '2026-01-12') =>
  afterMarksChanged(record, [{ step: 'stage-1', now }], on, thresholds)

describe('marks that change after a letter told of them', () => {
  test('are noted beside it, and what went stays as it went', () => {
    const noted = counted(told, ILL_ONCE)
    expect(noted.sent).toEqual([{ ...letter, corrected: { on: '2026-01-12', now: ILL_ONCE, holds: true } }])
    expect(noted.waitsSince).toBeUndefined()
  })

  test('so that it would not have gone, make everything further wait for a person', () => {
    expect(counted(told, ALWAYS_IN)).toMatchObject({
      waitsSince: '2026-01-12',
      sent: [{ corrected: { holds: false } }],
    })
  })

  test('back again leave no note; what waits for a person waits on', () => {
    const back = counted(counted(told, ALWAYS_IN), tally)
    expect([back.sent, back.waitsSince]).toEqual([[letter], '2026-01-12'])
  })

  test('are noted once, of the day on which that was, however often they are counted', () => {
    const noted = counted(told, ILL_ONCE)
    expect(counted(noted, { ...ILL_ONCE, late: 2 }, '2026-01-13')).toBe(noted)
    expect(counted(told, { ...tally, late: 1 })).toBe(told)
  })

  test('concern the letters that told of their date, and no warning text', () => {
    const record: StageRecord = { ...told, sent: [{ ...letter, step: 'warning' }, letter] }
    expect(toldOf(record, '2025-12-05')).toEqual([letter])
    expect(toldOf(record, '2025-12-08')).toEqual([])
  })

  test('leave a person’s word on it: what they have looked at stops nothing anew', () => {
    const looked: StageRecord = { ...told, sent: [{ ...letter, stands: { by: 's-lead', at } }] }
    const noted = counted(looked, ALWAYS_IN)
    expect([noted.waitsSince, noted.sent[0]?.corrected?.now]).toEqual([undefined, ALWAYS_IN])
  })
})
