/** The law's limits: five school days for an N, ten school weeks for a notice, ten and fifteen days for a return. */
import { describe, expect, test } from 'vitest'
import type { Calendar, Closure } from '../../shared/domain/calendar.ts'
import { schoolWeeks } from '../../shared/domain/calendar.ts'
import type { Code } from '../../shared/domain/codes.ts'
import { penaltyCount } from '../../shared/domain/counting/penalty.ts'
import {
  continuousAbsence,
  illSessions,
  isSicknessTripwire,
  unauthorisedRuns,
} from '../../shared/domain/counting/returns.ts'
import type { CountedMark } from '../../shared/domain/counting/tally.ts'
import { resolveBy, schoolDaysSince } from '../../shared/domain/counting/unresolved.ts'
import { type ParentNotice, wouldBe } from '../../shared/domain/penalties/ledger.ts'
import { ledgerRuleOf, mayGetNotice } from '../../shared/domain/penalties/obstacles.ts'
import { noPenalties } from '../../shared/domain/penalties/record.ts'
import { addDays, type LocalDate, weekday } from '../../shared/domain/time.ts'
import { aContact, aPupil } from '../builders.ts'
import { springbankPolicy } from '../support/policies.ts'

const EVERY_WEEKDAY: Calendar = { listed: {}, terms: [] }
const BORN = '2017-05-04'
const RULE = { sessions: 10, weeks: 10, warnAt: 7 }

const halfTerm2027: Calendar = {
  listed: Object.fromEntries(
    ['2027-05-31', '2027-06-01', '2027-06-02', '2027-06-03', '2027-06-04'].map((date) => [date, { kind: 'holiday' }]),
  ),
  terms: [],
}

/** So many sessions of a code on weekdays from a date, two to a day. */
const sessions = (from: LocalDate, count: number, code: Code): readonly CountedMark[] => {
  const marks: CountedMark[] = []
  for (let date = from; marks.length < count; date = addDays(date, 1)) {
    if (weekday(date) > 5) continue
    marks.push({ date, session: 'AM', code })
    if (marks.length < count) marks.push({ date, session: 'PM', code })
  }
  return marks
}
const wholeDays = (from: LocalDate, days: number, code: Code) => sessions(from, days * 2, code)

describe('an N has five school days', () => {
  test('Case 3: an N of Wednesday 26 May 2027 is due by Wednesday 9 June: the half term is no school day', () => {
    expect(resolveBy(halfTerm2027, [], '2027-05-26', 5)).toBe('2027-06-09')
  })
  test('Case 4: an INSET day put in for Monday 7 June moves it to Thursday 10 June', () => {
    const withInset: Calendar = { ...halfTerm2027, listed: { ...halfTerm2027.listed, '2027-06-07': { kind: 'inset' } } }
    expect(resolveBy(withInset, [], '2027-05-26', 5)).toBe('2027-06-10')
  })
  test('a snow day moves it too, and half a day of school is a school day', () => {
    const snow: Closure = {
      id: 'c1',
      from: '2026-01-14',
      until: '2026-01-14',
      sessions: ['AM', 'PM'],
      code: 'Y4',
      because: 'snow',
      by: 's-head',
      at: '2026-01-14T06:00:00.000Z',
    }
    expect(resolveBy(EVERY_WEEKDAY, [], '2026-01-12', 5)).toBe('2026-01-19')
    expect(resolveBy(EVERY_WEEKDAY, [snow], '2026-01-12', 5)).toBe('2026-01-20')
    expect(resolveBy(EVERY_WEEKDAY, [{ ...snow, sessions: ['PM'] }], '2026-01-12', 5)).toBe('2026-01-19')
  })
  test('days since the session count school days alone', () => {
    expect(schoolDaysSince(halfTerm2027, [], '2027-05-26', '2027-06-07')).toBe(3)
    expect(schoolDaysSince(halfTerm2027, [], '2027-05-26', '2027-05-26')).toBe(0)
  })
  test('when the days up to a date are the limit, that date is the last one: both ways of counting agree', () => {
    for (const date of ['2027-05-24', '2027-05-28', '2027-06-07', '2026-12-18']) {
      const by = resolveBy(halfTerm2027, [], date, 5)
      expect(schoolDaysSince(halfTerm2027, [], date, by)).toBe(5)
      expect(schoolDaysSince(halfTerm2027, [], date, addDays(by, -1))).toBe(4)
    }
  })
})

