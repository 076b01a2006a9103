import { describe, expect, test } from 'vitest'
import type { Code } from '../codes.ts'
import type { CountedMark } from '../counting/tally.ts'
import { afterDate, type ImprovementWindow } from './improve.ts'

const WINDOW: ImprovementWindow = {
  decision: 'd1',
  from: '2026-01-26',
  until: '2026-03-13',
  mostUnauthorised: 1,
  state: 'running',
}
const mark = (date: string, code: Code, session: 'AM' | 'PM' = 'AM'): CountedMark => ({ date, session, code })

describe('a notice to improve', () => {
  test('runs while no more is missed than it allows', () => {
    expect(afterDate(WINDOW, [mark('2026-02-02', 'O')], '2026-02-02')).toEqual(WINDOW)
  })
  test('is breached by the session after, at once', () => {
    const marks = [mark('2026-02-02', 'O'), mark('2026-02-03', 'U')]
    expect(afterDate(WINDOW, marks, '2026-02-03')).toMatchObject({ state: 'breached', endedOn: '2026-02-03' })
  })
  test('is not breached by an N, whose reason may yet come, nor improved while one could breach it', () => {
    const marks = [mark('2026-02-02', 'O'), mark('2026-03-13', 'N')]
    expect(afterDate(WINDOW, marks, '2026-03-13').state).toBe('running')
    expect(
      afterDate(WINDOW, [marks[0] ?? mark('2026-02-02', 'O'), mark('2026-03-13', 'I')], '2026-03-20'),
    ).toMatchObject({ state: 'improved' })
    expect(afterDate(WINDOW, [mark('2026-02-02', 'O'), mark('2026-03-13', 'O')], '2026-03-20').state).toBe('breached')
  })
  test('counts nothing before it began or after it ended, and no authorised absence', () => {
    const marks = [mark('2026-01-23', 'O'), mark('2026-03-16', 'O'), mark('2026-02-02', 'I'), mark('2026-02-03', 'M')]
    expect(afterDate(WINDOW, marks, '2026-03-16')).toMatchObject({ state: 'improved' })
  })
  test('stays as it ended', () => {
    const improved = { ...WINDOW, state: 'improved', endedOn: '2026-03-13' } as const
    expect(afterDate(improved, [mark('2026-02-02', 'O'), mark('2026-02-03', 'O')], '2026-03-20')).toBe(improved)
  })
})
