/** What counts, and for whom: sessions, percentages and the lines that they are held against. */
import { describe, expect, test } from 'vitest'
import { compulsoryFrom, isCompulsoryAge, statisticalAge } from '../../shared/domain/ages.ts'
import type { Code, Session } from '../../shared/domain/codes.ts'
import { isBelow, isPersistentlyAbsent, isSeverelyAbsent } from '../../shared/domain/counting/boundaries.ts'
import { groupFigures } from '../../shared/domain/counting/group.ts'
import { perCent, ratesOf } from '../../shared/domain/counting/rate.ts'
import { type CountedMark, latenessIn, NO_SESSIONS, type Tally, tallyOf } from '../../shared/domain/counting/tally.ts'
import { bothTests } from '../../shared/domain/counting/two-figures.ts'
import { marksWithin, yearToDate } from '../../shared/domain/counting/window.ts'
import { addDays, weekday } from '../../shared/domain/time.ts'

const codes = (...list: readonly Code[]) => tallyOf(list.map((code) => ({ code })))
const times = (count: number, code: Code): readonly Code[] => Array.from({ length: count }, () => code)
const figures = (possible: number, absent: number): Tally => ({
  ...NO_SESSIONS,
  possible,
  attended: possible - absent,
  unauthorised: absent,
})

/** Marks on school days from a date on, morning and afternoon. */
const days = (from: string, count: number, am: Code, pm: Code): readonly CountedMark[] => {
  const marks: CountedMark[] = []
  for (let date = from; marks.length < count * 2; date = addDays(date, 1)) {
    if (weekday(date) > 5) continue
    marks.push({ date, session: 'AM', code: am }, { date, session: 'PM', code: pm })
  }
  return marks
}

describe('what counts', () => {
  test('Case 1: a part-time timetable is authorised absence: 20 mornings in and 20 afternoons C2 are 50.0%, persistent and severe', () => {
    const tally = codes(...times(20, '/'), ...times(20, 'C2'))
    expect(tally).toEqual({ possible: 40, attended: 20, authorised: 20, unauthorised: 0, late: 0, partTime: 20 })
    expect(ratesOf(tally).attendance).toBe('50.0')
    expect([isPersistentlyAbsent(tally), isSeverelyAbsent(tally)]).toEqual([true, true])
  })
  test('Case 5: arriving at 09:40, after the register closed, is an unauthorised absence and late; the afternoon counts', () => {
    expect(codes('U', '\\')).toEqual({ possible: 2, attended: 1, authorised: 0, unauthorised: 1, late: 1 })
  })
  test('Case 6: arriving at 09:40 from the dentist is authorised and not late', () => {
    expect(codes('M')).toEqual({ possible: 1, attended: 0, authorised: 1, unauthorised: 0, late: 0 })
  })
  test('Case 7: arriving at 09:07 is late and attended', () => {
    expect(codes('L')).toEqual({ possible: 1, attended: 1, authorised: 0, unauthorised: 0, late: 1 })
  })
  test('Case 13: a half term at another school (D) has no percentage and is in no count of persistent absence', () => {
    const away = codes(...times(70, 'D'))
    expect(ratesOf(away)).toEqual({ attendance: null, absence: null, authorised: null, unauthorised: null })
    expect([isBelow(away, 90), isPersistentlyAbsent(away), isSeverelyAbsent(away)]).toEqual([false, false, false])
    expect(groupFigures([away, figures(100, 0)], 90, 10)).toMatchObject({ pupils: 1, persistent: 0 })
  })
  test('Case 14: a snow day (Y4) moves nobody’s rate, nor does any code that means unable or not due to attend', () => {
    const before = codes('/', '\\', 'I', 'I')
    for (const code of ['Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7', 'Q', 'X', 'D', 'Z', '#'] as const) {
      expect(codes('/', '\\', 'I', 'I', code, code)).toEqual(before)
    }
  })
  test('Case 15: a burst main at 11:30 leaves the morning’s marks standing and takes the afternoon out', () => {
    expect(codes('/', 'Y4')).toMatchObject({ possible: 1, attended: 1 })
  })
  test('Case 16: an INSET day entered late takes two possible sessions from each pupil once its marks are #', () => {
    expect(codes('/', '\\', '/', '\\').possible - codes('/', '\\', '#', '#').possible).toBe(2)
  })
  test('Case 17: a register that was not taken is no session at all: possible counts the marks there are', () => {
    expect(codes('/')).toMatchObject({ possible: 1, attended: 1 })
  })
  test('an interview (J1) and a part-time afternoon (C2) lower attendance; a sports event and a visit do not', () => {
    expect(codes('J1', 'C2')).toMatchObject({ possible: 2, attended: 0, authorised: 2 })
    expect(codes('P', 'V', 'W', 'K', 'B')).toMatchObject({ possible: 5, attended: 5 })
  })
  test('Case 2: N becomes O, then I when the reason comes a day late: absence stays, and moves from unauthorised to authorised', () => {
    const [n, o, i] = [codes('/', 'N'), codes('/', 'O'), codes('/', 'I')]
    expect([n, o, i].map((tally) => [tally.possible, tally.attended])).toEqual([
      [2, 1],
      [2, 1],
      [2, 1],
    ])
    expect([n, o, i].map((tally) => [tally.authorised, tally.unauthorised])).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
    ])
  })
  test('a holiday, an unknown absence and a late arrival after close are unauthorised; an exclusion and illness are not', () => {
    expect(codes('G', 'N', 'O', 'U')).toMatchObject({ authorised: 0, unauthorised: 4 })
    expect(codes('E', 'I', 'R', 'T', 'S', 'C', 'C1')).toMatchObject({ authorised: 7, unauthorised: 0 })
  })
  test('lateness counts arrivals before and after the register closed, and the minutes lost', () => {
    const marks = (['L', 'U', 'L', '/'] as const).map((code, day) => ({
      date: `2026-01-1${day + 2}`,
      session: 'AM' as Session,
      code,
      ...(code === '/' ? {} : { minutesLate: 10 + day }),
    }))
    expect(latenessIn(marks)).toEqual({ beforeClose: 2, afterClose: 1, minutes: 33 })
  })
})

