import { describe, expect, test } from 'vitest'
import { type ClassTally, noTally } from '../../shared/domain/counting/class-tally.ts'
import type { Happened } from '../../shared/rehearsal/happened.ts'
import { goldenDiffers, goldenFile } from './golden-file.ts'
import { linesOf, recount } from './recount.ts'
import { recountDiffers } from './recount-differs.ts'

const TEXT: Happened = { at: '2025-09-03T09:30:00.000Z', what: 'text unreported', pupils: ['P005'], contact: 'C0002a' }
const SIBLINGS: Happened = { ...TEXT, pupils: ['P041', 'P012'], contact: 'C0025a' }
const VISIT: Happened = { at: '2025-09-03T14:30:00.000Z', what: 'task visit', pupils: ['P041'] }

const file = (...happened: readonly Happened[]): string =>
  goldenFile({
    title: 'A year',
    happened,
    from: '2025-09-01',
    until: '2025-09-05',
    zone: 'Europe/London',
    counts: ['2 counted'],
  })

describe('the kept year', () => {
  test('says of each minute by the school’s clock what went to whom, whichever of two things was first', () => {
    expect(file(TEXT, VISIT, SIBLINGS)).toBe(file(SIBLINGS, TEXT, VISIT))
    expect(file(TEXT, SIBLINGS, VISIT).trimEnd().split('\n').slice(-3)).toEqual([
      '',
      '2025-09-03 10:30 text unreported: P005>C0002a P012+P041>C0025a',
      '2025-09-03 15:30 task visit: P041',
    ])
  })

  test('names a text that is sent no more, one that is new, and one that goes to somebody else', () => {
    const kept = file(TEXT, SIBLINGS)
    expect(goldenDiffers(kept, kept)).toEqual([])
    const told = (played: string) => goldenDiffers(kept, played).filter((line) => /^. \d{4}-\d\d-\d\d \d\d:/.test(line))
    expect(told(file(SIBLINGS))).toEqual(['- 2025-09-03 10:30 text unreported: P005>C0002a'])
    expect(told(file(TEXT, SIBLINGS, VISIT))).toEqual(['+ 2025-09-03 15:30 task visit: P041'])
    expect(told(file({ ...TEXT, contact: 'C0002b' }, SIBLINGS))).toEqual([
      '- 2025-09-03 10:30 text unreported: P005>C0002a',
      '+ 2025-09-03 10:30 text unreported: P005>C0002b',
    ])
  })

  test('names a text that goes twice', () => {
    expect(goldenDiffers(file(TEXT), file(TEXT, TEXT))).toContain('+ 2025-09-03 10:30 text unreported: P005>C0002a')
  })
})

const MARKS = [
  'date,session,class,pupilId,code',
  '2025-09-03,AM,3A,P001,/',
  '2025-09-03,PM,3A,P001,C2',
  '2025-09-04,AM,3A,P001,U',
  '2025-09-04,PM,3A,P001,Y4',
  '2025-09-03,AM,3A,P002,L',
].join('\r\n')

const COUNTED: ClassTally = {
  ...noTally('3a', '2025-09-03'),
  pupils: { P001: { possible: 3, attended: 1, authorised: 1, unauthorised: 1, late: 1, partTime: 1 } },
  past: { P002: { possible: 1, attended: 1, authorised: 0, unauthorised: 0, late: 1 } },
}

describe('a count by somebody who has nothing but the marks', () => {
  test('is that of the nights where the nights are right, for those who have left the class too', () => {
    expect(recountDiffers([COUNTED], recount(MARKS))).toEqual([])
    expect(linesOf(recount(MARKS))).toEqual({ persistent: 1, severe: 1 })
  })

  test('names each figure of a pupil that is not the same, and a pupil who was not counted', () => {
    expect(recountDiffers([COUNTED], recount(MARKS.replace('P001,U', 'P001,I')))).toEqual([
      'P001: authorised is 1 in the record, 2 counted from the marks',
      'P001: unauthorised is 1 in the record, 0 counted from the marks',
      'P001: late is 1 in the record, 0 counted from the marks',
    ])
    expect(recountDiffers([{ ...COUNTED, past: {} }], recount(MARKS))).toEqual([
      'P002: possible is 0 in the record, 1 counted from the marks',
      'P002: attended is 0 in the record, 1 counted from the marks',
      'P002: late is 0 in the record, 1 counted from the marks',
    ])
  })

  test('stops at a code that no table of the law has', () => {
    expect(() => recount(MARKS.replace('Y4', 'Y9'))).toThrow('Y9')
  })
})
