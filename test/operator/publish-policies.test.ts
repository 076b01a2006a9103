import { expect, test } from 'vitest'
import { policyVersion } from '../../academies/load.ts'
import { publishPolicies } from '../../academies/publish-policies.ts'
import { springbankPolicy } from '../support/policies.ts'
import { freshStores } from '../support/stores.ts'

const NOW = '2026-01-12T14:00:00.000Z'
const loaded = (policy = springbankPolicy) => [{ policy, version: policyVersion(policy), own: {}, ownSources: {} }]
const changed = { ...springbankPolicy, sweeps: { ...springbankPolicy.sweeps, 'unreported-absence': '10:15' } }

test('the first policy is in force at once, a change from the next local midnight, the same one not again', async () => {
  const { stores } = await freshStores()
  const how = { now: NOW, by: 'operator' }
  expect((await publishPolicies(stores, loaded(), how)).map((each) => each.from)).toEqual(['2026-01-12'])
  expect((await publishPolicies(stores, loaded(), how)).map((each) => each.from)).toEqual([undefined])
  expect((await publishPolicies(stores, loaded(changed), how)).map((each) => each.from)).toEqual(['2026-01-13'])
  expect((await stores.policies.inForce('springbank', '2026-01-12')).policy.sweeps['unreported-absence']).toBe('10:30')
  expect((await stores.policies.inForce('springbank', '2026-01-13')).policy.sweeps['unreported-absence']).toBe('10:15')
})

test('a change today needs a second person', async () => {
  const { stores } = await freshStores()
  await publishPolicies(stores, loaded(), { now: NOW, by: 'operator' })
  await expect(
    publishPolicies(stores, loaded(changed), { now: NOW, by: 'operator', today: { second: 'operator' } }),
  ).rejects.toThrow('second person')
  await publishPolicies(stores, loaded(changed), {
    now: '2026-01-12T14:05:00.000Z',
    by: 'operator',
    today: { second: 'head' },
  })
  expect((await stores.policies.inForce('springbank', '2026-01-12')).policy.sweeps['unreported-absence']).toBe('10:15')
})
