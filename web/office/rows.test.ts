import { describe, expect, test } from 'vitest'
import { bySection, type DayRow, heldInPlace, openedOf, rowKey, summaryOf } from './rows.ts'

const row = (section: DayRow['section'], id: string): DayRow => ({
  section,
  pupils: [{ id, name: 'Amelia Ashdown', class: '3b' }],
  happened: 'Not in, nobody has said why.',
  next: 'A text at 10:30 if nobody is reached.',
  tasks: [],
})

describe('the list of the day', () => {
  test('stands in sections, in the order in which to act', () => {
    const rows = [row('vulnerable', 'P003'), row('unexplained', 'P001'), row('unexplained', 'P002')]
    expect(bySection(rows).map(({ section, rows: of }) => [section, of.length])).toEqual([
      ['vulnerable', 1],
      ['unexplained', 2],
    ])
  })

  test('keeps a row where it was opened, and moves it once it is closed', () => {
    const rows = [row('answered', 'P001'), row('unexplained', 'P002')]
    const open = new Map([[rowKey(row('unexplained', 'P001')), { what: 'call', section: 'unexplained' } as const]])
    expect(heldInPlace(rows, open).map(({ section }) => section)).toEqual(['unexplained', 'unexplained'])
    expect(heldInPlace(rows, new Map())).toEqual(rows)
    const two = [row('unexplained', 'P001'), row('other', 'P001')]
    expect(heldInPlace(two, open)).toEqual(two)
    expect(two.map((each) => openedOf(open, each))).toEqual(['call', undefined])
  })

  test('says how many are still to be looked after', () => {
    expect(summaryOf([])).toBe('Nobody is waited for.')
    expect(summaryOf([row('explained', 'P001')])).toBe('Nobody is waited for. 1 settled.')
    expect(summaryOf([row('calls', 'P002'), row('explained', 'P001')])).toBe('1 to look after. 1 settled.')
  })
})
