/**
 * Who may call what: every route with everybody there is. The list beside this file is written by the test run and read by people:
 * of somebody from outside it says that the academy’s policy is asked next (test/journeys/extracts.test.ts), which may still refuse them. A route that opens to somebody else fails here until the list says so (`npx vitest run test/api/who-may-what.test.ts -u`).
 */
import { expect, test } from 'vitest'
import { make } from '../../functions/api/handler.ts'
import { make as makeExtracts } from '../../functions/extracts-api/handler.ts'
import { make as makeReports } from '../../functions/reports/handler.ts'
import { make as makeSite } from '../../functions/site/handler.ts'
import { API_ROUTES } from '../../shared/api/tables/api-routes.ts'
import { guardedStores } from '../support/guarded-stores.ts'
import { API_ENV, call, httpEvent } from '../support/school-api.ts'
import { testWorld } from '../support/test-world.ts'

const ROLES = ['teacher', 'office', 'lead', 'head', 'dsl', 'governor'] as const
const OWN = ROLES.map((role) => `springbank.${role}`)
const OTHERS = ROLES.map((role) => `hilltop.${role}`)
const OUTSIDE = ['trust.attendance', 'trust.operator', 'la.891.reader']
const guarded = API_ROUTES.filter(({ open }) => !open)

class PastTheGuard extends Error {}

/** Whoever is let past the guard reaches a record that ends the call. */
const untouchable = (): never => {
  throw new PastTheGuard()
}
const env = { ...API_ENV, EXTRACTS_BUCKET: 'extracts', EXTRACTS_QUEUE_URL: 'extracts' }
const world = testWorld({ env, now: '2026-01-12T10:30:00.000Z', stores: () => guardedStores(untouchable) })
const makers = {
  api: make(world),
  reports: makeReports(world),
  'extracts-api': makeExtracts(world),
  site: makeSite(world),
}

const isLetPast = async (asked: (typeof API_ROUTES)[number], group: string): Promise<boolean> => {
  const { route, by = 'api' } = asked
  const path = Object.fromEntries([...route.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, 'x1']))
  const claims = { sub: 'somebody', 'cognito:groups': `[${group}]` }
  const { status } = await call(
    makers[by] as ReturnType<typeof make>,
    httpEvent({ route, path: { ...path, academy: 'springbank' }, body: {}, claims }),
  )
  // An address that is read is read behind the guard.
  expect([403, 422, 500], `${route} for ${group}`).toContain(status)
  return status !== 403
}

const allowed = async (route: (typeof API_ROUTES)[number], groups: readonly string[]): Promise<readonly string[]> => {
  const past = await Promise.all(groups.map((group) => isLetPast(route, group)))
  return groups.filter((_, index) => past[index])
}

test('nobody of another academy gets past the guard of any route, whatever their role there', async () => {
  for (const route of guarded) expect(await allowed(route, OTHERS), route.route).toEqual([])
})

test('each route opens to those in the list that people have read, and to nobody else', async () => {
  const lines = await Promise.all(
    guarded.map(async (route) => {
      const who = await allowed(route, [...OWN, ...OUTSIDE])
      return `${route.route}: ${who.map((group) => group.replace('springbank.', '')).join(', ')}`
    }),
  )
  await expect(`${lines.toSorted().join('\n')}\n`).toMatchFileSnapshot('who-may-what.txt')
})

test('whatever names a pupil in its address is closed to governors, to the Trust’s operator and to an authority', async () => {
  const ofPupils = guarded.filter(({ route }) =>
    /\{pupil\}|\{class\}|\{contact\}|\{reply\}|\{case\}|\{letter\}/.test(route),
  )
  expect(ofPupils.length).toBeGreaterThan(20)
  for (const route of ofPupils)
    expect(await allowed(route, ['springbank.governor', 'trust.operator', 'la.891.reader']), route.route).toEqual([])
})
