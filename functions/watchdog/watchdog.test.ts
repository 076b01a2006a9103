import { expect, test } from 'vitest'
import type { Stores } from '../../shared/ports/stores.ts'
import { hilltopPolicy, springbankPolicy } from '../../test/support/policies.ts'
import { act } from '../../test/support/stored-examples.ts'
import { freshStores } from '../../test/support/stores.ts'
import { testWorld } from '../../test/support/test-world.ts'
import { make } from './handler.ts'

/** A Monday of term, ten minutes after the step of unreported absence. */
const NOW = '2026-01-12T10:40:00.000Z'
const ENV = {
  TABLE: 't',
  TEXTS_QUEUE_URL: 'q',
  LETTERS_QUEUE_URL: 'q',
  LOOK_QUEUE_ARN: 'a',
  TIMERS_ROLE_ARN: 'a',
  EVIDENCE_BUCKET: 'e',
}

/** Hilltop, whose steps ran on no mechanism, and before it in the alphabet an academy of which `first` is true. */
const watched = async (first: { readonly from: string; readonly change?: (stores: Stores) => Stores }) => {
  const { stores } = await freshStores()
  const published = act('policy-published')
  const early = { ...springbankPolicy, academy: 'abbey' }
  await stores.policies.publish('abbey', { version: 'v1', policy: early, from: first.from }, published)
  await stores.policies.publish('hilltop', { version: 'v1', policy: hilltopPolicy, from: '2025-09-01' }, published)
  const world = testWorld({ env: ENV, now: NOW, stores: () => first.change?.(stores) ?? stores })
  const run = make(world) as unknown as (event: unknown, context: unknown) => Promise<void>
  const outcome = await run({}, {}).then(
    () => 'well',
    () => 'failed',
  )
  const missed = world.logged.filter((line) => line.includes('SWEEP_MISSED') && line.includes('hilltop'))
  return { outcome, missed, logged: world.logged.join('\n') }
}

test('an academy that begins next term hides no missed step of another', async () => {
  const { outcome, missed, logged } = await watched({ from: '2026-04-13' })
  expect(outcome).toBe('well')
  expect(missed).not.toEqual([])
  expect(logged).not.toContain('NOT_WATCHED')
})

test('an academy whose day cannot be read hides no missed step of another, and the operator is called', async () => {
  const { outcome, missed, logged } = await watched({
    from: '2025-09-01',
    change: (stores) => ({
      ...stores,
      runs: async (academy, ...rest) => {
        if (academy === 'abbey') throw new Error('The table does not answer')
        return stores.runs(academy, ...rest)
      },
    }),
  })
  expect(outcome).toBe('failed')
  expect(missed).not.toEqual([])
  expect(logged).toContain('NOT_WATCHED')
})
