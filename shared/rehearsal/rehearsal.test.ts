import { describe, expect, test } from 'vitest'
import type { Policy } from '../../academies/policy.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { addDays, weekday } from '../domain/time.ts'
import { compare, type RehearsedYear } from './compare.ts'
import type { Happened } from './happened.ts'
import { playYear } from './play-year.ts'
import { type FilesOfSchool, readSchool } from './read-school.ts'
import { pupilYears, rehearsalOf } from './rehearsal.ts'

/** A school of two classes of ten; a day is what each absent pupil holds, everybody else is present. */
const PUPILS = Array.from({ length: 20 }, (_, index) => `P${String(index + 1).padStart(2, '0')}`)
const classOf = (pupil: string): string => (PUPILS.indexOf(pupil) < 10 ? '3A' : '3B')
const WEEK = ['2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16']

type Absences = Readonly<Record<string, Readonly<Record<string, string>>>>

const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(`${lines.join('\n')}\n`)
const marksOf = (absences: Absences, dates = WEEK): Uint8Array =>
  bytes([
    'date,session,class,pupilId,code',
    ...dates.flatMap((date) =>
      (['AM', 'PM'] as const).flatMap((session) =>
        PUPILS.map((pupil) => {
          const code = absences[date]?.[pupil] ?? (session === 'AM' ? '/' : '\\')
          return `${date},${session},${classOf(pupil)},${pupil},${code}`
        }),
      ),
    ),
  ])

const everybody = (pupils: readonly string[], code: string): Readonly<Record<string, string>> =>
  Object.fromEntries(pupils.map((pupil) => [pupil, code]))

interface PlayedYear extends RehearsedYear {
  readonly happened: readonly Happened[]
}

const rehearse = async (
  files: FilesOfSchool,
  {
    policy = springbankPolicy,
    answered = 0,
    unreported = 0,
  }: { policy?: Policy; answered?: number; unreported?: number } = {},
): Promise<PlayedYear> => {
  const played = { policy, version: 'v1' }
  const read = readSchool(files, { policy })
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const suppositions = { answered, unreported, seed: 1 }
  const { happened } = await playYear({ school: read.school, played, supposed: suppositions })
  const rehearsal = rehearsalOf(happened, read.school, played, { suppositions, supposed: read.supposed })
  return { happened, pupils: pupilYears(happened), rehearsal }
}

const whatOf = ({ happened }: PlayedYear, pupil: string, what: RegExp): readonly string[] =>
  happened
    .filter((each) => each.pupils.includes(pupil) && what.test(each.what))
    .map(({ at, what: kind }) => `${at.slice(0, 16)} ${kind}`)

