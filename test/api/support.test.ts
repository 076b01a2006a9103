import { beforeEach, describe, expect, test } from 'vitest'
import { proposeReturns } from '../../shared/counting/propose-returns.ts'
import { springbankPolicy } from '../support/policies.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { act, aRegister } from '../support/stored-examples.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
  school.at('11:00')
})

const keep = (body: object, as = 'lead') => school.ask(as, 'POST', 'pupils/P001/support', body)
const list = async () => (await school.ask('dsl', 'GET', 'pupils/P001/support')).body.support
const openTasks = async () => (await school.stores.open(SCHOOL)).tasks
const register = (date: string, session: 'AM' | 'PM', codes: Readonly<Record<string, string>>) => {
  const entries = Object.entries(codes).map(([pupil, code]) => [pupil, { code, source: 'teacher' }])
  const taken = aRegister({ classId: '3b', date, session, marks: Object.fromEntries(entries) })
  return school.stores.saveRegister(SCHOOL, taken, 0, act('register-saved', { at: `${date}T13:05:00.000Z` }))
}

describe('support', () => {
  test('that was offered is kept with the family’s answer, once', async () => {
    const { id } = (await keep({ is: 'offer', words: 'A taxi for two weeks' })).body
    const answer = { answer: 'declined', words: 'They would rather walk' }
    expect((await school.ask('head', 'POST', `pupils/P001/support/${id}/answer`, answer)).status).toBe(200)
    expect((await school.ask('head', 'POST', `pupils/P001/support/${id}/answer`, answer)).body.code).toBe('already')
    expect(await list()).toMatchObject([
      { is: 'offer', on: MONDAY, by: 's-lead', answered: { answer: 'declined', by: 's-head' } },
    ])
    expect(school.acts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['support-offer', 'support-answered']))
    expect((await keep({ is: 'offer', words: 'A taxi' }, 'office')).status).toBe(403)
  })

  test('that a service was asked for waits as a task until its answer is written down', async () => {
    expect((await keep({ is: 'request', agency: 'wizards', words: 'Magic' })).body.code).toBe('no-agency')
    const { id } = (await keep({ is: 'request', agency: 'school-nurse', words: 'A talk about asthma' })).body
    expect(await openTasks()).toMatchObject([{ kind: 'support-answer', about: id, due: '2026-01-26T15:15:00.000Z' }])
    await school.ask('lead', 'POST', `pupils/P001/support/${id}/answer`, { answer: 'done', words: 'She came' })
    expect(await openTasks()).toEqual([])
  })
})

describe('the return after a long absence', () => {
  const days = ['05', '06', '07', '08', '09'].map((day) => `2026-01-${day}`)
  const night = async (until: string) =>
    proposeReturns(
      school.stores,
      {
        academy: SCHOOL,
        now: `${until}T23:30:00.000Z`,
        until,
        policy: { ...springbankPolicy, attend: { ...springbankPolicy.attend, longAbsenceSchoolDays: 5 } },
        policyVersion: 'v1',
      },
      await school.stores.absenceDays(SCHOOL, { newest: 70 }),
    )
  /** Registers of a date that is over, and the list of its absences, as the night keeps it. */
  const taken = async (date: string, codes: Readonly<Record<string, string>>) => {
    await register(date, 'AM', codes)
    await register(date, 'PM', codes)
    const registers = await school.stores.registersOn(SCHOOL, date)
    await school.stores.listAbsences(SCHOOL, date, registers)
  }

  test('is a task on the day the child is back, once; the plan ends it', async () => {
    for (const date of days) await taken(date, { k01: 'I', k02: 'O' })
    await night('2026-01-09')
    expect(await openTasks()).toEqual([])
    await taken(MONDAY, { k01: '/', k02: 'O' })
    await night(MONDAY)
    await night(MONDAY)
    expect(await openTasks()).toMatchObject([{ kind: 'return-plan', pupils: ['k01'], doers: ['lead'] }])
    const plan = {
      is: 'return',
      owner: 't-3b',
      words: 'Mornings first',
      catchUp: ['Fractions with a buddy'],
      review: '2026-01-26',
    }
    expect((await keep({ ...plan, owner: 'nobody' })).body.code).toBe('no-staff')
    expect((await keep({ ...plan, review: MONDAY })).body.code).toBe('past')
    expect((await keep(plan)).status).toBe(201)
    expect(await openTasks()).toEqual([])
    expect(await list()).toMatchObject([{ is: 'return', owner: 't-3b', catchUp: ['Fractions with a buddy'] }])
  })
})

describe('the termly conversation', () => {
  const sheets = (as: string) => school.ask(as, 'GET', 'classes/3b/conference-sheets')

  test('has a sheet for each child, which the class teacher ticks, and nobody else’s teacher sees', async () => {
    await register('2026-01-08', 'AM', { k01: 'I', k02: '/' })
    await register('2026-01-09', 'AM', { k01: '/', k02: 'L' })
    expect((await sheets('teacher:t-4c')).status).toBe(403)
    const { body } = await sheets('teacher:t-3b')
    expect(body.sheets).toMatchObject([
      { pupil: 'P001', figures: { possible: 2, attended: 1, daysMissed: '½' }, discussed: null },
      { pupil: 'P002', figures: { possible: 2, attended: 2 }, lateness: { beforeClose: 1 } },
      { pupil: 'P003' },
      { pupil: 'P004' },
    ])
    const tick = (pupil: string, more: object = {}) =>
      school.ask('teacher:t-3b', 'POST', `pupils/${pupil}/conferences`, {
        with: ['c101'],
        words: 'Proud of Friday',
        ...more,
      })
    expect((await tick('P001', { with: ['c104'] })).body.code).toBe('no-contact')
    expect((await tick('P001')).status).toBe(201)
    expect((await tick('P001')).body.code).toBe('already')
    expect((await tick('P005')).status).toBe(403)
    expect((await sheets('lead')).body.sheets[0].discussed).toMatchObject({ on: MONDAY, by: 't-3b' })
    expect(await list()).toMatchObject([{ is: 'conference', with: ['c101'], tally: { possible: 2 } }])
  })
})