describe('ten sessions in ten school weeks', () => {
  const { calendar } = springbankPolicy
  const springbank: Calendar = { listed: {}, terms: calendar.terms }

  test('Case 29: 4 G in the week of 13 July 2026 and 6 O in the week of 7 September are ten: the summer is no school week', () => {
    const marks = [...sessions('2026-07-13', 4, 'G'), ...sessions('2026-09-07', 6, 'O')]
    const weeks = schoolWeeks(springbank, '2026-06-01', '2026-09-11')
    expect(penaltyCount(marks, weeks, BORN, RULE)).toMatchObject({
      sessions: 10,
      standing: 'met',
      until: '2026-09-07',
    })
  })
  test('ten in one week are ten, and one a week for ten weeks are ten', () => {
    const weeks = schoolWeeks(EVERY_WEEKDAY, '2026-01-05', '2026-06-30')
    expect(penaltyCount(sessions('2026-01-12', 10, 'O'), weeks, BORN, RULE).standing).toBe('met')
    const weekly = Array.from({ length: 10 }, (_, week) => sessions(addDays('2026-01-12', week * 7), 1, 'O')).flat()
    expect(penaltyCount(weekly, weeks, BORN, RULE)).toMatchObject({ sessions: 10, standing: 'met' })
  })
  test('the eleventh week is outside: nine in the first and one ten weeks later are nine', () => {
    const weeks = schoolWeeks(EVERY_WEEKDAY, '2026-01-05', '2026-06-30')
    const marks = [...sessions('2026-01-12', 9, 'O'), ...sessions('2026-03-23', 1, 'O')]
    expect(penaltyCount(marks, weeks, BORN, RULE)).toMatchObject({ sessions: 9, standing: 'near' })
  })
  test('Case 30: 9 O and an N wait for the reason; once the N is I they are 9 and no candidate', () => {
    const weeks = schoolWeeks(EVERY_WEEKDAY, '2026-01-05', '2026-06-30')
    const nine = sessions('2026-01-12', 9, 'O')
    const tenth = { date: '2026-01-20', session: 'AM' } as const
    const waiting = penaltyCount([...nine, { ...tenth, code: 'N' }], weeks, BORN, RULE)
    expect([waiting.standing, waiting.unresolved.length]).toEqual(['waiting', 1])
    const after = penaltyCount([...nine, { ...tenth, code: 'I' }], weeks, BORN, RULE)
    expect([after.standing, after.sessions]).toEqual(['near', 9])
  })
  test('Case 33: 12 L are attendance and count for nothing; 12 U meet the threshold', () => {
    const weeks = schoolWeeks(EVERY_WEEKDAY, '2026-01-05', '2026-06-30')
    expect(penaltyCount(sessions('2026-01-12', 12, 'L'), weeks, BORN, RULE)).toMatchObject({
      sessions: 0,
      standing: 'below',
    })
    expect(penaltyCount(sessions('2026-01-12', 12, 'U'), weeks, BORN, RULE).standing).toBe('met')
  })
  test('Case 19: 30 O before compulsory school age are no candidate', () => {
    const weeks = schoolWeeks(EVERY_WEEKDAY, '2026-09-01', '2027-06-30')
    expect(penaltyCount(sessions('2026-10-05', 30, 'O'), weeks, '2021-09-01', RULE).standing).toBe('below')
    expect(penaltyCount(sessions('2027-01-11', 30, 'O'), weeks, '2021-09-01', RULE).standing).toBe('met')
  })
  test('sick days and a part-time timetable never count', () => {
    const weeks = schoolWeeks(EVERY_WEEKDAY, '2026-01-05', '2026-06-30')
    const marks = [...sessions('2026-01-12', 20, 'I'), ...sessions('2026-02-02', 20, 'C2')]
    expect(penaltyCount(marks, weeks, BORN, RULE).sessions).toBe(0)
  })
})

