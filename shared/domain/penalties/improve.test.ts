import { describe, expect, test } from 'vitest'
import type { Code } from '../codes.ts'
import type { CountedMark } from '../counting/tally.ts'
import { afterDate, type ImprovementWindow, judgedAgain } from './improve.ts'

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

describe('a notice to improve that has ended, when its marks are amended', () => {
  const breached = { ...WINDOW, state: 'breached', endedOn: '2026-02-03' } as const
  const improved = { ...WINDOW, state: 'improved', endedOn: '2026-03-13' } as const
  const two = [mark('2026-02-02', 'O'), mark('2026-02-03', 'O')]
  const one = [mark('2026-02-02', 'O'), mark('2026-02-03', 'I')]
  const again = (
    window: ImprovementWindow,
    marks: readonly CountedMark[],
    through = '2026-03-20',
    firstRead = '2026-01-05',
  ) => judgedAgain(window, marks, through, firstRead)

  test('stays as it was told while the marks say the same', () => {
    expect(again(breached, two)).toBe(breached)
    expect(again(improved, one)).toBe(improved)
  })
  test('has what they say now beside it, and what was told stands', () => {
    expect(again(breached, one)).toEqual({
      ...breached,
      corrected: { is: 'improved', unauthorised: 1, on: '2026-03-20' },
    })
    expect(again(improved, two)).toEqual({
      ...improved,
      corrected: { is: 'breached', unauthorised: 2, on: '2026-03-20' },
    })
  })
  test('is open again while its time is not over, and while an N could change it', () => {
    expect(again(breached, one, '2026-02-06').corrected?.is).toBe('open')
    expect(again(improved, [...one, mark('2026-02-05', 'N')]).corrected?.is).toBe('open')
  })
  test('keeps the date on which the marks first said so, and loses the note when they say again what was told', () => {
    const noted = again(breached, one, '2026-03-20')
    expect(again(noted, one, '2026-03-23')).toBe(noted)
    expect(again(noted, [mark('2026-02-02', 'I')], '2026-03-23').corrected).toMatchObject({
      unauthorised: 0,
      on: '2026-03-20',
    })
    expect(again(noted, two, '2026-03-24')).toEqual(breached)
  })
  test('is left alone where its marks are not read any more, while it runs, and when it was withdrawn', () => {
    expect(again(breached, [], '2026-06-12', '2026-03-02')).toBe(breached)
    expect(again(WINDOW, two)).toBe(WINDOW)
    const withdrawn = { ...WINDOW, state: 'withdrawn' } as const
    expect(again(withdrawn, two)).toBe(withdrawn)
  })
})