describe('a rehearsed week', () => {
  test('texts at 10:30, rings at lunch and visits at the day’s end about a child of whom nobody says anything', async () => {
    const year = await rehearse({ marks: marksOf({ '2026-01-13': { P01: 'O' } }) })
    expect(whatOf(year, 'P01', /^(text|task (call|visit))/)).toEqual([
      '2026-01-13T10:30 text unreported',
      '2026-01-13T12:30 task call',
      '2026-01-13T15:30 task visit',
    ])
    expect(year.rehearsal.total).toMatchObject({ texts: 1, unreported: 1, calls: 1, visits: 1, letters: 0 })
  })

  test('costs the parts of its texts by the price of the policy’s carrier', async () => {
    const { happened, rehearsal } = await rehearse({ marks: marksOf({ '2026-01-13': { P01: 'O', P02: 'O' } }) })
    const parts = happened.reduce((sum, each) => sum + (each.parts ?? 0), 0)
    expect(parts).toBeGreaterThanOrEqual(2)
    const { provider, pencePerPart } = springbankPolicy.texts
    expect(rehearsal.total.pence).toBe(Math.round(parts * pencePerPart[provider] * 100) / 100)
  })

  test('refers a child who is silent for three days', async () => {
    const silent = Object.fromEntries(WEEK.slice(0, 3).map((date) => [date, { P01: 'O' }]))
    const year = await rehearse({ marks: marksOf(silent) })
    expect(whatOf(year, 'P01', /^task referral/)).toHaveLength(1)
    expect(whatOf(year, 'P01', /^task referral/)[0]).toContain('2026-01-14')
  })

  test('texts nobody about a reason that was known when the register was taken, and somebody where it came later', async () => {
    const marks = marksOf({ '2026-01-13': { P01: 'I' } })
    expect((await rehearse({ marks })).rehearsal.total).toMatchObject({ texts: 0, calls: 0 })
    const late = await rehearse({ marks }, { unreported: 100 })
    expect(whatOf(late, 'P01', /^(text|task call)/)).toEqual(['2026-01-13T10:30 text unreported'])
  })

  test('rings nobody who answered the text', async () => {
    const marks = marksOf({ '2026-01-13': { P01: 'O', P02: 'O' } })
    const silent = await rehearse({ marks })
    expect(silent.rehearsal.total).toMatchObject({ texts: 2, calls: 2, visits: 2 })
    const heard = await rehearse({ marks }, { answered: 100 })
    expect(heard.rehearsal.total).toMatchObject({ texts: 2, calls: 0, visits: 0 })
  })

  test('holds the texts of a morning on which half a class is missing, and says so', async () => {
    const half = everybody(PUPILS.slice(0, 5), 'O')
    const { rehearsal } = await rehearse({ marks: marksOf({ '2026-01-13': half }) })
    expect(rehearsal.brakes).toContainEqual({
      date: '2026-01-13',
      kind: 'unreported',
      because: 'academy-share',
      pupils: 5,
    })
    expect(rehearsal.total).toMatchObject({ unreported: 0, brakes: 1 })
    expect(rehearsal.worstDays[0]?.date).toBe('2026-01-13')
  })

  test('sends one text about brothers and sisters, and counts it once', async () => {
    const roll = bytes([
      'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted',
      ...PUPILS.map((pupil) => `${pupil},Rowan,Marlowe,2017-05-04,3,${classOf(pupil)},2021-09-02`),
    ])
    const contacts = bytes([
      'contactId,pupilId,priority,name,relationship,parentalResponsibility,livesWith,mobile',
      ...['P01', 'P11'].map((pupil) => `c1,${pupil},1,Robin Marlowe,Parent,Y,Y,07700900101`),
    ])
    const { happened, rehearsal } = await rehearse({
      marks: marksOf({ '2026-01-13': { P01: 'O', P11: 'O' } }),
      roll,
      contacts,
    })
    expect(happened.filter(({ what }) => what === 'text unreported').map(({ pupils }) => pupils)).toEqual([
      ['P01', 'P11'],
    ])
    expect(rehearsal.mostContacted).toMatchObject([{ contact: 'c1', pupils: ['P01', 'P11'], texts: 1 }])
  })

  test('is the same at every run, and names nobody', async () => {
    const files = { marks: marksOf({ '2026-01-13': { P01: 'O' }, '2026-01-14': { P12: 'I' } }) }
    const once = await rehearse(files, { unreported: 40, answered: 40 })
    const again = await rehearse(files, { unreported: 40, answered: 40 })
    expect(again).toEqual(once)
    expect(JSON.stringify(once)).not.toMatch(/Pupil|Parent of|07700|\+44/)
  })
})

test('letters that are held because they are many go once the lead has looked at them, that evening', async () => {
  const days = Array.from({ length: 21 }, (_, index) => addDays('2026-01-12', index)).filter(
    (date) => weekday(date) < 6,
  )
  const many = PUPILS.slice(0, 6)
  const absences = Object.fromEntries(days.slice(0, 2).map((date) => [date, everybody(many, 'I')]))
  const year = await rehearse({ marks: marksOf(absences, days) })
  const held = year.happened.find(({ what }) => what === 'task held-batch')
  expect(held?.pupils).toHaveLength(many.length)
  const letters = year.happened.filter(({ what }) => what === 'letter stage-1')
  expect(letters.map(({ at }) => at.slice(0, 10))).toEqual(many.map(() => held?.at.slice(0, 10)))
})

test('a family whose child does not come back gets the stage 2 letter, once a panel is arranged', async () => {
  const dates = Array.from({ length: 126 }, (_, day) => addDays('2026-01-12', day)).filter((date) => weekday(date) <= 5)
  const ill = Object.fromEntries(dates.filter((_, day) => day % 4 === 1).map((date) => [date, { P01: 'I' }]))
  const year = await rehearse({ marks: marksOf(ill, dates) })
  const steps = whatOf(year, 'P01', /^(letter stage|task set-meeting|meeting-arranged)/).map((line) => line.slice(17))
  expect(steps).toEqual(['letter stage-1', 'task set-meeting', 'meeting-arranged', 'letter stage-2'])
  expect(year.rehearsal.total).toMatchObject({ letters: 2, unreported: 0 })
})

