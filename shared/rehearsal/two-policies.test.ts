/**
 * Twenty pupils, twenty school days, two policies: every text, call, visit, letter and referral counted here from the words of the policy, and
 * then held against what two rehearsals say, in all, week by week, child by child and side by side.
 */
import { beforeAll, expect, test } from 'vitest'
import type { Policy } from '../../academies/policy.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { addDays, weekday } from '../domain/time.ts'
import { compare, type RehearsedYear } from './compare.ts'
import { playYear } from './play-year.ts'
import { readSchool } from './read-school.ts'
import { pupilYears, rehearsalOf } from './rehearsal.ts'

const PUPILS = Array.from({ length: 20 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`)
/** Monday 12 January to Friday 6 February: forty sessions. */
const DAYS = Array.from({ length: 26 }, (_, index) => addDays('2026-01-12', index)).filter((date) => weekday(date) <= 5)
const WEEKS = ['2026-01-12', '2026-01-19', '2026-01-26', '2026-02-02'] as const

/** Whole days away; everybody else is there. */
const AWAY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // Nobody says anything: one day.
  P01: { '2026-01-13': 'O' },
  // Ill for three days, and the school was told each morning.
  P02: { '2026-01-19': 'I', '2026-01-20': 'I', '2026-01-21': 'I' },
  // Ill on the first day, told as well.
  P03: { '2026-01-12': 'I' },
  // Ill on the sixteenth day, told as well: 30 of 32 sessions are 93.75%.
  P04: { '2026-02-02': 'I' },
  // Nobody says anything for three days.
  P05: { '2026-01-14': 'O', '2026-01-15': 'O', '2026-01-16': 'O' },
}

const marks = new TextEncoder().encode(
  [
    'date,session,class,pupilId,code',
    ...DAYS.flatMap((date) =>
      (['AM', 'PM'] as const).flatMap((session) =>
        PUPILS.map((pupil, index) => {
          const code = AWAY[pupil]?.[date] ?? (session === 'AM' ? '/' : '\\')
          return `${date},${session},${index < 10 ? '3A' : '3B'},${pupil},${code}`
        }),
      ),
    ),
  ].join('\n'),
)

/** Warns below 95 and not below 93, and visits nobody on the first silent day. */
const OTHER: Policy = {
  ...springbankPolicy,
  thresholds: { ...springbankPolicy.thresholds, warning: 95 },
  ladder: springbankPolicy.ladder.filter(({ id }) => id !== 'first-visit'),
}

const rehearse = async (policy: Policy): Promise<RehearsedYear> => {
  const read = readSchool({ marks }, { policy })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const played = { policy, version: 'v1' }
  const suppositions = { answered: 0, unreported: 0, seed: 1 }
  const { happened } = await playYear({ school: read.school, played, supposed: suppositions })
  const how = { suppositions, supposed: read.supposed }
  return { pupils: pupilYears(happened), rehearsal: rehearsalOf(happened, read.school, played, how) }
}

let one: RehearsedYear
let other: RehearsedYear
beforeAll(async () => {
  one = await rehearse(springbankPolicy)
  other = await rehearse(OTHER)
}, 60_000)

/**
 * The policy in force. On each of the four silent days a text at 10:30, a call at lunch and a visit; on the third of P05 a referral, and a call to
 * the Trust, which has not acknowledged it in its time. After two weeks twenty sessions are reached: P01 and P03 stand at 18 of 20, which is
 * below 93 and not below 90, P02 and P05 at 14. On Monday at 16:00 the first two are warned, and the others written to.
 */
const IN_FORCE = {
  texts: 6,
  unreported: 4,
  warnings: 2,
  calls: 5,
  visits: 4,
  letters: 2,
  referrals: 1,
  late: 0,
  ladder: 0,
}

test('the policy in force does what its words say, and nothing more', () => {
  expect(one.rehearsal.total).toMatchObject({ ...IN_FORCE, corrections: 0, meetings: 0, notices: 0, brakes: 0 })
  expect(
    one.rehearsal.weeks.map(({ week, unreported, warnings, calls, visits, letters }) => [
      week,
      { unreported, warnings, calls, visits, letters },
    ]),
  ).toEqual([
    [WEEKS[0], { unreported: 4, warnings: 0, calls: 5, visits: 4, letters: 0 }],
    [WEEKS[1], { unreported: 0, warnings: 0, calls: 0, visits: 0, letters: 0 }],
    [WEEKS[2], { unreported: 0, warnings: 2, calls: 0, visits: 0, letters: 2 }],
    [WEEKS[3], { unreported: 0, warnings: 0, calls: 0, visits: 0, letters: 0 }],
  ])
  expect(one.pupils).toEqual([
    { pupil: 'P01', texts: 2, calls: 1, visits: 1, letters: 0 },
    { pupil: 'P02', texts: 0, calls: 0, visits: 0, letters: 1 },
    { pupil: 'P03', texts: 1, calls: 0, visits: 0, letters: 0 },
    { pupil: 'P05', texts: 3, calls: 4, visits: 3, letters: 1 },
  ])
})

test('the other warns one family more and makes two visits fewer', () => {
  const { total } = compare(one, other)
  expect(other.rehearsal.total).toMatchObject({ ...IN_FORCE, texts: 7, warnings: 3, visits: 2 })
  expect(total).toMatchObject({
    ...Object.fromEntries(Object.keys(IN_FORCE).map((name) => [name, 0])),
    ...{ texts: 1, warnings: 1, visits: -2 },
  })
})

test('week by week and child by child they differ there and nowhere else', () => {
  const { weeks, pupils } = compare(one, other)
  expect(weeks.map(({ week, texts, calls, visits, letters }) => [week, texts, calls, visits, letters])).toEqual([
    [WEEKS[0], 0, 0, -2, 0],
    [WEEKS[1], 0, 0, 0, 0],
    [WEEKS[2], 0, 0, 0, 0],
    [WEEKS[3], 1, 0, 0, 0],
  ])
  expect(pupils).toEqual([
    {
      pupil: 'P01',
      one: { pupil: 'P01', texts: 2, calls: 1, visits: 1, letters: 0 },
      other: { pupil: 'P01', texts: 2, calls: 1, visits: 0, letters: 0 },
    },
    {
      pupil: 'P04',
      one: { pupil: 'P04', texts: 0, calls: 0, visits: 0, letters: 0 },
      other: { pupil: 'P04', texts: 1, calls: 0, visits: 0, letters: 0 },
    },
    {
      pupil: 'P05',
      one: { pupil: 'P05', texts: 3, calls: 4, visits: 3, letters: 1 },
      other: { pupil: 'P05', texts: 3, calls: 4, visits: 2, letters: 1 },
    },
  ])
})

test('the days with most to do, and the families who would hear most, are those', () => {
  expect(
    one.rehearsal.worstDays.slice(0, 4).map(({ date, texts, calls, visits }) => [date, texts + calls + visits]),
  ).toEqual([
    ['2026-01-16', 4],
    ['2026-01-13', 3],
    ['2026-01-14', 3],
    ['2026-01-15', 3],
  ])
  expect(one.rehearsal.mostContacted.map(({ pupils, texts, letters }) => [pupils, texts, letters])).toEqual([
    [['P05'], 3, 1],
    [['P01'], 2, 0],
    [['P02'], 0, 1],
    [['P03'], 1, 0],
  ])
})

test('the cost is that of the parts of the texts and of the letters, by the prices of the policy', () => {
  const { texts, letters } = springbankPolicy
  const letter = letters.pencePerLetter[letters.post === 'office' ? 'office' : letters.postage]
  for (const { rehearsal } of [one, other]) {
    const pence = rehearsal.total.parts * texts.pencePerPart[texts.provider] + 2 * letter
    expect(rehearsal.total.pence).toBeCloseTo(pence, 2)
    expect(rehearsal.total.parts).toBeGreaterThanOrEqual(rehearsal.total.texts)
  }
})
