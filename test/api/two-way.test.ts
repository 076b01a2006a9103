import { beforeAll, expect, test } from 'vitest'
import { MONDAY, openApiSchool } from '../support/school-api.ts'

let ask: (as: string, query: string) => Promise<{ readonly status: number; readonly body: Record<string, unknown> }>

beforeAll(async () => {
  const school = await openApiSchool()
  school.at('09:05')
  await school.takes('office', { P003: 'O' })
  school.at('10:00', '2026-01-13')
  ask = (as, query) => school.ask(as, 'GET', `attendance/by-two?from=${MONDAY}&until=${MONDAY}&${query}`)
})

test('staff read two groupings together whole, and as governors would: nothing that could point at a child', async () => {
  const { body } = await ask('lead', 'rows=social-worker&columns=class')
  expect(body.cells).toMatchObject([
    { row: 'no', column: '3b', pupils: 3, attended: 3 },
    { row: 'yes', column: '3b', pupils: 1, attended: 0, persistentlyAbsent: 1 },
  ])
  const outside = await ask('lead', 'rows=social-worker&columns=class&for=governors')
  expect(outside.body.cells).toEqual([
    { row: 'no', column: '3b', hidden: true },
    { row: 'yes', column: '3b', hidden: true },
  ])
})

test('one grouping with itself and a word that is none are refused by name; teachers and governors have no part in it', async () => {
  expect(await ask('lead', 'rows=sex&columns=sex')).toMatchObject({ status: 422, body: { at: 'columns' } })
  expect(await ask('lead', 'rows=shoes&columns=sex')).toMatchObject({ status: 422, body: { at: 'rows' } })
  for (const as of ['teacher', 'governor']) expect((await ask(as, 'rows=fsm&columns=sex')).status).toBe(403)
})
