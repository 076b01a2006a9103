/** Somebody covers for a colleague who is away: what they may do, what they are told, and what is left when it ends. */
import { beforeEach, describe, expect, test } from 'vitest'
import { factsOf } from '../../shared/domain/facts.ts'
import { loadKnown } from '../../shared/follow-up/load-known.ts'
import { springbankPolicy } from '../support/policies.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
  const member = { classes: [], mobile: '+447700900811' }
  const staff = [
    { ...member, staffId: 's-head', name: 'Head of the school', role: 'head' },
    { ...member, staffId: 's-lead', name: 'Lead of the school', role: 'lead' },
    { ...member, staffId: 's-office', name: 'Office of the school', role: 'office', mobile: '+447700900812' },
    { ...member, staffId: 't-3b', name: 'Teacher of 3B', role: 'teacher', classes: ['3b'] },
    { ...member, staffId: 't-4c', name: 'Teacher of 4C', role: 'teacher', classes: ['4c'] },
  ] as const
  await school.stores.roll.stage(SCHOOL, 2, { file: 'staff', staff })
  await school.stores.roll.goLive(SCHOOL, 'staff', 1, 2, undefined, { at: '', by: 'test', kind: 'import-live' })
})

const named = (as: string, body: object) =>
  school.ask(as, 'POST', 'cover', { from: MONDAY, until: MONDAY, because: 'at a conference', ...body })
const ofLead = { of: 's-lead', by: 's-office' }
const rolesOf = async (as: string) => (await school.ask(as, 'GET', 'today')).body.roles

describe('the office covers for the lead on Monday', () => {
  beforeEach(async () => {
    expect((await named('head', ofLead)).status).toBe(201)
  })

  test('and has the lead’s pages that day, on the day after no more', async () => {
    expect(await rolesOf('office')).toEqual(['office', 'lead'])
    expect((await school.ask('office', 'GET', 'attend')).status).toBe(200)
    school.at('10:00', '2026-01-13')
    expect(await rolesOf('office')).toEqual(['office'])
    expect((await school.ask('office', 'GET', 'attend')).status).toBe(403)
  })

  test('and is told in the lead’s place', async () => {
    const known = await loadKnown(school.stores, SCHOOL, MONDAY, springbankPolicy)
    const leads = factsOf(known, springbankPolicy, school.world.clock.now()).staff('lead')
    expect(leads.map(({ staffId, mobile }) => [staffId, mobile])).toEqual([['s-office', '+447700900812']])
  })

  test('which is in the record with who and why, as is its end; then nothing of it is left', async () => {
    const [cover] = (await school.ask('lead', 'GET', 'cover')).body.covers
    expect(cover).toMatchObject({ of: { id: 's-lead' }, by: { id: 's-office' }, setBy: { id: 's-head' }, mayEnd: true })
    expect((await school.ask('head', 'DELETE', `cover/${cover.id}`, { because: 'back early' })).status).toBe(200)
    expect(await rolesOf('office')).toEqual(['office'])
    expect((await school.ask('head', 'DELETE', `cover/${cover.id}`, { because: 'again' })).status).toBe(404)
    const acts = school.acts.filter(({ kind }) => kind.startsWith('cover-'))
    expect(acts).toMatchObject([
      {
        kind: 'cover-named',
        by: 's-head',
        detail: { of: 's-lead', covered_by: 's-office', because: 'at a conference' },
      },
      { kind: 'cover-ended', by: 's-head', detail: { because: 'back early' } },
    ])
  })

  test('and cannot name covers the lead may not name, nor hand the Head’s office on', async () => {
    expect((await named('office', { of: 's-head', by: 't-3b' })).status).toBe(403)
    expect((await named('office', { of: 't-3b', by: 't-4c' })).status).toBe(201)
  })

  test('and cannot give itself the lead’s pages for longer', async () => {
    const longer = { ...ofLead, from: '2026-01-13', until: '2026-07-20' }
    expect((await named('office', longer)).status).toBe(403)
    expect((await named('lead', longer)).status).toBe(201)
  })
})

