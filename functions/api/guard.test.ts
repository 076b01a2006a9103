import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCaller, readGroups, rolesIn } from '../../shared/api/guard.ts'
import { API_ROUTES } from '../../shared/api/tables/api-routes.ts'
import type { World } from '../../shared/ports/world.ts'
import { guardedStores } from '../../test/support/guarded-stores.ts'
import { ROUTES as EXTRACTS, make as makeExtracts } from '../extracts-api/handler.ts'
import { make as makeReports, ROUTES as REPORTS } from '../reports/handler.ts'
import { make as makeSite, ROUTES as SITE } from '../site/handler.ts'
import { make, ROUTES } from './handler.ts'

const ENV = {
  TABLE: 't',
  FILES_BUCKET: 'b',
  LETTERS_BUCKET: 'a',
  LETTERS_QUEUE_URL: 'a',
  IMPORTS_QUEUE_URL: 'q',
  TEXTS_QUEUE_URL: 'q',
  EVIDENCE_BUCKET: 'e',
  EVIDENCE_KEYS_BUCKET: 'k',
  EVIDENCE_QUEUE_URL: 'q',
  PHONES_SECRET: 's',
  SWEEP_ARN: 'a',
  SCHEDULES_ROLE_ARN: 'a',
  SCHEDULE_FAILURES_ARN: 'a',
  EXTRACTS_BUCKET: 'b',
  EXTRACTS_QUEUE_URL: 'q',
  KEPT_BUCKET: 'k',
  REHEARSALS_QUEUE_URL: 'a',
}

const untouchable = (): never => {
  throw new Error('the record was touched before the guard had spoken')
}

/** A world in which touching the record, a queue or a file is the failure. */
const world: World = {
  env: ENV,
  clock: { now: () => '2026-01-12T10:30:00.000Z' },
  ids: { fresh: () => 'x' },
  log: { write: () => undefined },
  stores: () => guardedStores(untouchable),
  queue: untouchable,
  texter: untouchable,
  post: untouchable,
  inbox: untouchable,
  timers: untouchable,
  sweepTimers: untouchable,
  bus: untouchable,
  courier: untouchable,
  files: untouchable,
  secrets: { read: untouchable },
}

const call = async (routeKey: string, groups: unknown, academy = 'springbank'): Promise<number | undefined> => {
  const event = {
    routeKey,
    pathParameters: {
      academy,
      date: '2026-01-12',
      session: 'AM',
      class: '3b',
      pupil: 'P001',
      task: 't',
      reply: 'r',
      brake: 'b',
      letter: 'l',
      batch: 'b',
      case: 'c',
      step: 's',
      absence: 'none',
      closure: 'x',
      file: 'roll',
      import: 'i',
    },
    headers: {},
    requestContext: { authorizer: { jwt: { claims: { sub: 'someone', 'cognito:groups': groups } } } },
    isBase64Encoded: false,
  }
  const { by = 'api' } = API_ROUTES.find(({ route }) => route === routeKey) ?? {}
  const makers = { api: make, reports: makeReports, 'extracts-api': makeExtracts, site: makeSite }
  const answer = await makers[by](world)(event as never, {} as never)
  return answer.statusCode
}

/** What a governor may see: the date and who they are, the meetings they were asked to, and the reports that are for governors (test/api/reports.test.ts). */
const FOR_GOVERNORS = [
  'today',
  'attend/invitations',
  'reports',
  'reports/{report}',
  'kept-reports',
  'kept-reports/{report}',
].map((to) => `GET /academies/{academy}/${to}`)
const OFFICERS = ['trust.operator', 'la.891.reader']
/** Routes that the Trust's operator may call: they answer counts and nobody's child. */
const FOR_OPERATORS = API_ROUTES.map(({ route }) => route).filter(
  (route) => route.includes('/rehearsals') || route.includes(' /trust/'),
)
const guarded = API_ROUTES.filter((route) => !route.open).map(({ route }) => route)

const OUTSIDERS = [
  'hilltop.office',
  'hilltop.lead',
  'hilltop.teacher',
  'trust.operator',
  'la.891.reader',
  'springbank',
  'springbank.',
  'springbank.parent',
  'xspringbank.office',
  'springbank.governor',
]
/** Whom a route lets in all the same; each has a test of its own that says what they see. */
const isLetIn = (route: (typeof guarded)[number], groups: readonly string[]): boolean =>
  (FOR_GOVERNORS.includes(route) && groups.includes('springbank.governor')) ||
  // Whom an academy lets in from outside, its policy says: test/journeys/extracts.test.ts.
  ((EXTRACTS[route] !== undefined || FOR_OPERATORS.includes(route)) && groups.some((each) => OFFICERS.includes(each)))

describe('the guard', () => {
  test('every route of the table is answered, and nothing else is', () => {
    const answeredBy = (name: string | undefined) =>
      API_ROUTES.filter(({ by }) => by === name).map(({ route }) => route)
    expect(Object.keys(ROUTES).toSorted()).toEqual(answeredBy(undefined).toSorted())
    expect(Object.keys(SITE).toSorted()).toEqual(answeredBy('site').toSorted())
    expect(Object.keys(REPORTS).toSorted()).toEqual(answeredBy('reports').toSorted())
    expect(Object.keys(EXTRACTS).toSorted()).toEqual(answeredBy('extracts-api').toSorted())
  })
  test('refuses every outsider at every route', async () => {
    for (const route of guarded)
      for (const group of OUTSIDERS)
        if (!isLetIn(route, [group])) expect(await call(route, `[${group}]`), `${group} ${route}`).toBe(403)
  })
  test('nobody of another academy, of the trust’s operators, of an authority or of nowhere reaches any route', () => {
    const group = fc.constantFrom(...OUTSIDERS)
    return fc.assert(
      fc.asyncProperty(fc.constantFrom(...guarded), fc.array(group, { maxLength: 4 }), async (route, groups) => {
        fc.pre(!isLetIn(route, groups))
        expect(await call(route, `[${groups.join(' ')}]`)).toBe(403)
      }),
    )
  })
  test('an academy that is no slug is refused before anything is read', () => {
    return fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...guarded),
        fc.string().filter((text) => !/^[a-z0-9-]{2,32}$/.test(text)),
        async (route, academy) => {
          expect(await call(route, `[${academy}.office]`, academy)).toBe(403)
        },
      ),
    )
  })
  test('groups are read in each shape that gateways give them', () => {
    const expected = ['springbank.office', 'springbank.lead']
    expect([
      readGroups('[springbank.office springbank.lead]'),
      readGroups('springbank.office,springbank.lead'),
      readGroups(expected),
      readGroups(undefined),
    ]).toEqual([expected, expected, expected, []])
  })
  test('who somebody is in staff.csv is what the pool knows of them, and its own number only where it knows nothing', () => {
    expect(readCaller({ sub: '5f3c-11', 'custom:staff_id': 's-office' })).toEqual({ sub: 's-office', groups: [] })
    expect(readCaller({ sub: 's-office' })?.sub).toBe('s-office')
    expect(readCaller({ sub: '5f3c-11', 'custom:staff_id': 'A#springbank' })).toBeUndefined()
  })
  test('the Trust’s attendance lead may do in each academy what its own lead may', () => {
    expect(rolesIn({ sub: 's', groups: ['trust.attendance'] }, 'hilltop')).toEqual(['lead'])
  })
})
