/** A trust of two academies on a real store, looked at by its own people: what they ask, and how many requests that costs the table. */
import { make as makeExtracts } from '../../functions/extracts/handler.ts'
import { make as makeExtractsApi } from '../../functions/extracts-api/handler.ts'
import { make as makeReports } from '../../functions/reports/handler.ts'
import { API_ROUTES } from '../../shared/api/tables/api-routes.ts'
import type { Tally } from '../../shared/domain/counting/tally.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { Act } from '../../shared/ports/stores.ts'
import type { World } from '../../shared/ports/world.ts'
import { hilltopPolicy, springbankPolicy } from './policies.ts'
import { API_ENV, call, httpEvent } from './school-api.ts'
import { freshStores } from './stores.ts'
import { testWorld } from './test-world.ts'

export const act = (kind: string): Act => ({ at: '2026-01-11T09:00:00.000Z', by: 'system', kind })

const POLICIES = { springbank: springbankPolicy, hilltop: hilltopPolicy }
export type TrustAcademy = keyof typeof POLICIES

/** Opens the trust at an instant; both academies have a policy and nobody on a roll yet. */
export const openTrust = async (now: string) => {
  const { stores, client } = await freshStores()
  let requests = 0
  client.middlewareStack.add(
    (next) => (args) => {
      requests++
      return next(args)
    },
    { step: 'initialize', name: 'countRequests' },
  )
  for (const [academy, policy] of Object.entries(POLICIES))
    await stores.policies.publish(academy, { version: 'v1', policy, from: '2025-09-01' }, act('policy-published'))
  const world = testWorld({ env: API_ENV, now, stores: () => stores })
  const handlers = { reports: makeReports(world), 'extracts-api': makeExtractsApi(world) }

  /** A roll of so many classes with so many pupils each, everybody the year's sessions given. */
  const enrols = async (academy: TrustAcademy, classes: number, each: number, tally: Tally): Promise<void> => {
    const ids = Array.from({ length: classes }, (_, index) => `c${index}`)
    const keysOf = (id: string) => Array.from({ length: each }, (_, index) => `${id}-${index}`)
    const pupils = ids.flatMap((classId) =>
      keysOf(classId).map(
        (key): Omit<Pupil, 'contacts' | 'agencies'> => ({
          key,
          pupilId: `P-${key}`,
          forename: 'Amelia',
          surname: 'Ashdown',
          dateOfBirth: '2017-10-01',
          yearGroup: '3',
          classId,
          admitted: '2023-09-04',
          flags: [],
        }),
      ),
    )
    await stores.roll.stage(academy, 1, { file: 'roll', pupils })
    const listed = ids.map((id) => ({ id, name: id.toUpperCase(), yearGroup: '3', pupils: each }))
    await stores.roll.goLive(academy, 'roll', 0, 1, listed, act('import-live'))
    for (const classId of ids) {
      const counted = Object.fromEntries(keysOf(classId).map((key) => [key, tally]))
      const blank = { classId, year: '2025-09-01', version: 0, pupils: {}, past: {}, enrolled: {}, amended: {} }
      await stores.saveTally(
        academy,
        { ...blank, version: 1, through: '2026-01-09', pupils: counted },
        blank,
        act('counted'),
      )
    }
  }

  /** As somebody of these groups: a route of the whole Trust, or one of an academy. */
  const ask = async (
    groups: string,
    route = 'GET /trust/overview',
    { path = {}, body }: { readonly path?: Readonly<Record<string, string>>; readonly body?: unknown } = {},
  ) => {
    const before = requests
    const claims = { sub: 's-trust', 'cognito:groups': `[${groups}]` }
    const by = API_ROUTES.find((each) => each.route === route)?.by
    if (by !== 'reports' && by !== 'extracts-api') throw new RangeError(`${route} is none of the Trust's`)
    const answered = await call(handlers[by], httpEvent({ route, path, body, claims }))
    return { ...answered, requests: requests - before }
  }

  /** The extracts of an academy that are due at this moment are made. */
  const makesExtracts = async (academy: TrustAcademy, anew = false): Promise<void> => {
    const env = {
      TABLE: 'table',
      EXTRACTS_BUCKET: 'extracts',
      EXTRACTS_QUEUE_URL: 'extracts',
      PSEUDONYMS_SECRET: 'pseudonyms',
    }
    const handler = makeExtracts({ ...world, env } as World)
    const run = handler as unknown as (event: unknown, context: unknown) => Promise<{ batchItemFailures: unknown[] }>
    const message = { messageId: 'm', body: JSON.stringify({ academy, anew }), attributes: {} }
    const { batchItemFailures } = await run({ Records: [message] }, {})
    if (batchItemFailures.length > 0) throw new Error('The extracts were not made')
  }
  return { stores, world, enrols, ask, makesExtracts }
}