test('a teacher takes the register of a colleague they cover for, and of nobody else', async () => {
  const take = () => school.ask('teacher:t-4c', 'GET', `registers/${MONDAY}/AM/3b`)
  expect((await take()).status).toBe(403)
  await named('lead', { of: 't-3b', by: 't-4c' })
  expect((await take()).status).toBe(200)
  expect((await school.ask('teacher:t-4c', 'GET', 'attend')).status).toBe(403)
})

test('a teacher who covers for the office takes any register, and gives the codes that the office gives', async () => {
  const correct = () =>
    school.ask('teacher:t-4c', 'PATCH', `pupils/P001/marks/${MONDAY}/AM`, { code: 'I', because: 'the mother rang' })
  await school.ask('office', 'PUT', `registers/${MONDAY}/AM/3b`, {
    marks: Object.fromEntries(['P001', 'P002', 'P003', 'P004'].map((id) => [id, { code: '/' }])),
    submitted: true,
  })
  expect((await correct()).status).toBe(403)
  await named('head', { of: 's-office', by: 't-4c' })
  expect((await school.ask('teacher:t-4c', 'GET', `registers/${MONDAY}/AM/3b`)).status).toBe(200)
  expect((await correct()).status).toBe(200)
})

test('nobody names their own powers: the office and a teacher name no cover at all', async () => {
  for (const as of ['office', 'teacher:t-3b']) expect((await named(as, ofLead)).status).toBe(403)
  expect(await rolesOf('office')).toEqual(['office'])
})

describe('cover that cannot stand beside another', () => {
  const standing = async () => (await school.ask('head', 'GET', 'cover')).body.covers

  test('is named by two people at the same instant: one stands, and the other hears who covers and how to end it', async () => {
    const both = await Promise.all([named('head', ofLead), named('lead', { ...ofLead, by: 't-3b' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 409])
    const [cover, ...others] = await standing()
    const refusal = both.find(({ status }) => status === 409)?.body
    expect(others).toEqual([])
    expect(refusal).toMatchObject({
      code: 'already',
      title: expect.stringContaining(`(${cover.by.id})`),
      remedy: expect.stringContaining('end it there first'),
    })
  })

  test('nor does somebody cover who is given away at the same instant', async () => {
    const both = await Promise.all([named('head', ofLead), named('head', { of: 's-office', by: 't-4c' })])
    expect(both.map(({ status }) => status).toSorted()).toEqual([201, 422])
    expect(await standing()).toHaveLength(1)
  })

  test('is asked for again where another was named since it was read', async () => {
    const { stores } = school
    const { named: before } = await stores.coversNow(SCHOOL)
    const cover = { ...ofLead, id: 'c1', from: MONDAY, until: MONDAY, because: 'ill', setBy: 's-head', at: MONDAY }
    const put = (id: string, count: number) =>
      stores.putCover(SCHOOL, { ...cover, id }, count, { at: MONDAY, by: 's-head', kind: 'cover-named' })
    expect([await put('c1', before), await put('c2', before), await put('c2', before + 1)]).toEqual([
      'put',
      'stale',
      'put',
    ])
  })

  test('is one where the same person says the same again, as after an answer that never came', async () => {
    const [one, two] = [await named('head', ofLead), await named('head', ofLead)]
    expect([two.status, two.body.id]).toEqual([201, one.body.id])
    expect(await standing()).toHaveLength(1)
  })

  test('and lasts to the end of the school year at the latest', async () => {
    const longer = await named('head', { ...ofLead, until: '2026-09-01' })
    expect([longer.status, longer.body.code]).toEqual([422, 'too-long'])
    expect((await named('head', { ...ofLead, until: '2026-08-31' })).status).toBe(201)
  })

  test('on days that only others of the same colleague have does stand', async () => {
    await named('head', ofLead)
    const next = { ...ofLead, by: 't-3b', from: '2026-01-13', until: '2026-01-13' }
    expect((await named('head', next)).status).toBe(201)
    expect(await standing()).toHaveLength(2)
  })
})
