import { beforeEach, describe, expect, test } from 'vitest'
import { chaseActions } from '../../shared/counting/chase-actions.ts'
import { springbankPolicy } from '../support/policies.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { act, aRegister } from '../support/stored-examples.ts'

let school: ApiSchool
const post = (path: string, body: object, as = 'lead') => school.ask(as, 'POST', `pupils/P001/attend${path}`, body)
const show = async () => (await school.ask('lead', 'GET', 'pupils/P001/attend')).body.open
const plan = {
  owner: 't-3b',
  words: 'In every day by nine',
  agreedWith: ['c101'],
  barriers: [{ kind: 'transport', words: 'The bus does not come' }],
  actions: [{ words: 'Ask the council for a pass', owner: 't-3b', due: '2026-01-14' }],
}
const night = (until: string) =>
  chaseActions(school.stores, {
    academy: SCHOOL,
    now: `${until}T23:30:00.000Z`,
    until,
    policy: springbankPolicy,
    policyVersion: 'v1',
  })
const openTasks = async () => (await school.stores.open(SCHOOL)).tasks

beforeEach(async () => {
  school = await openApiSchool()
  school.at('11:00')
  await post('', { because: 'away a lot' })
})

describe('a plan', () => {
  test('has an owner, what keeps the child away, actions and the next review, all agreed at once', async () => {
    expect((await post('/plan', plan)).status).toBe(200)
    expect(await show()).toMatchObject({
      plan: { owner: 't-3b', agreedWith: ['c101'], agreedOn: MONDAY, by: 's-lead' },
      barriers: [{ kind: 'transport' }],
      actions: [{ owner: 't-3b', due: '2026-01-14', state: 'open' }],
      review: '2026-01-26',
    })
    expect(school.acts.at(-1)).toMatchObject({ kind: 'attend-plan-agreed', detail: { barriers: ['transport'] } })
  })

  test.each([
    [{ owner: 'nobody' }, 'no-staff'],
    [{ agreedWith: ['c104'] }, 'no-contact'],
    [{ barriers: [{ kind: 'aliens', words: 'They came' }] }, 'no-barrier'],
    [{ actions: [{ words: 'Ring', owner: 't-3b', due: '2026-01-11' }] }, 'past'],
    [{ review: MONDAY }, 'past'],
  ])('with %o is refused whole', async (wrong, code) => {
    expect((await post('/plan', { ...plan, ...wrong })).body.code).toBe(code)
    expect(await show()).toMatchObject({ version: 1, barriers: [], actions: [] })
  })

  test('goes on: another barrier, another action, check-ins of its owner', async () => {
    await post('/plan', plan)
    await post('/barriers', { kind: 'routines', words: 'Up late' })
    await post('/actions', { words: 'Send an alarm clock', owner: 't-4c', due: '2026-01-20' })
    expect((await post('/check-ins', { with: 'child', words: 'Came smiling' }, 'teacher:t-3b')).status).toBe(201)
    expect((await post('/check-ins', { with: 'child', words: 'Looking' }, 'teacher:t-4c')).status).toBe(403)
    expect((await post('/check-ins', { on: '2026-01-13', with: 'child', words: 'Soon' })).body.code).toBe('future')
    expect(await show()).toMatchObject({
      barriers: [{ kind: 'transport' }, { kind: 'routines' }],
      actions: [{ owner: 't-3b' }, { owner: 't-4c' }],
      checkIns: [{ on: MONDAY, with: 'child', by: 't-3b' }],
    })
  })
})

