/** The night after months of marks came in at once: one list for the academy, which ends with the last decision on it. */
import { beforeAll, expect, test } from 'vitest'
import { runNight } from '../../shared/counting/nightly.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

const WEEKS = ['05', '06', '07', '08', '09', '12', '13', '14', '15', '16', '19', '20', '21']
const DAYS = WEEKS.map((day) => `2026-01-${day}`)
let school: ApiSchool

const night = () =>
  runNight(SCHOOL, '2026-01-22T02:00:00.000Z', { stores: school.stores, log: { write: () => undefined } })

const tasks = async () =>
  (await school.stores.open(SCHOOL)).tasks
    .filter(({ rule }) => rule === 'penalty-notices' || rule === 'returns-to-the-authority')
    .map(({ kind, about = '', pupils }) => `${kind} ${about} ${pupils.join(' ')}`)
    .toSorted()

/** k01 and k02 were away without leave on every day of two weeks and a half. */
beforeAll(async () => {
  school = await openApiSchool()
  school.at('10:00', '2026-01-22')
  for (const date of DAYS)
    for (const session of ['AM', 'PM'] as const) {
      const present = session === 'AM' ? '/' : '\\'
      const codes = { k01: 'O', k02: 'G', k03: present, k04: present } as const
      const marks = Object.fromEntries(
        Object.entries(codes).map(([key, code]) => [key, { code, source: 'import' as const }]),
      )
      const at = `${date}T13:05:00.000Z`
      const register = { classId: '3b', date, session, version: 1, submitted: true, submittedAt: at, asOf: at, marks }
      await school.stores.saveRegister(SCHOOL, register, 0, { at, by: 'import', kind: 'marks-imported' })
    }
  await night()
})

test('the academy has one task about penalty notices and one about returns, each with the children', async () => {
  await night()
  expect(await tasks()).toEqual(['held-batch penalties k01 k02', 'held-batch returns k01 k02'])
})

test('each child’s matter is on the board, and each return is asked for', async () => {
  const { matters } = (await school.ask('lead', 'GET', 'penalty-notices')).body
  expect(matters.map(({ pupil, standing }: Record<string, unknown>) => [pupil, standing])).toEqual([
    ['P001', 'met'],
    ['P002', 'met'],
  ])
  const { returns } = (await school.ask('lead', 'GET', 'returns')).body
  expect(returns.map(({ pupil, kind }: Record<string, unknown>) => [pupil, kind])).toEqual([
    ['P001', 'absence'],
    ['P002', 'absence'],
  ])
})

test('the list ends by itself with the last decision, and not before', async () => {
  const [list] = (await school.stores.open(SCHOOL)).tasks.filter(({ about }) => about === 'penalties')
  const refused = await school.ask('lead', 'POST', `tasks/${list?.id}/outcome`, { what: 'seen' })
  expect([refused.status, refused.body.code]).toEqual([422, 'decide-there'])
  const decide = (pupil: string) =>
    school.ask('lead', 'POST', `pupils/${pupil}/penalty-notices/decisions`, {
      decision: 'not-referred',
      because: 'the family had help, and it works',
    })
  expect((await decide('P001')).status).toBe(201)
  expect(await tasks()).toContain('held-batch penalties k01 k02')
  expect((await decide('P002')).status).toBe(201)
  expect((await tasks()).join()).not.toContain('held-batch penalties')
})

test('and so does the list of returns', async () => {
  const { returns } = (await school.ask('lead', 'GET', 'returns')).body
  const settle = (one: { id: string }) =>
    school.ask('office', 'POST', `returns/${one.id}/sent`, { on: '2026-01-22', how: 'by the portal' })
  expect((await settle(returns[0])).status).toBe(200)
  expect(await tasks()).toContain('held-batch returns k01 k02')
  expect((await settle(returns[1])).status).toBe(200)
  expect((await tasks()).join()).not.toContain('held-batch returns')
})
