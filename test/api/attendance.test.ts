import { beforeAll, describe, expect, test } from 'vitest'
import { runNight } from '../../shared/counting/nightly.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

let school: ApiSchool
const get = (path: string, as = 'office') => school.ask(as, 'GET', path)

const IDS = ['P001', 'P002', 'P003', 'P004'] as const

/** The class 3B takes a register of a date; those not named are present. */
const take = async (date: string, session: 'AM' | 'PM', codes: Readonly<Record<string, string>> = {}) => {
  school.at(session === 'AM' ? '09:10' : '13:10', date)
  const present = session === 'AM' ? '/' : '\\'
  const marks = Object.fromEntries(IDS.map((id) => [id, { code: codes[id] ?? present }]))
  const { status } = await school.ask('office', 'PUT', `registers/${date}/${session}/3b`, { marks, submitted: true })
  expect(status).toBe(201)
}

beforeAll(async () => {
  school = await openApiSchool()
  await take('2026-01-12', 'AM', { P002: 'I', P003: 'M', P004: 'L' })
  await take('2026-01-12', 'PM', { P002: 'I' })
  await take('2026-01-13', 'AM', { P002: 'O' })
  school.at('02:00', '2026-01-14')
  await runNight(SCHOOL, school.world.clock.now(), { stores: school.stores, log: school.world.log })
  school.at('10:00', '2026-01-14')
})

describe('attendance by group', () => {
  test('the year to date comes from the night’s count, by class and for the academy', async () => {
    const { status, body } = await get('attendance?by=class')
    expect(status).toBe(200)
    expect(body).toMatchObject({ by: 'class', from: '2025-09-01', until: '2026-01-13', line: 90 })
    expect(body.academy).toMatchObject({
      pupils: 4,
      possible: 12,
      attended: 8,
      authorised: 3,
      unauthorised: 1,
      late: 1,
    })
    expect(body.academy.rates.attendance).toBe('66.7')
    expect(body.groups.map(({ group, pupils }: { group: string; pupils: number }) => [group, pupils])).toEqual([
      ['3b', 4],
    ])
    expect(body.academy).toMatchObject({ persistentlyAbsent: 2, severelyAbsent: 1, belowLine: 2 })
  })

  test('a group’s rate is of its sum; pupils with a social worker are a line of their own', async () => {
    const { groups } = (await get('attendance?by=social-worker')).body
    expect(
      groups.map(({ group, rates }: { group: string; rates: { attendance: string } }) => [group, rates.attendance]),
    ).toEqual([
      ['no', '66.7'],
      ['yes', '66.7'],
    ])
  })

  test('any two dates are counted from the registers', async () => {
    const { academy } = (await get('attendance?by=year&from=2026-01-13&until=2026-01-13')).body
    expect(academy).toMatchObject({ possible: 4, attended: 3, unauthorised: 1 })
  })

  test.each([
    ['by=house', 'wrong-word'],
    ['by=class&from=2026-01-32', 'wrong-date'],
    ['by=class&until=2026-02-01', 'future'],
    ['by=class&from=2026-01-13&until=2026-01-12', 'wrong-span'],
    ['by=class&from=2024-01-01&until=2026-01-12', 'too-long'],
  ])('what cannot be answered is refused by name: %s', async (query, code) => {
    const { status, body } = await get(`attendance?${query}`)
    expect([status, body.code]).toEqual([422, code])
  })

  test('teachers do not see it', async () => {
    expect((await get('attendance?by=class', 'teacher:t-3b')).status).toBe(403)
    expect((await get('pupils/P002/attendance', 'teacher:t-3b')).status).toBe(403)
  })
})

describe('pupils below a line', () => {
  test('come with their figure, and whether it is too early to act on it', async () => {
    const { pupils, through } = (await get('pupils?below=90')).body
    expect(through).toBe('2026-01-13')
    expect(pupils.map(({ id }: { id: string }) => id)).toEqual(['P002', 'P003'])
    expect(pupils[0]).toMatchObject({
      attendance: { possible: 3, attended: 0, rates: { attendance: '0.0' } },
      tooEarly: true,
    })
  })
  test('a line that is no per cent is refused', async () => {
    for (const below of ['ninety', '-1', '101', '']) {
      expect((await get(`pupils?below=${below}`)).body.code).toBe('wrong-line')
    }
  })
})

