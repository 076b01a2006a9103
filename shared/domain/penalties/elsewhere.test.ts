import { describe, expect, test } from 'vitest'
import { aContact } from '../../../test/support/stored-examples.ts'
import type { CountedMark } from '../counting/tally.ts'
import { type Elsewhere, marksInTrust, recordInTrust } from './elsewhere.ts'
import { noPenalties } from './record.ts'

const o = (date: string, session: 'AM' | 'PM' = 'AM'): CountedMark => ({ date, session, code: 'O' })
const hilltop = (more: Partial<Elsewhere> = {}): Elsewhere => ({
  enrolment: { academy: 'hilltop', pupil: 'h1', joined: '2021-09-06', joinedHere: '2026-01-06' },
  marks: [],
  weeks: [],
  considered: [],
  notices: [],
  ...more,
})

describe('sessions that two schools marked', () => {
  const theirs = hilltop({ marks: [o('2025-12-19'), o('2026-01-06'), o('2026-01-06', 'PM'), o('2026-01-07')] })
  const dates = (marks: readonly CountedMark[]) => marks.map(({ date, session }) => `${date} ${session}`)

  test('are this school’s, also where the child was here: the school before had not heard yet', () => {
    const here = new Set(['2026-01-06 AM', '2026-01-06 PM'])
    expect(dates(marksInTrust([], [theirs], here))).toEqual(['2025-12-19 AM', '2026-01-07 AM'])
  })

  test('count once where the child was at neither', () => {
    expect(dates(marksInTrust([o('2026-01-06')], [theirs], new Set(['2026-01-06 AM'])))).toEqual([
      '2026-01-06 AM',
      '2025-12-19 AM',
      '2026-01-06 PM',
      '2026-01-07 AM',
    ])
  })
})

describe('a notice that another school recorded', () => {
  const to = (name: string) => ({
    notices: [{ id: 'n1', contactId: 'x', name, academy: 'hilltop', entries: [] }],
  })
  const whose = (name: string, ...names: readonly string[]) => {
    const contacts = names.map((each, index) => aContact({ contactId: `c${index + 1}`, name: each }))
    return recordInTrust(noPenalties('P1', '2016-10-01'), [hilltop(to(name))], contacts).notices[0]?.contactId
  }

  test('is that of the parent of this name, however it is written', () => {
    expect(whose('Mrs Robin Moorland', 'Alex Moorland', 'Robin  Moorland')).toBe('c2')
  })

  test('is told by the title where two have the name', () => {
    expect(whose('Mr J Moorland', 'Mrs J Moorland', 'Mr J Moorland')).toBe('c2')
  })

  test('is nobody’s by accident where nothing tells two apart', () => {
    expect(whose('J Moorland', 'Mrs J Moorland', 'Mr J Moorland')).toBe('hilltop:x')
  })
})
