import { expect, test } from 'vitest'
import { springbankPolicy } from '../../test/support/policies.ts'
import { readEvents } from './enter-events.ts'
import { inPieces, sortMarks } from './read-marks.ts'
import { scriptOf } from './script.ts'

const FILE = [
  'session,date,class,comment,pupilId,code,minutesLate',
  'AM,2026-01-09,3B,"a, b",P001,/,',
  'AM,12/01/2026,3B,,P001,/,',
  'AM,2026-01-12,3B,,P002,L,15',
  'AM,2026-01-12,3B,,P003,U,16',
  'PM,2026-01-12,3B,,P001,\\,',
  'AM,2026-01-13,3B,,P001,/,',
].join('\r\n')

const sorted = sortMarks(FILE, '2026-01-12')

test('marks are sorted by date, with columns in any order and dates as either country writes them', () => {
  expect(sorted.history.map(({ line }) => line)).toEqual([2])
  expect(sorted.today.map(({ line, session, pupilId }) => [line, session, pupilId])).toEqual([
    [3, 'AM', 'P001'],
    [4, 'AM', 'P002'],
    [5, 'AM', 'P003'],
    [6, 'PM', 'P001'],
  ])
  expect(sorted.later).toBe(1)
})

test('history keeps its rows as they stand, with the line each came from', () => {
  expect(inPieces(sorted.header, sorted.history)).toEqual([
    { csv: 'session,date,class,comment,pupilId,code,minutesLate\nAM,2026-01-09,3B,"a, b",P001,/,\n', lines: [2] },
  ])
})

test('a late pupil is in no register until they arrive, and registers come in while they are open', () => {
  const script = scriptOf(sorted.today, springbankPolicy)
  const arrivals = script.filter((act) => act.do === 'arrival').map(({ at, pupilId }) => [at, pupilId])
  expect(arrivals).toEqual([
    ['09:15', 'P002'],
    ['09:16', 'P003'],
  ])
  const registers = script.flatMap((act) => (act.do === 'register' ? [act] : []))
  expect(registers.map(({ session, rows }) => [session, rows.map(({ pupilId }) => pupilId)])).toEqual([
    ['AM', ['P001']],
    ['PM', ['P001']],
  ])
  for (const { at, session } of registers)
    expect(at >= (session === 'AM' ? '09:00' : '13:00') && at < (session === 'AM' ? '09:15' : '13:15')).toBe(true)
})

test('an events file names the line that is wrong', () => {
  expect(readEvents('{"at":"09:40","kind":"call","pupil":"P004"}\n\n')).toMatchObject([
    { kind: 'call', reason: 'ill', via: 'phone' },
  ])
  expect(() =>
    readEvents('{"at":"09:40","kind":"call","pupil":"P004"}\n{"at":"25:00","kind":"arrival","pupil":"P004"}'),
  ).toThrow(/line 2: at/)
  expect(() => readEvents('{"at":"09:40","kind":"reply","body":"hello"}')).toThrow(/line 1: from/)
  expect(() => readEvents('not json')).toThrow(/line 1/)
})
