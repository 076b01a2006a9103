import { beforeAll, describe, expect, test } from 'vitest'
import { runNight } from '../../shared/counting/nightly.ts'
import type { Report, Table } from '../../shared/domain/reports/report.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

let school: ApiSchool

const IDS = ['P001', 'P002', 'P003', 'P004'] as const
const take = async (date: string, session: 'AM' | 'PM', codes: Readonly<Record<string, string>> = {}) => {
  school.at(session === 'AM' ? '09:10' : '13:10', date)
  const present = session === 'AM' ? '/' : '\\'
  const marks = Object.fromEntries(IDS.map((id) => [id, { code: codes[id] ?? present }]))
  await school.ask('office', 'PUT', `registers/${date}/${session}/3b`, { marks, submitted: true })
  const five = { marks: { P005: { code: codes.P005 ?? present } }, submitted: true }
  await school.ask('office', 'PUT', `registers/${date}/${session}/4c`, five)
}

/** Three school weeks, so that twenty sessions are reached; P002 is ill on Fridays, P003 away without reason, P004 late. */
const DAYS = ['05', '06', '07', '08', '09', '12', '13', '14', '15', '16', '19', '20', '21', '22', '23'].map(
  (day) => `2026-01-${day}`,
)
const FRIDAYS = ['2026-01-09', '2026-01-16', '2026-01-23']

beforeAll(async () => {
  school = await openApiSchool()
  for (const date of DAYS) {
    const away = { ...(FRIDAYS.includes(date) ? { P002: 'I' } : {}), ...(date >= '2026-01-21' ? { P003: 'O' } : {}) }
    await take(date, 'AM', { P004: 'L', ...away })
    await take(date, 'PM', away)
  }
  school.at('02:00', '2026-01-24')
  await runNight(SCHOOL, school.world.clock.now(), { stores: school.stores, log: school.world.log })
  school.at('10:00', '2026-01-26')
})