describe('an action', () => {
  const mine = async (as: string) => (await school.ask(as, 'GET', 'attend/actions')).body.actions
  beforeEach(async () => {
    await post('/plan', plan)
  })

  test('is its owner’s to see and to finish, and nobody else’s but the lead’s', async () => {
    const [action] = await mine('teacher:t-3b')
    expect(action).toMatchObject({ pupil: 'P001', owner: 't-3b', due: '2026-01-14' })
    expect(await mine('teacher:t-4c')).toEqual([])
    expect(await mine('lead')).toHaveLength(1)
    const done = { state: 'done', words: 'The pass came' }
    expect((await post(`/actions/${action.id}/outcome`, done, 'teacher:t-4c')).status).toBe(403)
    expect((await post(`/actions/${action.id}/outcome`, done, 'teacher:t-3b')).body).toEqual({
      id: action.id,
      state: 'done',
    })
    expect((await post(`/actions/${action.id}/outcome`, done)).body.code).toBe('no-action')
  })

  test('that is overdue is a task to its owner, once; finishing it ends the task', async () => {
    await night('2026-01-13')
    expect(await openTasks()).toEqual([])
    await night('2026-01-14')
    await night('2026-01-14')
    await night('2026-01-15')
    const [{ id }] = await mine('lead')
    expect(await openTasks()).toMatchObject([{ kind: 'attend-action', about: id, pupils: ['k01'], doers: ['teacher'] }])
    school.at('11:00', '2026-01-16')
    await post(`/actions/${id}/outcome`, { state: 'dropped', words: 'They walk now' })
    expect(await openTasks()).toEqual([])
    await night('2026-01-16')
    expect(await openTasks()).toEqual([])
  })

  test('of somebody who has left is a task to the lead; that of a case that closed is none', async () => {
    await school.stores.roll.stage(SCHOOL, 2, { file: 'staff', staff: [] })
    await school.stores.roll.goLive(SCHOOL, 'staff', 1, 2, undefined, act())
    await night('2026-01-14')
    expect(await openTasks()).toMatchObject([{ doers: ['lead'] }])
    await post('/actions', { words: 'Ring them', owner: 't-3b', due: '2026-01-20' })
    await post('/close', { because: 'in school again' })
    await night('2026-01-21')
    expect(await openTasks()).toHaveLength(1)
  })

  test('is asked about also when the night died after the task', async () => {
    const dying = {
      ...school.stores,
      saveAttendCase: async () => {
        throw new Error('died')
      },
    }
    const due = { academy: SCHOOL, now: '2026-01-15T02:00:00.000Z', until: '2026-01-14', policyVersion: 'v1' }
    await expect(chaseActions(dying, { ...due, policy: springbankPolicy })).rejects.toThrow('died')
    await night('2026-01-14')
    expect(await openTasks()).toHaveLength(1)
    expect(await school.stores.attendToChase(SCHOOL, '2026-02-01')).toEqual([])
  })
})

describe('the fortnightly review', () => {
  const day = (date: string, code: 'O' | '/') =>
    school.stores.saveRegister(
      SCHOOL,
      aRegister({ classId: '3b', date, marks: { k01: { code, source: 'teacher' } } }),
      0,
      act('register-saved', { at: `${date}T09:02:00.000Z` }),
    )

  test('lists whose case is due, what was agreed, what is overdue, and attendance before and after', async () => {
    for (const date of ['2026-01-07', '2026-01-08', '2026-01-09']) await day(date, 'O')
    await post('/plan', plan)
    for (const date of ['2026-01-13', '2026-01-14', '2026-01-15']) await day(date, '/')
    const list = async () => (await school.ask('dsl', 'GET', 'attend/review-list')).body.cases
    expect(await list()).toEqual([])
    school.at('11:00', '2026-01-26')
    expect(await list()).toMatchObject([
      {
        pupil: 'P001',
        name: 'Amelia Ashdown',
        review: '2026-01-26',
        plan: { owner: 't-3b' },
        barriers: ['transport'],
        actions: [{ words: 'Ask the council for a pass', overdue: true }],
        impact: { since: MONDAY, before: { possible: 3, attended: 0 }, after: { possible: 3, attended: 3 } },
      },
    ])
    const reviewed = await post('/reviews', { words: 'Much better; go on' })
    expect(reviewed.body).toMatchObject({
      review: '2026-02-09',
      reviews: [{ words: 'Much better; go on', impact: { before: { attended: 0 }, after: { attended: 3 } } }],
    })
    expect(school.acts.at(-1)).toMatchObject({ kind: 'review-held', detail: { after: { attended: 3 } } })
    expect(await list()).toEqual([])
  })
})