describe('the exact boundary', () => {
  test('Case 8: 38 of 380 sessions missed is 90.0%: persistently absent, and not below 90%', () => {
    const tally = figures(380, 38)
    expect(ratesOf(tally).attendance).toBe('90.0')
    expect([isPersistentlyAbsent(tally), isBelow(tally, 90)]).toEqual([true, false])
  })
  test('Case 11: 50 of 100 missed is severe and 50 of 101 is not, though both show 50% or so', () => {
    expect([isSeverelyAbsent(figures(100, 50)), isSeverelyAbsent(figures(101, 50))]).toEqual([true, false])
    expect(perCent(50, 101)).toBe('49.5')
  })
  test('a rate that shows 90.0% may be below 90% all the same', () => {
    const tally = figures(371, 37)
    expect([ratesOf(tally).attendance, isBelow(tally, 90)]).toEqual(['90.0', false])
    const below = figures(369, 37)
    expect([ratesOf(below).attendance, isBelow(below, 90)]).toEqual(['90.0', true])
  })
  test('half a tenth rounds away from zero, as a pocket calculator and a parent would', () => {
    expect([perCent(1, 16), perCent(1, 3), perCent(2, 3), perCent(1999, 2000), perCent(0, 7)]).toEqual([
      '6.3',
      '33.3',
      '66.7',
      '100.0',
      '0.0',
    ])
  })
  test('Case 12: two sessions missed of six in the first week are flagged, and the report says that it is too early to act', () => {
    const tally = figures(6, 2)
    expect(ratesOf(tally).absence).toBe('33.3')
    const both = bothTests(
      tally,
      { line: 90, minimum: 20 },
      { dateOfBirth: '2017-05-04', joined: '2021-09-02', date: '2026-09-04' },
    )
    expect(both).toMatchObject({ persistent: true, belowLine: true })
    expect(both.because.join(' ')).toContain('the school acts from 20 on')
  })
  test('the rate of a group is its sum, not the mean of its pupils: 1 of 2 and 198 of 198 is 99.5%, not 75%', () => {
    const { tally } = groupFigures([figures(2, 1), figures(198, 0)], 90, 10)
    expect(ratesOf(tally).attendance).toBe('99.5')
  })
})

