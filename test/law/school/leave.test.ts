/** Absence that only the Head may authorise: days around a festival, and a long suspension. */
import { beforeEach, describe, expect, test } from 'vitest'
import { takeDays } from '../../support/class-days.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../../support/school-api.ts'

let school: ApiSchool
const report = (as: string, body: object) =>
  school.ask(as, 'POST', 'pupils/P001/absences', {
    reason: 'Eid, and then we visit family',
    reportedBy: 'c101',
    via: 'phone',
    ...body,
  })
const known = async (): Promise<readonly { from: string; until: string; code?: string }[]> =>
  (await school.ask('office', 'GET', 'pupils/P001')).body.knownAbsences
const tasks = async () => (await school.stores.open(SCHOOL)).tasks
const mark = async (date: string, session: 'AM' | 'PM' = 'AM') =>
  (await school.ask('office', 'GET', `registers/${date}/${session}/3b`)).body.marks.P001?.code

describe('Case 47: a festival of one day and four days of travel', () => {
  const week = { from: '2026-01-13', until: '2026-01-19', code: 'R' }
  beforeEach(async () => {
    school = await openApiSchool()
  })

  test.each(['office', 'lead', 'head'])(
    'are R for the day set apart, whoever at the school writes it down: %s',
    async (as) => {
      const { status, body } = await report(as, week)
      expect(status).toBe(201)
      expect(body).toMatchObject({ code: 'R', observedUntil: '2026-01-13' })
      expect((await known()).filter(({ code }) => code === 'R')).toMatchObject([
        { from: '2026-01-13', until: '2026-01-13' },
      ])
    },
  )

  test('the rest is a request for leave that the Head decides, and R on none of its days', async () => {
    await report('office', week)
    const [request, ...others] = await school.stores.leaveRequestsOf(SCHOOL, 'k01')
    expect(others).toEqual([])
    expect(request).toMatchObject({ state: 'asked', from: '2026-01-14', until: '2026-01-19', purpose: 'other' })
    expect((await tasks()).filter(({ kind }) => kind === 'leave-request')).toMatchObject([{ pupils: ['k01'] }])
    const [first, then] = ['2026-01-13', '2026-01-14']
    school.at('08:50', first)
    expect(await mark(first)).toBe('R')
    school.at('08:50', then)
    expect(await mark(then)).not.toBe('R')
    // The family has said where the child is: nobody is texted while the Head decides.
    expect((await known()).filter(({ code }) => code === undefined)).toMatchObject([{ from: '2026-01-14' }])
  })

  test('said again it is the same, with one request', async () => {
    await report('office', week)
    await report('office', week)
    expect(await school.stores.leaveRequestsOf(SCHOOL, 'k01')).toHaveLength(1)
    expect((await tasks()).filter(({ kind }) => kind === 'leave-request')).toHaveLength(1)
  })

  test('granted they are C, refused they are the absence that the law has for them', async () => {
    await report('office', week)
    const [request] = await school.stores.leaveRequestsOf(SCHOOL, 'k01')
    const decided = await school.ask('head', 'POST', `pupils/P001/leave-requests/${request?.id}/decision`, {
      decision: 'granted',
      exceptional: true,
      because: 'A funeral of a grandparent fell into that week',
      tell: 'person',
    })
    expect(decided.status).toBe(200)
    expect((await known()).filter(({ code }) => code === 'C')).toMatchObject([
      { from: '2026-01-14', until: '2026-01-19' },
    ])
  })

  test('a festival over a weekend, or of one day alone, asks the Head nothing', async () => {
    await report('office', { from: '2026-01-16', until: '2026-01-18', code: 'R' })
    expect(await school.stores.leaveRequestsOf(SCHOOL, 'k01')).toEqual([])
    expect((await known()).map(({ code }) => code)).toEqual(['R'])
  })

  test('mark by mark they are refused too: R stands on no second day running', async () => {
    await takeDays(school.stores, [MONDAY, '2026-01-13', '2026-01-15'], { k01: 'N' })
    school.at('15:00', '2026-01-15')
    const amend = (date: string, session: 'AM' | 'PM', as = 'office') =>
      school.ask(as, 'PATCH', `pupils/P001/marks/${date}/${session}`, { code: 'R', because: 'Eid' })
    expect((await amend(MONDAY, 'AM')).status).toBe(200)
    expect((await amend(MONDAY, 'PM')).status).toBe(200)
    for (const as of ['office', 'lead'])
      expect((await amend('2026-01-13', 'AM', as)).body).toMatchObject({ code: 'observance' })
    expect((await amend('2026-01-15', 'AM')).status).toBe(200)
  })
})

test('Case 43: a suspension of seven days from Monday is E, and somebody must find other education from the sixth; found, it is K, and without it E stands and the task is open', async () => {
  school = await openApiSchool()
  const suspended = { from: MONDAY, until: '2026-01-20', code: 'E', reason: 'Suspended by the Head' }
  expect((await report('head', suspended)).status).toBe(201)
  expect((await tasks()).filter(({ kind }) => kind === 'provision')).toMatchObject([
    { pupils: ['k01'], doers: ['head', 'lead'], state: 'open' },
  ])
  const days = ['2026-01-12', '2026-01-13', '2026-01-14', '2026-01-15', '2026-01-16']
  for (const date of days) {
    school.at('08:50', date)
    expect(await mark(date)).toBe('E')
  }
  await takeDays(school.stores, ['2026-01-19', '2026-01-20'], { k01: 'E' })
  school.at('10:00', '2026-01-20')
  expect((await tasks()).filter(({ kind }) => kind === 'provision')).toHaveLength(1)
  const provided = await school.ask('office', 'PATCH', 'pupils/P001/marks/2026-01-19/AM', {
    code: 'K',
    because: 'The authority’s unit has taken the pupil',
    note: 'tuition at the authority’s unit',
  })
  expect(provided.status).toBe(200)
  expect([await mark('2026-01-19'), await mark('2026-01-20')]).toEqual(['K', 'E'])
})

describe('Case 47: R beside a day that has it', () => {
  beforeEach(async () => {
    school = await openApiSchool()
    await takeDays(school.stores, ['2026-01-12'], { k01: 'R' })
    school.at('09:05', '2026-01-13')
  })
  const take = (code: string) =>
    school.ask('lead', 'PUT', 'registers/2026-01-13/AM/3b', {
      marks: { P001: { code }, P002: { code: '/' }, P003: { code: '/' }, P004: { code: '/' } },
      submitted: true,
    })

  test('is refused in a whole register as it is in one mark, with what to give instead', async () => {
    const { status, body } = await take('R')
    expect(status).toBe(422)
    expect(body.pupils).toMatchObject([{ pupil: 'P001', code: 'observance', remedy: expect.stringContaining('leave') }])
    expect((await take('C')).status).toBe(201)
  })
})
