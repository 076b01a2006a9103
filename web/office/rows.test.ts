import { describe, expect, test } from 'vitest'
import { bySection, type DayRow, summaryOf, withRowInHand } from './rows.ts'

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

  test('keeps a row at which somebody is at work where they opened it, with what is known of it now', () => {
    const hand = row('unexplained', 'P001')
    const others = [row('vulnerable', 'P003'), row('unexplained', 'P002')]
    const answered = { ...row('answered', 'P001'), happened: 'A parent has answered.' }
    const places = (rows: readonly DayRow[]) => rows.map(({ section, pupils: [pupil] }) => `${section} ${pupil?.id}`)
    expect(places(withRowInHand([...others, answered], undefined))).toEqual([
      'vulnerable P003',
      'unexplained P002',
      'answered P001',
    ])
    const held = withRowInHand([...others, answered], hand)
    expect(places(held)).toEqual(['vulnerable P003', 'unexplained P001', 'unexplained P002'])
    expect(held[1]?.happened).toBe('A parent has answered.')
    expect(places(withRowInHand(others, hand))).toEqual(['vulnerable P003', 'unexplained P001', 'unexplained P002'])
    expect(withRowInHand([...others, hand], hand)).toEqual([...others, hand])
  })

  test('says how many are still to be looked after', () => {
    expect(summaryOf([])).toBe('Nobody is waited for.')
    expect(summaryOf([row('explained', 'P001')])).toBe('Nobody is waited for. 1 settled.')
    expect(summaryOf([row('calls', 'P002'), row('explained', 'P001')])).toBe('1 to look after. 1 settled.')
  })
})
