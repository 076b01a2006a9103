import { describe, expect, test } from 'vitest'
import { dayInWords, type SessionShown, weeksOf } from './herringbone.ts'

const mark = (date: string, session: 'AM' | 'PM', code?: string): SessionShown => ({
  date,
  session,
  ...(code === undefined ? {} : { code }),
  counts: 'attended',
  why: '',
})

describe('a year of marks', () => {
  test('is a week a line, from Monday to Friday, without weeks in which there was no school', () => {
    const weeks = weeksOf([
      mark('2026-01-09', 'PM', '\\'),
      mark('2026-01-19', 'AM', '/'),
      mark('2026-01-07', 'AM', 'I'),
    ])
    expect(weeks.map(({ from }) => from)).toEqual(['2026-01-05', '2026-01-19'])
    expect(weeks[0]?.days.map(({ AM, PM }) => [AM?.code, PM?.code])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
      ['I', undefined],
      [undefined, undefined],
      [undefined, '\\'],
    ])
  })

  test('is heard in words', () => {
    const [week] = weeksOf([mark('2026-01-05', 'AM', '/'), mark('2026-01-05', 'PM', 'I'), mark('2026-01-06', 'AM')])
    expect(week?.days.slice(0, 3).map(dayInWords)).toEqual([
      'morning Present, afternoon Illness',
      'morning No mark, afternoon no school',
      'no school',
    ])
  })
})