const report = async (name: string, query = '', as = 'lead'): Promise<Report> => {
  const { status, body } = await school.ask(as, 'GET', `reports/${name}?date=2026-01-23${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}
const tableOf = (from: Report, title: string): Table => {
  const found = from.sections.find((section) => section.table.title.startsWith(title))?.table
  if (found === undefined) throw new Error(`${from.name} has no table “${title}”`)
  return found
}
const cells = (table: Table, row: string): Readonly<Record<string, string | undefined>> => {
  const found = table.rows.find(([name]) => name === row)
  return Object.fromEntries(
    table.columns.map(({ title, unit = '' }, index) => [`${title} ${unit}`.trim(), found?.[index]]),
  )
}

describe('every figure, wherever it is read', () => {
  test('equals the others for the same question: school, class, pupil, codes and days', async () => {
    const stored = (await school.ask('lead', 'GET', 'attendance?by=class')).body
    const counted = (await school.ask('lead', 'GET', 'attendance?by=class&from=2025-09-01&until=2026-01-23')).body
    const [weekly, governors, year, sheet] = await Promise.all([
      report('weekly'),
      report('governors'),
      report('year'),
      report('class-sheet', '&class=3b'),
    ])
    const patterns = (await school.ask('lead', 'GET', 'patterns?date=2026-01-23')).body
    const pupil = (await school.ask('lead', 'GET', 'pupils/P003/attendance?from=2025-09-01&until=2026-01-23')).body
    const below = (await school.ask('lead', 'GET', 'pupils?below=90')).body

    expect(counted.academy).toEqual(stored.academy)
    expect(counted.groups).toEqual(stored.groups)
    const { attendance, authorised, unauthorised } = stored.academy.rates
    const inWeekly = cells(tableOf(weekly, 'Classes, the school year so far'), 'Whole school')
    expect(inWeekly).toMatchObject({
      'Attendance %': attendance,
      'Authorised absence %': authorised,
      'Unauthorised absence %': unauthorised,
      'Persistently absent pupils': String(stored.academy.persistentlyAbsent),
      'Below 90% pupils': String(stored.academy.belowLine),
    })
    // Governors read the same rates; counts of one or two children they do not read at all.
    for (const table of [tableOf(governors, 'Year groups, the school year so far'), tableOf(year, 'Year groups')])
      expect(cells(table, 'Whole school')).toMatchObject({
        'Attendance %': attendance,
        'Persistently absent pupils': 'hidden',
      })
    expect(cells(tableOf(governors, 'The school beside'), 'Springbank Academy')['Attendance %']).toBe(attendance)
    const class3b = stored.groups.find(({ group }: { group: string }) => group === '3b')
    expect(cells(tableOf(weekly, 'Classes, the school year so far'), '3B')['Attendance %']).toBe(
      class3b.rates.attendance,
    )

    const cerys = cells(tableOf(sheet, 'Children of 3B'), 'Cerys Castell')
    expect(cerys['Year %']).toBe(pupil.figures.rates.attendance)
    expect(below.pupils.find(({ id }: { id: string }) => id === 'P003').attendance.rates).toEqual(pupil.figures.rates)
    expect(cells(tableOf(weekly, 'Pupils below 90%'), 'Cerys Castell')['Attendance %']).toBe(cerys['Year %'])

    const missedByDay = patterns.weekdays.rows.map((row: readonly string[]) => Number(row.at(-1)))
    expect(missedByDay.reduce((sum: number, count: number) => sum + count, 0)).toBe(stored.academy.absent)
    const codes = Object.fromEntries(
      patterns.codes.rows.map(([code, , count]: readonly string[]) => [code, Number(count)]),
    )
    expect(codes).toMatchObject({ I: stored.academy.authorised, O: stored.academy.unauthorised })
  })

  test('changes everywhere at once when a mark is amended', async () => {
    await school.ask('office', 'PATCH', 'pupils/P003/marks/2026-01-21/AM', { code: 'I', because: 'A note from home' })
    const stored = (await school.ask('lead', 'GET', 'attendance?by=class')).body.academy
    const weekly = cells(tableOf(await report('weekly'), 'Classes, the school year so far'), 'Whole school')
    expect(weekly['Unauthorised absence %']).toBe(stored.rates.unauthorised)
    await school.ask('office', 'PATCH', 'pupils/P003/marks/2026-01-21/AM', {
      code: 'O',
      because: 'It was another child',
    })
  })
})

describe('a report', () => {
  test('is for those whom it names as readers, and governors read no child’s name', async () => {
    const names = async (as: string) =>
      (await school.ask(as, 'GET', 'reports')).body.reports.map(({ name }: { name: string }) => name)
    expect(await names('governor')).toEqual(['governors', 'year'])
    expect(await names('teacher:t-3b')).toEqual(['class-sheet'])
    expect((await school.ask('governor', 'GET', 'reports/weekly')).status).toBe(404)
    const governors = await report('governors', '', 'governor')
    expect(governors.isConfidential).toBe(false)
    expect(JSON.stringify(governors)).not.toMatch(/Cerys|Castell|Bilal/)
  })

  test('of a class is for its own teacher', async () => {
    const sheet = await report('class-sheet', '&class=3b', 'teacher:t-3b')
    expect(sheet.sections[0]?.table.rows.map(([name]) => name)).toEqual([
      'Amelia Ashdown',
      'Bilal Birch',
      'Cerys Castell',
      'Shan Dunmore',
    ])
    const { status } = await school.ask('teacher:t-4c', 'GET', 'reports/class-sheet?class=3b')
    expect(status).toBe(403)
    expect((await school.ask('lead', 'GET', 'reports/class-sheet?class=9z')).body.code).toBe('not-found')
  })

  test('says which day it last was due, and by what date it then counted', async () => {
    const { reports } = (await school.ask('lead', 'GET', 'reports')).body
    expect(reports.find(({ name }: { name: string }) => name === 'weekly')).toMatchObject({
      every: 'week',
      due: '2026-01-26',
      date: '2026-01-25',
    })
  })

  test('can be fetched as a spreadsheet and on paper, for a minute', async () => {
    for (const [form, begins] of [
      ['csv', '\uFEFF"Weekly attendance monitor'],
      ['pdf', '%PDF-1.7'],
    ]) {
      const { status, headers } = await school.ask('lead', 'GET', `reports/weekly?date=2026-01-23&as=${form}`)
      expect(status).toBe(303)
      const path = String(headers.location).replace('https://files.example/', '')
      expect(path).toMatch(new RegExp(`^reports/springbank/weekly-2026-01-23-[a-z0-9]+\\.${form}$`))
      expect(school.world.kept.get(path)?.startsWith(begins ?? '')).toBe(true)
    }
  })

  test('of the day names the registers that never came; of a Sunday there is none', async () => {
    school.at('15:00', '2026-01-26')
    await school.ask('office', 'PUT', 'registers/2026-01-26/AM/4c', { marks: { P005: { code: '/' } }, submitted: true })
    const daily = (await school.ask('office', 'GET', 'reports/daily?date=2026-01-26')).body
    expect(daily.findings).toContain(
      'Registers that never came, and are in no figure: 3B in the morning, 3B in the afternoon and 4C in the afternoon.',
    )
    expect((await school.ask('office', 'GET', 'reports/daily?date=2026-01-25')).body.code).toBe('no-school')
    expect((await school.ask('office', 'GET', 'reports/daily?date=2026-01-27')).body.code).toBe('future')
  })
})

describe('patterns', () => {
  test('name the pupil, the counts and what was seen', async () => {
    const { patterns, registers } = (await school.ask('lead', 'GET', 'patterns?date=2026-01-23')).body
    expect(patterns).toContainEqual({
      kind: 'weekday',
      pupils: ['P002'],
      people: [{ id: 'P002', name: 'Bilal Birch', class: '3b' }],
      count: 6,
      of: 6,
      says: '6 of 6 sessions missed were on Fridays.',
    })
    expect(registers.map(({ kind }: { kind: string }) => kind)).toContain('never-came')
    expect((await school.ask('teacher:t-3b', 'GET', 'patterns')).status).toBe(403)
  })
})
