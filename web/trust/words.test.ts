import { describe, expect, test } from 'vitest'
import { readRejected } from './rejected.ts'
import { type Academy, kindInWords, missingInWords, partInWords, troublesOf } from './words.ts'

const missing = (count: number): Pick<Academy, 'registers'> => ({
  registers: {
    due: 40,
    missing: Array.from({ length: count }, (_, index) => ({
      class: { id: `c${index >> 1}`, name: `C${index >> 1}` },
      session: index % 2 === 0 ? ('AM' as const) : ('PM' as const),
    })),
  },
})
const CALM: Pick<Academy, 'missed' | 'late' | 'registers' | 'texts' | 'cost'> = {
  missed: 0,
  late: 0,
  registers: { due: 2, missing: [] },
  texts: { sent: 3, delivered: 3, failed: 0, uncertain: 0 },
  cost: { todayPence: 12, monthPence: 6000, expectedPounds: 60 },
}
const troubles = (rest: Partial<Academy>) => troublesOf({ ...CALM, ...rest } as Academy)

describe('an academy as the Trust sees it', () => {
  test('nothing stands out on a good day, and a month that costs what was expected is one', () => {
    expect(troubles({})).toEqual([])
  })

  test('what was missed comes before what was late, and one is one', () => {
    expect(troubles({ late: 2, missed: 1, ...missing(1) })).toEqual([
      '1 step missed',
      '2 steps late',
      '1 register missing',
    ])
    expect(troubles({ texts: { sent: 3, delivered: 1, failed: 2, uncertain: 1 } })).toEqual([
      '2 texts failed',
      '1 text unknown',
    ])
    expect(troubles({ cost: { todayPence: 1, monthPence: 6001, expectedPounds: 60 } })).toHaveLength(1)
  })

  test('a class whose two registers are missing is named once, and of many only the first', () => {
    expect(missingInWords(missing(4))).toBe('4 of 40 missing: C0, C1')
    expect(missingInWords(missing(16))).toBe('16 of 40 missing: C0, C1, C2, C3, C4, C5 and 2 classes more')
    expect(missingInWords(missing(0))).toBe('All 40 in')
  })

  test('nobody is no per cent of nobody', () => {
    expect([partInWords(76, 417), partInWords(0, 0)]).toEqual(['76 of 417, 18.2%', '–'])
    expect(kindInWords('attendance-return')).toBe('Attendance return')
  })
})

describe('rows that an officer does not take', () => {
  test('are read from lines of a number and a reason, however they are set apart', () => {
    expect(readRejected('12 The UPN is not ours\n\n 3: moved away ')).toEqual([
      { row: 12, because: 'The UPN is not ours' },
      { row: 3, because: 'moved away' },
    ])
  })

  test('a line without a number, or without a reason, is given back as it is', () => {
    expect(readRejected('12 fine\nthe third row')).toEqual({ line: 'the third row' })
    expect(readRejected('12')).toEqual({ line: '12' })
  })
})