describe('two policies side by side', () => {
  test('say what the second would have done otherwise, and about whom', async () => {
    const marks = marksOf({ '2026-01-13': { P01: 'O' }, '2026-01-14': { P02: 'O', P03: 'I' } })
    const one = await rehearse({ marks })
    const { ladder, visits } = springbankPolicy
    const calmer = {
      ...springbankPolicy,
      visits: { ...visits, atLunch: false },
      ladder: ladder.filter((step) => !(step.do === 'visit' && step.day === 1)),
    }
    const other = await rehearse({ marks }, { policy: calmer })
    const { total, pupils, weeks } = compare(one, other)
    expect(total).toMatchObject({ texts: 0, calls: 0, visits: -2, pence: 0 })
    expect(pupils.map(({ pupil, one: was, other: is }) => [pupil, was.visits, is.visits])).toEqual([
      ['P01', 1, 0],
      ['P02', 1, 0],
    ])
    expect(weeks).toMatchObject([{ week: '2026-01-12', visits: -2 }])
  })

  test('that are the same differ in nothing', async () => {
    const year = await rehearse({ marks: marksOf({ '2026-01-13': { P01: 'O' } }) })
    const { total, pupils } = compare(year, year)
    expect(new Set(Object.values(total))).toEqual(new Set([0]))
    expect(pupils).toEqual([])
  })
})

describe('what is not said is supposed, and the answer says so', () => {
  test('marks alone are a school', async () => {
    const { rehearsal } = await rehearse({ marks: marksOf({}) })
    expect(rehearsal).toMatchObject({ pupils: 20, schoolDays: 5, from: '2026-01-12', until: '2026-01-16' })
    for (const file of ['roll', 'contacts', 'staff', 'calendar'])
      expect(rehearsal.assumptions.join('\n')).toContain(`No ${file}`)
  })

  test('a pupil who was in another class then is played in the class of the roll', async () => {
    const roll = bytes([
      'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted',
      ...PUPILS.map((pupil) => `${pupil},Rowan,Marlowe,2017-05-04,3,3A,2021-09-02`),
    ])
    const { rehearsal } = await rehearse({ marks: marksOf({}), roll })
    expect(rehearsal.assumptions.join('\n')).toContain('100 marks were given in another class')
    expect(rehearsal.total).toMatchObject({ texts: 0, calls: 0 })
  })

  test('a school whose staff take the register with Firstbell is played as one', async () => {
    const policy = { ...springbankPolicy, registerSource: 'firstbell' as const }
    const year = await rehearse({ marks: marksOf({ '2026-01-13': { P01: 'O' } }) }, { policy })
    expect(whatOf(year, 'P01', /^(text|task call)/)).toHaveLength(2)
  })
})

describe('a file that is wrong', () => {
  const problems = (files: FilesOfSchool) => {
    const read = readSchool(files, { policy: springbankPolicy })
    return 'problems' in read ? read.problems : []
  }

  test('is refused with the line, the column and what to do', () => {
    const marks = bytes(['date,session,class,pupilId,code', '2026-01-12,AM,3A,P01,/', '2026-01-12,AM,3A,P02,QQ'])
    expect(problems({ marks })).toEqual([
      expect.objectContaining({ file: 'marks', line: 3, column: 'code', remedy: expect.stringContaining('Export') }),
    ])
  })

  test('is named when a pupil of the marks is not on its roll', () => {
    const roll = bytes([
      'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted',
      'P01,A,B,2017-05-04,3,3A,2021-09-02',
    ])
    const [first] = problems({ marks: marksOf({}), roll })
    expect(first).toMatchObject({ file: 'marks', line: 3, column: 'pupilId', what: 'is not on the roll.' })
  })

  test('has a column missing, and nothing is played', () => {
    expect(problems({ marks: bytes(['date,session,class,pupilId', '2026-01-12,AM,3A,P01']) })).toEqual([
      expect.objectContaining({ file: 'marks', line: 1, column: 'code', what: 'is missing.' }),
    ])
  })
})