describe('returns to the authority', () => {
  test('Case 45: nine days of O, a half term and one more are ten: the holiday does not break the run', () => {
    const marks = [...wholeDays('2027-05-17', 9, 'O'), ...wholeDays('2027-06-07', 1, 'O')]
    expect(continuousAbsence(marks, BORN, 10)).toEqual({
      from: '2027-05-17',
      until: '2027-06-07',
      days: 10,
      neutral: [],
    })
  })
  test('one attended session breaks the run, and so does illness; a new run begins after it', () => {
    const back: CountedMark = { date: '2026-01-23', session: 'PM', code: '\\' }
    const marks = [
      ...wholeDays('2026-01-12', 9, 'N'),
      { ...back, session: 'AM' as const, code: 'N' as const },
      back,
      ...wholeDays('2026-01-26', 3, 'O'),
    ]
    expect(unauthorisedRuns(marks, BORN).map(({ days }) => days)).toEqual([9, 3])
    expect(continuousAbsence(marks, BORN, 10)).toBeUndefined()
    const ill = [
      ...wholeDays('2026-01-12', 9, 'O'),
      ...wholeDays('2026-01-23', 1, 'I'),
      ...wholeDays('2026-01-26', 1, 'O'),
    ]
    expect(unauthorisedRuns(ill, BORN).map(({ days }) => days)).toEqual([9, 1])
  })
  test('a day of U and U counts, and one of U in the morning and present in the afternoon breaks the run', () => {
    const before = wholeDays('2026-01-12', 5, 'O')
    const after = wholeDays('2026-01-20', 5, 'O')
    expect(unauthorisedRuns([...before, ...wholeDays('2026-01-19', 1, 'U'), ...after], BORN)[0]?.days).toBe(11)
    const came: readonly CountedMark[] = [
      { date: '2026-01-19', session: 'AM', code: 'U' },
      { date: '2026-01-19', session: 'PM', code: '\\' },
    ]
    expect(unauthorisedRuns([...before, ...came, ...after], BORN).map(({ days }) => days)).toEqual([5, 5])
  })
  test('a snow day inside the run neither counts nor breaks it, and is named for a person to weigh', () => {
    const marks = [
      ...wholeDays('2026-01-12', 5, 'O'),
      ...wholeDays('2026-01-19', 1, 'Y4'),
      ...wholeDays('2026-01-20', 5, 'O'),
    ]
    expect(continuousAbsence(marks, BORN, 10)).toMatchObject({ days: 10, neutral: ['2026-01-19'] })
  })
  test('Case 19: a child under compulsory school age is in no attendance return', () => {
    expect(continuousAbsence(wholeDays('2026-10-05', 12, 'O'), '2021-09-01', 10)).toBeUndefined()
  })
  test('Case 44: 7 days ill in October and 8 in February are fifteen: a person is asked', () => {
    const october = wholeDays('2025-10-06', 7, 'I')
    expect(isSicknessTripwire(october, BORN, 15)).toBe(false)
    const both = [...october, ...wholeDays('2026-02-02', 8, 'I')]
    expect([illSessions(both, BORN), isSicknessTripwire(both, BORN, 15)]).toEqual([30, true])
  })
})

test('Case 34: two children of two parents with 10 G each are four matters: each parent for each child, with a history of their own', () => {
  const [mum, dad] = [aContact('mum'), aContact('dad')]
  const notice = (contactId: string, on: LocalDate): ParentNotice => ({
    id: `${contactId} ${on}`,
    contactId,
    name: 'Robin Marlowe',
    academy: 'springbank',
    entries: [{ state: 'issued', on, by: 's-lead', at: `${on}T10:00:00.000Z` }],
  })
  const weeks = schoolWeeks(EVERY_WEEKDAY, '2026-01-05', '2026-06-30')
  const given = { P1: [notice('mum', '2025-01-10'), notice('mum', '2025-06-10')], P2: [notice('dad', '2025-06-10')] }
  const next = (['P1', 'P2'] as const).map((key) => {
    const count = penaltyCount(sessions('2026-01-12', 10, 'G'), weeks, BORN, RULE)
    const record = { ...noPenalties(key, BORN), notices: given[key] }
    const pupil = aPupil(key, { contacts: [mum, dad] })
    const may = mayGetNotice(record, pupil, '2026-03-02', springbankPolicy).map(({ contactId }) => contactId)
    return [key, count.standing, may]
  })
  // Mum had two for the first child in three years: for the second she may have her first.
  expect(next).toEqual([
    ['P1', 'met', ['dad']],
    ['P2', 'met', ['mum', 'dad']],
  ])
  const rule = ledgerRuleOf(springbankPolicy)
  expect(wouldBe(given.P1, '2026-03-02', rule)).toBe('escalate')
  expect(wouldBe(given.P2, '2026-03-02', rule)).toBe('second')
  expect(wouldBe([], '2026-03-02', rule)).toBe('first')
  expect(wouldBe(given.P1, '2028-01-10', rule)).toBe('second')
})

test('Case 43: a suspension is authorised absence and counts towards no notice and no return', () => {
  const weeks = schoolWeeks(EVERY_WEEKDAY, '2026-01-05', '2026-06-30')
  expect(penaltyCount(sessions('2026-01-12', 14, 'E'), weeks, BORN, RULE).sessions).toBe(0)
  expect(continuousAbsence(wholeDays('2026-01-12', 14, 'E'), BORN, 10)).toBeUndefined()
})
