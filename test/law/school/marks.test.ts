/** Marks on their way from the register to the count, at a school with its real API, files and nights. */
import { beforeEach, describe, expect, test } from 'vitest'
import { byPupil } from '../../../shared/domain/counting/class-tally.ts'
import { ratesOf } from '../../../shared/domain/counting/rate.ts'
import { nightAfter, takeDays, weekdaysFrom } from '../../support/class-days.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../../support/school-api.ts'

const YEAR = '2025-09-01'
let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
})

const tally = async (key: string) => byPupil(await school.stores.tallies(SCHOOL, YEAR, true)).get(key)
const tasks = async () => (await school.stores.open(SCHOOL)).tasks
const codeOf = async (pupil: string, date: string, session: 'AM' | 'PM' = 'AM') =>
  (await school.ask('office', 'GET', `registers/${date}/${session}/3b`)).body.marks[pupil]?.code

test('Case 1: twenty days of part-time timetable are 50.0%, persistent and severe, and lead to no warning, letter or notice', async () => {
  const dates = weekdaysFrom('2026-01-06', 20)
  await takeDays(school.stores, dates, { k01: ['/', 'C2'] })
  await nightAfter(school.stores, dates.at(-1) ?? '')
  const counted = await tally('k01')
  expect(counted).toMatchObject({ possible: 40, attended: 20, authorised: 20, unauthorised: 0, partTime: 20 })
  school.at('08:50', '2026-02-03')
  const { body } = await school.ask('lead', 'GET', 'pupils/P001/attendance')
  expect(body).toMatchObject({
    figures: { rates: { attendance: '50.0' } },
    tests: { persistent: true, severe: true, belowLine: true },
    stage: { now: 'green', sent: [] },
  })
  expect(body.stage.due).toBeUndefined()
  expect(body.sessions.find(({ code }: { code: string }) => code === 'C2').why).toContain('Agreed part-time timetable')
  expect((await tasks()).filter(({ pupils }) => pupils.includes('k01')).map(({ kind }) => kind)).not.toContain(
    'penalty-notice',
  )
  expect(await school.stores.penaltyRecords(SCHOOL)).toEqual([])
})

describe('Case 2: an N of Monday', () => {
  beforeEach(async () => {
    await takeDays(school.stores, [MONDAY], { k01: ['N', '\\'] })
    await takeDays(school.stores, weekdaysFrom('2026-01-13', 6))
    for (const date of weekdaysFrom(MONDAY, 5)) await nightAfter(school.stores, date)
  })

  test('is still N in the fifth school day after it, and O at its end', async () => {
    expect(await codeOf('P001', MONDAY)).toBe('N')
    await nightAfter(school.stores, '2026-01-19')
    expect(await codeOf('P001', MONDAY)).toBe('O')
    expect(await tally('k01')).toMatchObject({ possible: 12, authorised: 0, unauthorised: 1 })
  })

  test('whose reason comes on the sixth becomes O and then I: every version is kept, and one absence moves from unauthorised to authorised', async () => {
    const acts: { kind: string; by: string; detail?: Record<string, unknown> }[] = []
    const heard = {
      ...school.stores,
      saveRegister: (...given: Parameters<typeof school.stores.saveRegister>) => {
        acts.push(given[3] as (typeof acts)[number])
        return school.stores.saveRegister(...given)
      },
    }
    await nightAfter(heard, '2026-01-19')
    school.at('09:30', '2026-01-20')
    const amended = await school.ask('office', 'PATCH', `pupils/P001/marks/${MONDAY}/AM`, {
      code: 'I',
      because: 'The mother rang: a sick bug.',
    })
    expect(amended.status).toBe(200)
    const settled = acts.find(({ detail }) => detail?.date === MONDAY)
    expect(settled).toMatchObject({ by: 'system' })
    const byOffice = school.acts.find(({ kind }) => kind === 'mark-amended')
    expect(byOffice).toMatchObject({
      by: 's-office',
      detail: { was: 'O', now: 'I', because: 'The mother rang: a sick bug.' },
    })
    expect((await school.stores.register(SCHOOL, MONDAY, 'AM', '3b'))?.version).toBe(3)
    await nightAfter(school.stores, '2026-01-20')
    expect(await tally('k01')).toMatchObject({ possible: 14, attended: 13, authorised: 1, unauthorised: 0 })
  })
})

test('Case 5: who comes at 09:40 is U with the afternoon present: two possible, one attended, one unauthorised, one late, and on the site', async () => {
  school.at('09:10')
  await school.takes('teacher:t-3b', { P001: 'N' })
  school.at('09:40')
  const came = await school.ask('office', 'POST', 'pupils/P001/arrivals', { at: `${MONDAY}T09:40:00Z` })
  expect(came.status).toBe(201)
  const { classes } = (await school.ask('office', 'GET', 'on-site')).body
  const { pupils } = classes.find(({ pupils: those }: { pupils: { id: string }[] }) =>
    those.some(({ id }) => id === 'P001'),
  )
  expect(pupils.find(({ id }: { id: string }) => id === 'P001')).toMatchObject({ is: 'in' })
  school.at('13:05')
  await school.takes('teacher:t-3b', {}, {}, 'PM')
  await nightAfter(school.stores, MONDAY)
  expect(await tally('k01')).toEqual({ possible: 2, attended: 1, authorised: 0, unauthorised: 1, late: 1 })
})

test('Case 6: who comes at 09:40 from the dentist is M: authorised, not late', async () => {
  school.at('09:10')
  await school.takes('teacher:t-3b', { P001: 'N' })
  school.at('09:40')
  const came = await school.ask('office', 'POST', 'pupils/P001/arrivals', {
    at: `${MONDAY}T09:40:00Z`,
    code: 'M',
    because: 'The dentist’s letter was shown.',
  })
  expect(came.status).toBe(201)
  await nightAfter(school.stores, MONDAY)
  expect(await tally('k01')).toMatchObject({ possible: 1, authorised: 1, unauthorised: 0, late: 0 })
})

test('Case 12: two sessions missed of six in the first days are flagged as a third, and no step is due', async () => {
  const dates = weekdaysFrom('2026-01-06', 3)
  await takeDays(school.stores, dates.slice(0, 1), { k01: 'O' })
  await takeDays(school.stores, dates.slice(1))
  await nightAfter(school.stores, '2026-01-08')
  school.at('08:50', '2026-01-09')
  const { figures, tests, stage } = (await school.ask('lead', 'GET', 'pupils/P001/attendance')).body
  expect(figures.rates.absence).toBe('33.3')
  expect(tests).toMatchObject({ persistent: true, belowLine: true })
  expect(tests.because.join(' ')).toContain('the school acts from')
  expect(stage.due).toBeUndefined()
})

test('Case 13: a half term at another school (D) has no percentage, and nothing is due', async () => {
  const dates = weekdaysFrom('2026-01-06', 15)
  await takeDays(school.stores, dates, { k01: 'D' })
  await nightAfter(school.stores, dates.at(-1) ?? '')
  expect(
    ratesOf((await tally('k01')) ?? { possible: 1, attended: 0, authorised: 0, unauthorised: 1, late: 0 }),
  ).toEqual({ attendance: null, absence: null, authorised: null, unauthorised: null })
  school.at('08:50', '2026-01-27')
  const { academy } = (await school.ask('lead', 'GET', 'attendance?by=class')).body
  expect(academy).toMatchObject({ pupils: 3, persistentlyAbsent: 0 })
  expect((await school.ask('lead', 'GET', 'pupils/P001/attendance')).body.stage.due).toBeUndefined()
})
