import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { Code } from '../codes.ts'
import { tallyOf } from '../counting/tally.ts'
import { afterMarksChanged } from './marks-changed.ts'
import { noStage, type StageRecord } from './stage.ts'

const { thresholds } = springbankPolicy
const at = '2025-12-08T16:00:00.000Z'
/** A letter of 20 possible sessions, 4 missed without leave. */
const tally = { possible: 20, attended: 16, authorised: 0, unauthorised: 4, late: 0 }
const letter = { step: 'stage-1', on: '2025-12-05', tally, at, letters: ['l1'] } as const
const told: StageRecord = { ...noStage('P1', '2025-09-01'), sent: [letter] }
const change = (date: string, was: Code, is: Code) => ({ date, was, is })
const amended = (record: StageRecord, ...changes: readonly ReturnType<typeof change>[]) =>
  afterMarksChanged(record, changes, '2026-01-12', thresholds)

describe('marks that change after a letter told of them', () => {
  test('are noted beside it, and what went stays as it went', () => {
    const noted = amended(told, change('2025-12-01', 'O', 'I'))
    expect(noted.sent).toEqual([
      { ...letter, corrected: { on: '2026-01-12', now: { ...tally, authorised: 1, unauthorised: 3 }, holds: true } },
    ])
    expect(noted.waitsSince).toBeUndefined()
  })

  test('so that it would not have gone, make everything further wait for a person', () => {
    const noted = amended(told, ...['01', '02', '03', '04'].map((day) => change(`2025-12-${day}`, 'O', '/')))
    expect(noted).toMatchObject({ waitsSince: '2026-01-12', sent: [{ corrected: { holds: false } }] })
  })

  test('back again leave no note; what waits for a person waits on', () => {
    const days = ['01', '02', '03', '04']
    const there = amended(told, ...days.map((day) => change(`2025-12-${day}`, 'O', '/')))
    const back = amended(there, ...days.map((day) => change(`2025-12-${day}`, '/', 'O')))
    expect([back.sent, back.waitsSince]).toEqual([[letter], '2026-01-12'])
  })

  test('of days after it, of another school year, or behind a warning text change nothing', () => {
    expect(amended(told, change('2025-12-08', 'O', '/'))).toBe(told)
    expect(amended(told, change('2025-07-15', 'O', '/'))).toBe(told)
    const warned = { ...told, sent: [{ ...letter, step: 'warning' as const }] }
    expect(amended(warned, change('2025-12-01', 'O', '/'))).toBe(warned)
  })

  test('leave the figures that counting everything again would give, in whatever order they come', () => {
    const codes = fc.constantFrom<Code>('/', '\\', 'L', 'O', 'I', 'C2', 'X', '#', 'N', 'U')
    fc.assert(
      fc.property(fc.array(fc.tuple(codes, codes), { minLength: 1, maxLength: 30 }), (marks) => {
        const figures = (which: 0 | 1) => tallyOf(marks.map((both) => ({ code: both[which] })))
        const sent = { ...letter, tally: figures(0) }
        const noted = marks.reduceRight((record, [was, is]) => amended(record, change('2025-12-01', was, is)), {
          ...told,
          sent: [sent],
        } as StageRecord)
        const { late: _late, ...is } = figures(1)
        const { late: _then, ...stands } = noted.sent[0]?.corrected?.now ?? sent.tally
        expect(stands).toEqual(is)
      }),
    )
  })
})
