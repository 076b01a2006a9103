import { beforeAll, describe, expect, test } from 'vitest'
import { AttendanceByAnswer, GroupsAnswer } from '../../events/api/groups.ts'
import { runNight } from '../../shared/counting/nightly.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

let school: ApiSchool

beforeAll(async () => {
  school = await openApiSchool()
  await school.takes('office', { P002: 'I', P003: 'O' })
  school.at('02:00', '2026-01-13')
  await runNight(SCHOOL, school.world.clock.now(), { stores: school.stores, log: school.world.log })
  school.at('10:00', '2026-01-13')
})

const figures = async () =>
  Object.fromEntries(
    (await school.ask('lead', 'GET', 'attendance?by=own')).body.groups.map(
      ({ name, possible, attended }: { name: string; possible: number; attended: number }) => [
        name,
        [possible, attended],
      ],
    ),
  )

describe('groups that a school makes', () => {
  test('are of pupils chosen one by one or of a rule, and have figures like any group', async () => {
    const chess = await school.ask('lead', 'POST', 'groups', { name: 'Chess club', pupils: ['P001', 'P002'] })
    expect(chess.status).toBe(201)
    expect(chess.body).toMatchObject({ name: 'Chess club', pupils: ['P001', 'P002'], gone: 0, version: 1 })
    const rule = { year: ['3'], 'social-worker': ['yes'] }
    expect((await school.ask('lead', 'POST', 'groups', { name: 'Year 3 with a social worker', rule })).status).toBe(201)
    expect(await figures()).toEqual({ 'Chess club': [2, 1], 'Year 3 with a social worker': [1, 0] })
  })

  test('are listed with the names of those chosen, and beside them the kinds that the policy has', async () => {
    const { body } = await school.ask('office', 'GET', 'groups')
    const { kinds, groups } = GroupsAnswer.parse(body)
    expect(kinds).toEqual(expect.arrayContaining(['year', 'class', 'social-worker']))
    const chess = groups.find(({ name }) => name === 'Chess club')
    expect(chess?.people.map(({ id }) => id)).toEqual(['P001', 'P002'])
    expect(chess?.people.every(({ name, class: classId }) => name.includes(' ') && classId === '3b')).toBe(true)
    expect(AttendanceByAnswer.parse((await school.ask('lead', 'GET', 'attendance?by=own')).body).groups).toHaveLength(2)
  })

  test('are changed by the version that was read, and whoever comes second is told', async () => {
    const { id, version } = (await school.ask('office', 'GET', 'groups')).body.groups.find(
      ({ name }: { name: string }) => name === 'Chess club',
    )
    const body = { name: 'Chess club', pupils: ['P001'], version }
    expect((await school.ask('lead', 'PUT', `groups/${id}`, body)).status).toBe(200)
    const second = await school.ask('lead', 'PUT', `groups/${id}`, { ...body, pupils: ['P004'] })
    expect([second.status, second.body.code]).toEqual([409, 'stale'])
    expect((await figures())['Chess club']).toEqual([1, 1])
    expect(school.acts.at(-1)).toMatchObject({ kind: 'group-changed', by: 's-lead', pupils: ['k02'] })
  })

  test('end with a reason, and are then in no figure', async () => {
    const made = await school.ask('lead', 'POST', 'groups', { name: 'Swimmers', pupils: ['P004'] })
    const because = { because: 'The club has closed.' }
    expect((await school.ask('lead', 'DELETE', `groups/${made.body.id}`, because)).status).toBe(200)
    expect(Object.keys(await figures())).not.toContain('Swimmers')
    expect((await school.ask('lead', 'DELETE', `groups/${made.body.id}`, because)).status).toBe(404)
  })

  test.each([
    [{ name: 'Nobody' }, 'wrong-shape'],
    [{ name: 'Strangers', pupils: ['P999'] }, 'not-found'],
    [{ name: 'chess CLUB', pupils: ['P001'] }, 'already'],
    [{ name: 'By the moon', rule: { moon: ['full'] } }, 'wrong-shape'],
  ])('%j is refused', async (body, code) => {
    expect((await school.ask('lead', 'POST', 'groups', body)).body.code).toBe(code)
  })

  test('are made by those who lead on attendance, and read by the office', async () => {
    const body = { name: 'Office’s own', pupils: ['P001'] }
    expect((await school.ask('office', 'POST', 'groups', body)).status).toBe(403)
    expect((await school.ask('teacher:t-3b', 'GET', 'groups')).status).toBe(403)
  })
})