describe('who is counted, and when', () => {
  test('Case 19: a pupil aged 4 on 31 August is in no headline figure, and of compulsory school age only from 31 December', () => {
    expect(statisticalAge('2021-09-01', '2026-10-01')).toBe(4)
    expect(isCompulsoryAge('2021-09-01', '2026-12-30')).toBe(false)
    expect(isCompulsoryAge('2021-09-01', '2026-12-31')).toBe(true)
    const both = bothTests(
      figures(100, 30),
      { line: 90, minimum: 20 },
      { dateOfBirth: '2021-09-01', joined: '2026-09-03', date: '2026-11-20' },
    )
    expect(both).toMatchObject({ persistent: true, headlineAge: false })
  })
  test('Case 59: of a pupil aged 4 with O marks only absence as a whole stands in the Department’s tables, and the report says so', () => {
    const of = (dateOfBirth: string) =>
      bothTests(
        figures(100, 30),
        { line: 90, minimum: 20 },
        { dateOfBirth, joined: '2026-09-03', date: '2026-11-20' },
      ).because.join(' ')
    expect(of('2021-09-01')).toContain('all absence as one figure')
    expect(of('2021-08-31')).not.toContain('one figure')
  })
  test('a fifth birthday on 31 August makes 5; one on 1 September makes 4', () => {
    expect([statisticalAge('2021-08-31', '2026-09-05'), statisticalAge('2021-09-01', '2026-09-05')]).toEqual([5, 4])
    expect(statisticalAge('2010-09-01', '2027-08-31')).toBe(15)
  })
  test('Case 20: born on 31 December a child is of compulsory school age on the fifth birthday, born a day later three months later', () => {
    expect([compulsoryFrom('2021-12-31'), compulsoryFrom('2022-01-01')]).toEqual(['2026-12-31', '2027-03-31'])
  })
  test('Case 40: a pupil who leaves on Wednesday is counted to Wednesday, whatever the file says of Thursday and Friday', () => {
    const week = days('2026-01-12', 5, 'N', 'N')
    const counted = marksWithin(week, yearToDate('2026-01-16'), { admitted: '2021-09-02', left: '2026-01-14' })
    expect(counted.map(({ date }) => date).at(-1)).toBe('2026-01-14')
    expect(tallyOf(counted)).toMatchObject({ possible: 6, unauthorised: 6 })
  })
  test('Case 42: a pupil who joined on 1 March is counted from then: 4 of 30 missed is 13.3%, and persistently absent', () => {
    const before = days('2026-02-02', 5, 'O', 'O')
    const since = [...days('2026-03-02', 2, 'O', 'O'), ...days('2026-03-04', 13, '/', '\\')]
    const counted = marksWithin([...before, ...since], yearToDate('2026-03-31'), { admitted: '2026-03-01' })
    const tally = tallyOf(counted)
    expect([tally.possible, ratesOf(tally).absence, isPersistentlyAbsent(tally)]).toEqual([30, '13.3', true])
  })
  test('Case 42: the figure of a pupil who joined in March says that the enrolment is short; of one who began in September it does not', () => {
    const of = (joined: string) =>
      bothTests(figures(30, 4), { line: 90, minimum: 20 }, { dateOfBirth: '2017-05-04', joined, date: '2026-03-31' })
    expect(of('2026-03-01')).toMatchObject({ persistent: true, shortEnrolment: true })
    expect(of('2026-03-01').because[0]).toBe(
      'Short enrolment: joined on 2026-03-01, so the figure is of 30 sessions at this school. Each absence weighs more than in a whole year, and an earlier school’s sessions are in no figure of this one.',
    )
    for (const joined of ['2021-09-02', '2025-09-15', '2025-09-30'])
      expect(of(joined)).toMatchObject({ persistent: true, shortEnrolment: false })
  })
  test('the year to date begins on 1 September; marks of July belong to the year before', () => {
    const marks = [...days('2026-07-13', 2, 'O', 'O'), ...days('2026-09-07', 2, '/', '\\')]
    expect(tallyOf(marksWithin(marks, yearToDate('2026-09-30'), { admitted: '2021-09-02' }))).toMatchObject({
      possible: 4,
      unauthorised: 0,
    })
  })
})
