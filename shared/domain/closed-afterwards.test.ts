/** Marks of a day that was closed after they were made. Source: SI 2024/208 regulation 10. */
import { expect, test } from 'vitest'
import type { Calendar, Closure } from './calendar.ts'
import { closedAfterwards, withClosedMarks } from './closed-afterwards.ts'
import type { Register } from './register.ts'

const DATE = '2027-01-04'
const register: Register = {
  classId: '3b',
  date: DATE,
  session: 'AM',
  version: 4,
  submitted: true,
  submittedAt: `${DATE}T09:05:00.000Z`,
  asOf: `${DATE}T09:05:00.000Z`,
  marks: { k01: { code: '/', source: 'teacher' }, k02: { code: 'N', source: 'teacher' } },
}
const zone = 'Europe/London'
const plain: Calendar = { listed: {}, terms: [] }
const inset: Calendar = { listed: { [DATE]: { kind: 'inset' } }, terms: [] }
const closure = (at: string, code: Closure['code'] = 'Y4'): Closure => ({
  id: 'c',
  from: DATE,
  until: DATE,
  sessions: ['AM', 'PM'],
  code,
  because: 'a burst main',
  by: 's-head',
  at,
})

test('an INSET day on Monday 4 January, entered a week later, is in conflict with the marks of that day', () => {
  expect(closedAfterwards(register, { calendar: inset, closures: [], zone })).toBe('#')
  expect(closedAfterwards(register, { calendar: plain, closures: [], zone })).toBeUndefined()
})

test('a closure declared the same day leaves the morning as it was taken; one entered the day after is in conflict', () => {
  const sameDay = closure(`${DATE}T11:30:00.000Z`)
  const dayAfter = closure('2027-01-05T08:00:00.000Z')
  expect(closedAfterwards(register, { calendar: plain, closures: [sameDay], zone })).toBeUndefined()
  expect(closedAfterwards(register, { calendar: plain, closures: [dayAfter], zone })).toBe('Y4')
})

test('confirmed, everybody has the code of the closure, an open N too, and a second look finds no conflict', () => {
  const closed = withClosedMarks(register, '#')
  expect(closed.register).toMatchObject({ version: 5, marks: { k01: { code: '#' }, k02: { code: '#' } } })
  expect(closed.changes).toEqual([
    { pupil: 'k01', was: '/', now: '#' },
    { pupil: 'k02', was: 'N', now: '#' },
  ])
  expect(closedAfterwards(closed.register, { calendar: inset, closures: [], zone })).toBeUndefined()
})

test('what a teacher has only begun to enter is in nobody’s way; an arrival is', () => {
  const begun = { ...register, submitted: false }
  expect(closedAfterwards(begun, { calendar: inset, closures: [], zone })).toBeUndefined()
  const arrived: Register = { ...begun, marks: { k01: { code: 'L', source: 'arrival', minutesLate: 5 } } }
  expect(closedAfterwards(arrived, { calendar: inset, closures: [], zone })).toBe('#')
})
