import { beforeEach, describe, expect, test } from 'vitest'
import type { Reply } from '../../shared/domain/known.ts'
import { addDays } from '../../shared/domain/time.ts'
import { type ApiSchool, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { aCase, act } from '../support/stored-examples.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
  school.at('11:00')
})

const MANY = 130
const numbered = (what: string) =>
  Array.from({ length: MANY }, (_, index) => `${what}${String(index).padStart(3, '0')}`)
const get = (path: string, as = 'office') => school.ask(as, 'GET', path)

const fill: Readonly<Record<string, () => Promise<unknown>>> = {
  replies: () =>
    Promise.all(
      numbered('r').map((id, index) => {
        const reply: Reply = {
          id,
          date: MONDAY,
          // Against the order of their names.
          at: new Date(Date.parse('2026-01-12T10:45:00.000Z') - index * 1000).toISOString(),
          version: 1,
          pupils: [],
          reading: { kind: 'unclear', confidence: 'low', because: [], named: [] },
          state: 'unread',
          outOfHours: false,
        }
        return school.stores.keepReply(SCHOOL, reply, `words of ${id}`, act())
      }),
    ),
  cases: () =>
    Promise.all(
      numbered('k').map((pupil) => school.stores.openCase(SCHOOL, aCase({ caseId: `c-${pupil}`, pupil }), act())),
    ),
  closures: () =>
    Promise.all(
      numbered('x').map((id, index) => {
        const from = addDays(MONDAY, index)
        const closure = {
          id,
          from,
          until: from,
          sessions: ['PM'],
          code: '#',
          because: 'Boiler',
          by: 's',
          at: from,
        } as const
        return school.stores.putClosure(SCHOOL, closure, act())
      }),
    ),
}

describe('a list longer than a page', () => {
  test.each(['replies', 'cases', 'closures'])('of %s goes on from its cursor, for one person only', async (list) => {
    await fill[list]?.()
    const first = (await get(list)).body
    const second = (await get(`${list}?cursor=${first.next}`)).body
    const ids = [...first[list], ...second[list]].map(({ id }: { id: string }) => id)
    expect([first[list].length, new Set(ids).size, second.next]).toEqual([100, MANY, null])
    expect((await get(`${list}?cursor=${first.next}`, 'lead')).body.code).toBe('wrong-cursor')
  })

  test('of replies is in the order in which they came, each with its own words', async () => {
    await fill.replies?.()
    const { replies } = (await get('replies')).body
    expect(replies[0]).toMatchObject({ id: 'r129', words: 'words of r129' })
  })
})

describe('cases', () => {
  const closes = async (caseId: string, pupil: string, on: string) => {
    const opened = aCase({ caseId, pupil, opened: on, days: [on] })
    await school.stores.openCase(SCHOOL, opened, act())
    const closed = { at: `${on}T12:00:00.000Z`, on, by: 'system', because: 'contact made' }
    await school.stores.closeCase(SCHOOL, opened, closed, act())
  }
  const listed = async (query: string) => (await get(`cases${query}`)).body.cases.map(({ id }: { id: string }) => id)

  beforeEach(async () => {
    await closes('long-ago', 'k01', '2025-11-03')
    await closes('friday', 'k01', '2026-01-09')
    await closes('today', 'k02', MONDAY)
    await school.stores.openCase(SCHOOL, aCase({ caseId: 'open', pupil: 'k01' }), act())
  })

  test('that are open are listed, and those that closed when asked for', async () => {
    expect(await listed('')).toEqual(['open'])
    expect(await listed('?state=closed')).toEqual(['friday', 'today'])
    expect(await listed('?state=all')).toEqual(['friday', 'open', 'today'])
    expect(await listed('?state=closed&from=2025-09-01')).toEqual(['long-ago', 'friday', 'today'])
    expect(await listed('?state=closed&from=2025-09-01&until=2025-12-31')).toEqual(['long-ago'])
  })

  test('are read one by one, open or closed', async () => {
    expect((await get('cases/open')).body).toMatchObject({ id: 'open', pupil: 'P001', closed: null })
    expect((await get('cases/long-ago')).body).toMatchObject({
      id: 'long-ago',
      closed: { on: '2025-11-03', because: 'contact made' },
    })
    expect((await get('cases/none')).status).toBe(404)
  })

  test('opened again is open, and listed once', async () => {
    const today = await school.stores.case(SCHOOL, 'today')
    if (today) await school.stores.reopenCase(SCHOOL, today, act())
    expect(await listed('?state=all')).toEqual(['friday', 'open', 'today'])
    expect((await get('cases/today')).body.closed).toBeNull()
  })

  test.each(['?state=lost', '?state=closed&from=soon', '?state=closed&from=2020-01-01'])(
    'asked for by %s are refused with what to do',
    async (query) => {
      const { status, body } = await get(`cases${query}`)
      expect([status, typeof body.remedy]).toEqual([422, 'string'])
    },
  )
})