describe('a pupil’s attendance', () => {
  test('is explained session by session, with what has no mark', async () => {
    const { status, body } = await get('pupils/P004/attendance?from=2026-01-12&until=2026-01-13')
    expect(status).toBe(200)
    expect(body.sum).toBe(
      '3 attended of 3 possible sessions is 100.0%: 0 missed, 0 authorised and 0 unauthorised. 1 session without a mark: neither attended nor missed.',
    )
    expect(
      body.sessions.map((each: { date: string; session: string; counts: string }) => [
        each.date,
        each.session,
        each.counts,
      ]),
    ).toEqual([
      ['2026-01-12', 'AM', 'attended'],
      ['2026-01-12', 'PM', 'attended'],
      ['2026-01-13', 'AM', 'attended'],
      ['2026-01-13', 'PM', 'no-mark'],
    ])
    expect(body.lateness).toMatchObject({ beforeClose: 1, afterClose: 0, persistent: false })
  })

  test('a mark amended after the night changes the stored year and the explanation alike', async () => {
    const before = (await get('pupils/P002/attendance')).body
    expect(before.figures).toMatchObject({ possible: 3, authorised: 2, unauthorised: 1, daysMissed: '1½' })
    expect(before.tests).toMatchObject({ persistent: true, severe: true, belowLine: true, headlineAge: true })
    const amended = await school.ask('office', 'PATCH', 'pupils/P002/marks/2026-01-13/AM', {
      code: 'M',
      because: 'A letter from the clinic.',
    })
    expect(amended.status).toBe(200)
    expect((await get('pupils/P002/attendance')).body.figures).toMatchObject({ authorised: 3, unauthorised: 0 })
    expect((await get('attendance?by=class')).body.academy).toMatchObject({ authorised: 4, unauthorised: 0 })
  })

  test('shows the stage: nothing has gone, and what would come next', async () => {
    expect((await get('pupils/P002/attendance')).body.stage).toEqual({
      now: 'green',
      cycle: 0,
      sent: [],
      next: { step: 'warning', below: 93 },
    })
  })

  test('shows what went to the family as it went, and beside it what the marks say since', async () => {
    const figures = { possible: 3, attended: 0, authorised: 2, unauthorised: 1, late: 0 }
    const step = { step: 'warning', on: '2026-01-13', tally: figures, at: '2026-01-14T16:00:00.000Z' } as const
    const record = { pupil: 'k02', year: '2025-09-01', version: 0, cycle: 0, sent: [step] }
    await school.stores.saveStage(SCHOOL, record, { at: step.at, by: 'system', kind: 'stage-sent' })
    const { stage } = (await get('pupils/P002/attendance')).body
    expect(stage).toMatchObject({ now: 'warned', next: { step: 'stage-1', below: 90 } })
    expect(stage.sent).toMatchObject([
      { step: 'warning', figures, corrected: { holds: false, figures: { authorised: 3, unauthorised: 0 } } },
    ])
  })

  test('two figures of a pupil differ for reasons that can be read, session by session', async () => {
    const { status, body } = await get(
      'pupils/P002/attendance/differences?from=2026-01-12&until=2026-01-13&other-from=2026-01-13&other-until=2026-01-13',
    )
    expect(status).toBe(200)
    expect(body.because).toEqual([
      '2026-01-12 to 2026-01-13: 0 attended of 3 possible, 0.0%.',
      '2026-01-13 to 2026-01-13: 0 attended of 1 possible, 0.0%.',
      'Only 2026-01-12 to 2026-01-13 counts 2 sessions, from 2026-01-12 to 2026-01-12.',
    ])
    expect(body.onlyInFirst).toHaveLength(2)
  })

  test('the year to date stands beside the term where no dates are given', async () => {
    const { body } = await get('pupils/P002/attendance/differences')
    expect([body.first, body.second]).toMatchObject([
      { name: 'the year to date', from: '2025-09-01' },
      { name: 'the term', from: '2026-01-05', until: '2026-01-13' },
    ])
    expect((await get('pupils/P002/attendance/differences?until=2025-12-25')).body.code).toBe('no-term')
  })

  test('of somebody who is not on the roll is 404', async () => {
    expect((await get('pupils/P999/attendance')).status).toBe(404)
  })
})
