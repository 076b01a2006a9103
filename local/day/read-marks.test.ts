import { expect, test } from 'vitest'
import { scriptOf } from '../../shared/rehearsal/script.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { readEvents } from './enter-events.ts'
import { inPieces, sortMarks } from './read-marks.ts'

const FILE = [
  'session,date,class,comment,pupilId,code,minutesLate',
  'AM,2026-01-09,3B,"a, b",P001,/,',
  'AM,12/01/2026,3B,,P001,/,',
  'AM,2026-01-12,3B,,P002,L,15',
  'AM,2026-01-12,3B,,P003,U,16',
  'PM,2026-01-12,3B,,P001,\\,',
  'AM,2026-01-13,3B,,P001,/,',
].join('\r\n')

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const sorted = sortMarks(bytes(FILE), '2026-01-12')

test('marks with semicolons or tabs are sorted as those with commas, and sent on as they are', () => {
  const plain = FILE.replace('"a, b"', 'a')
  for (const by of [';', '\t']) {
    const { header, history, today } = sortMarks(bytes(plain.replaceAll(',', by)), '2026-01-12')
    expect(today.map(({ raw: _, ...row }) => row)).toEqual(sorted.today.map(({ raw: _, ...row }) => row))
    expect(inPieces(header, history)[0]?.csv).toContain(`2026-01-09${by}3B`)
  }
})

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

test.each([
  ['another case and spacing', 'Session,DATE,Class,Pupil ID,Code,Minutes Late'],
  ['a byte order mark', '\ufeffsession,date,class,pupilId,code,minutesLate'],
  ['the names of a SIMS export', 'Session,Date,Reg Group,Admission Number,Mark,minutes-late'],
])('a header with %s is read as the import reads it', (_what, header) => {
  const { today } = sortMarks(
    bytes(`${header}\n\nam, 12.01.2026 ,3B,P001,/,\nAM,2026-01-12,3B,P002,L,7\n`),
    '2026-01-12',
  )
  expect(today).toMatchObject([
    { line: 3, session: 'AM', class: '3B', pupilId: 'P001', code: '/' },
    { line: 4, pupilId: 'P002', code: 'L', minutesLate: 7 },
  ])
})

test('a row without a mark is no row, and classes spelt in two cases are one', () => {
  const { today } = sortMarks(
    bytes('date,session,class,pupilId,code\n12/1/2026,AM,3B,P001,-\n12/1/2026,AM,3b,P002,/\n12/1/2026,AM,3B,P003,N\n'),
    '2026-01-12',
  )
  expect(today.map(({ pupilId }) => pupilId)).toEqual(['P002', 'P003'])
  expect(scriptOf(today, springbankPolicy)).toHaveLength(1)
})

test('a class in which everybody with a row came late had its register taken', () => {
  const { today } = sortMarks(
    bytes('date,session,class,pupilId,code,minutesLate\n2026-01-12,AM,3B,P001,U,40\n'),
    '2026-01-12',
  )
  const [register, arrival] = scriptOf(today, springbankPolicy)
  expect(register).toMatchObject({ do: 'register', rows: [], late: [{ pupilId: 'P001' }] })
  expect(arrival).toMatchObject({ do: 'arrival', at: '09:40' })
})

test('a file that is not CSV is refused by the line', () => {
  expect(() => sortMarks(bytes('date,session\n"2026-01-12,AM\n'), '2026-01-12')).toThrow(
    /line \d+: The file is not CSV/,
  )
  expect(() => sortMarks(bytes(''), '2026-01-12')).toThrow(/empty/)
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
