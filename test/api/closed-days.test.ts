/** An INSET day that was put into the calendar when its registers were in already: SI 2024/208 regulation 10, planned closure. */
import { beforeAll, expect, test } from 'vitest'
import { bringUpToDate } from '../../shared/counting/bring-up-to-date.ts'
import { settleUnresolved } from '../../shared/counting/settle-n.ts'
import { verifyTallies } from '../../shared/counting/verify.ts'
import type { Code } from '../../shared/domain/codes.ts'
import { calendarOf } from '../../shared/follow-up/load-known.ts'
import { springbankPolicy } from '../support/policies.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

const INSET = '2026-01-06'
const act = { at: '2026-01-12T03:00:00.000Z', by: 'system', kind: 'tallies-counted' }
let school: ApiSchool

const saves = (date: string, session: 'AM' | 'PM', codes: Readonly<Record<string, Code>>) =>
  school.stores.saveRegister(
    SCHOOL,
    {
      classId: '3b',
      date,
      session,
      version: 1,
      submitted: true,
      submittedAt: `${date}T09:05:00.000Z`,
      asOf: `${date}T09:05:00.000Z`,
      marks: Object.fromEntries(
        Object.entries(codes).map(([key, code]) => [key, { code, source: 'teacher' as const }]),
      ),
    },
    0,
    { ...act, at: `${date}T09:05:00.000Z`, kind: 'register-saved' },
  )
const tally = async (key: string) =>
  (await school.stores.tallies(SCHOOL, '2025-09-01', true)).find(({ classId }) => classId === '3b')?.pupils[key]
const closedDays = async () => (await school.ask('lead', 'GET', 'closed-days')).body.days
const task = async () => (await school.stores.open(SCHOOL)).tasks.find(({ kind }) => kind === 'closed-day')
const close = (date: string, more: object = {}) =>
  school.ask('head', 'POST', 'closures', {
    from: date,
    until: date,
    sessions: ['AM', 'PM'],
    code: '#',
    because: 'INSET, entered late',
    ...more,
  })
const confirm = (date: string, role = 'lead') =>
  school.ask(role, 'POST', `closed-days/${date}/confirm`, { because: 'training day, nobody was in school' })

beforeAll(async () => {
  school = await openApiSchool()
  await saves(INSET, 'AM', { k01: '/', k02: 'N', k03: '/', k04: 'I' })
  await saves(INSET, 'PM', { k01: '\\', k02: 'N', k03: '\\', k04: 'I' })
  await saves('2026-01-07', 'AM', { k01: '/', k02: '/', k03: '/', k04: '/' })
  await bringUpToDate(school.stores, SCHOOL, '2026-01-09', act)
})

test('a day that is school has no conflict, and cannot be confirmed as closed', async () => {
  expect(await closedDays()).toEqual([])
  expect(await confirm('2026-01-07')).toMatchObject({ status: 422, body: { code: 'no-conflict' } })
  expect(await confirm('2026-02-06')).toMatchObject({ status: 422, body: { code: 'future' } })
})

test('declared closed a week later, its marks count until somebody confirms: the list says which registers, a task asks the Lead', async () => {
  expect((await close(INSET)).status).toBe(201)
  expect(await closedDays()).toEqual([
    {
      date: INSET,
      registers: [
        { session: 'AM', class: '3b', becomes: '#', marks: 4, unexplained: 1 },
        { session: 'PM', class: '3b', becomes: '#', marks: 4, unexplained: 1 },
      ],
    },
  ])
  expect(await task()).toMatchObject({ date: INSET, doers: ['lead', 'head'], pupils: [], state: 'open' })
  expect(await tally('k01')).toMatchObject({ possible: 3, attended: 3 })
  expect((await confirm(INSET, 'office')).status).toBe(403)
})

test('an open N of it becomes no O while nobody has confirmed', async () => {
  const [calendar, { closures }] = await Promise.all([
    calendarOf(school.stores, SCHOOL, springbankPolicy),
    school.stores.open(SCHOOL),
  ])
  const night = { academy: SCHOOL, now: '2026-01-14T03:00:00.000Z', until: '2026-01-13', before: '2026-01-12' }
  const settled = await settleUnresolved(school.stores, {
    ...night,
    policy: springbankPolicy,
    policyVersion: 'v1',
    listedTo: undefined,
    school: { calendar, closures },
  })
  expect(settled).toBe(0)
})

test('Case 16: confirmed, every mark is #: two possible sessions fewer for each, no N left, and what stood is kept', async () => {
  expect(await confirm(INSET)).toMatchObject({ status: 200, body: { registers: 2, marks: 8 } })
  const morning = await school.stores.register(SCHOOL, INSET, 'AM', '3b')
  expect(morning).toMatchObject({ version: 2, marks: { k01: { code: '#' }, k02: { code: '#' } } })
  expect(await tally('k01')).toMatchObject({ possible: 1, attended: 1 })
  expect(await tally('k02')).toMatchObject({ possible: 1, attended: 1, unauthorised: 0 })
  expect(await tally('k04')).toMatchObject({ possible: 1, authorised: 0 })
  const changes = school.acts.filter(({ kind }) => kind === 'day-closed-afterwards').map(({ detail }) => detail)
  expect(changes).toHaveLength(2)
  expect(changes[0]).toMatchObject({
    date: INSET,
    because: 'training day, nobody was in school',
    changes: expect.arrayContaining([
      { pupil: 'k01', was: '/', now: '#' },
      { pupil: 'k02', was: 'N', now: '#' },
    ]),
  })
  expect([await closedDays(), await task()]).toEqual([[], undefined])
})

test('the stored counts equal the registers afterwards', async () => {
  expect(await verifyTallies(school.stores, SCHOOL, '2025-09-01')).toMatchObject({ discrepancies: [] })
})

test('a closure that is undone asks no more, and the marks never changed', async () => {
  const { body } = await close('2026-01-07', { sessions: ['AM'], code: 'Y4', because: 'the wrong day' })
  expect(await task()).toMatchObject({ date: '2026-01-07' })
  expect((await school.ask('head', 'DELETE', `closures/${body.id}`)).status).toBe(204)
  expect(await task()).toBeUndefined()
  expect((await school.stores.register(SCHOOL, '2026-01-07', 'AM', '3b'))?.version).toBe(1)
})

test('a morning taken before the school closed that very day stands, and nobody is asked', async () => {
  school.at('09:05')
  await school.takes('teacher:t-3b')
  school.at('11:30')
  await close('2026-01-12', { code: 'Y4', because: 'a burst main' })
  expect([await closedDays(), await task()]).toEqual([[], undefined])
})
