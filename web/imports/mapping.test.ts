import { describe, expect, test } from 'vitest'
import {
  bestKept,
  firstRead,
  isOurs,
  type Kept,
  mappingId,
  readAs,
  type Suggestion,
  stillMissing,
  stillUnknown,
  translated,
} from './mapping.ts'

const suggestion: Suggestion = {
  source: 'Bromcom',
  columns: [
    { column: 'Person ID', to: 'pupilId', confidence: 'likely', source: 'Bromcom' },
    { column: 'Mark', to: 'code', confidence: 'unsure' },
    { column: 'House' },
  ],
  missing: ['date'],
  dates: 'iso-or-uk',
  layout: 'rows',
  unknownCodes: ['7'],
  mapping: {
    file: 'marks',
    source: 'Bromcom',
    columns: { 'Person ID': 'pupilId', Mark: 'code' },
    dates: 'iso-or-uk',
    layout: 'rows',
    values: {},
  },
}
const kept: Kept = {
  ...suggestion.mapping,
  id: 'marks-bromcom',
  columns: { 'Person ID': 'pupilId', Day: 'date', Mark: 'code' },
  values: { code: { '7': 'I' } },
  by: 'S-office',
  at: '2026-01-05T08:00:00.000Z',
}

describe('a file of another system', () => {
  test('is read as it was the last time, as far as its columns are still there', () => {
    const read = firstRead(suggestion, bestKept(suggestion, [kept]))
    expect(read).toMatchObject({ columns: { 'Person ID': 'pupilId', Mark: 'code' }, values: { code: { '7': 'I' } } })
    expect(read.columns).not.toHaveProperty('Day')
  })

  test('is read by the guesses where nothing of its kind is kept', () => {
    expect(bestKept(suggestion, [{ ...kept, file: 'roll' }])).toBeUndefined()
    expect(firstRead(suggestion, undefined)).toEqual(suggestion.mapping)
  })

  test('names what must be there and is not, until a column is read as it', () => {
    const read = firstRead(suggestion, undefined)
    expect(stillMissing(suggestion, read)).toEqual(['date'])
    expect(stillMissing(suggestion, readAs(read, 'House', 'date'))).toEqual([])
    expect(stillMissing(suggestion, readAs(read, 'Person ID', ''))).toEqual(['date', 'pupilId'])
  })

  test('has each of our columns once: reading another as it takes it from the first', () => {
    expect(readAs(suggestion.mapping, 'House', 'code').columns).toEqual({ 'Person ID': 'pupilId', House: 'code' })
  })

  test('waits for a translation of marks that are no national code', () => {
    expect(stillUnknown(suggestion, suggestion.mapping)).toEqual(['7'])
    expect(stillUnknown(suggestion, translated(suggestion.mapping, '7', 'I'))).toEqual([])
  })

  test('with our own names needs no mapping', () => {
    expect(isOurs(suggestion, suggestion.mapping)).toBe(false)
    const own = { ...suggestion, columns: [{ column: 'pupilId', to: 'pupilId', confidence: 'certain' as const }] }
    expect(isOurs(own, { ...suggestion.mapping, columns: { pupilId: 'pupilId' } })).toBe(true)
    expect(isOurs(own, { ...suggestion.mapping, columns: {} })).toBe(false)
  })

  test('is kept under a name that fits an address', () => {
    expect(mappingId(suggestion.mapping)).toBe('marks-bromcom')
    expect(mappingId({ ...suggestion.mapping, source: 'Our old M.I.S. of many, many years' })).toMatch(
      /^[a-z0-9-]{1,32}$/,
    )
  })
})
