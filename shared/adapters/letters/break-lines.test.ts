import { describe, expect, test } from 'vitest'
import { breakLines } from './break-lines.ts'

/** Every letter is as wide as every other. */
const broken = (text: string, most: number) =>
  breakLines(text, { most, width: (word) => [...word].length }).map((line) => line.replaceAll('\u00a0', ' '))

describe('a line', () => {
  test('is as long as it can be, and every word of the text is in one', () => {
    expect(broken('Please ring the school before nine', 16)).toEqual(['Please ring the', 'school before', 'nine'])
  })

  test('never ends between a number and what it counts, within a date, or within a postcode', () => {
    expect(broken('Of these, 9 sessions were not', 12)).toEqual(['Of these,', '9 sessions', 'were not'])
    expect(broken('From now to 6 March 2026.', 14)).toEqual(['From now to', '6 March 2026.'])
    expect(broken('Eastmoor, NG99 1AB', 15)).toEqual(['Eastmoor,', 'NG99 1AB'])
  })

  test('parts even those where they are wider than it is', () => {
    expect(broken('12 February 2026', 10)).toEqual(['12', 'February', '2026'])
  })

  test('cuts a word that is too long, at a hyphen where it has one', () => {
    expect(broken('Featherstonehaugh-Cholmondeley', 20)).toEqual(['Featherstonehaugh-', 'Cholmondeley'])
    expect(broken('Llanfairpwllgwyngyll', 8)).toEqual(['Llanfair', 'pwllgwyn', 'gyll'])
  })
})

describe('the last line', () => {
  test('is never one word where the line above can spare one', () => {
    expect(broken('invitation to a meeting', 15)).toEqual(['invitation to', 'a meeting'])
    expect(broken('which is lower than 90%.', 19)).toEqual(['which is lower', 'than 90%.'])
  })

  test('is one word where the line above would be left with one', () => {
    expect(broken('Absence, authorised', 14)).toEqual(['Absence,', 'authorised'])
    expect(broken('Attendance of everybody', 13)).toEqual(['Attendance of', 'everybody'])
  })
})
