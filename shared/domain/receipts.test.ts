import { expect, test } from 'vitest'
import { receiptOfEvent } from './receipts.ts'

test.each([
  ['TEXT_DELIVERED', 'delivered'],
  ['TEXT_SUCCESSFUL', 'delivered'],
  ['TEXT_UNREACHABLE', 'failed'],
  ['TEXT_CARRIER_BLOCKED', 'failed'],
  ['TEXT_TTL_EXPIRED', 'failed'],
  ['TEXT_QUEUED', undefined],
  ['TEXT_SENT', undefined],
  ['TEXT_PENDING', undefined],
  ['TEXT_UNKNOWN', undefined],
  ['VOICE_ANSWERED', undefined],
] as const)('the carrier’s %s means %s', (event, state) => {
  expect(receiptOfEvent(event, true)).toBe(state)
})

test('a carrier’s word that is not its last settles nothing', () => {
  expect(receiptOfEvent('TEXT_SUCCESSFUL', false)).toBeUndefined()
  expect(receiptOfEvent('TEXT_CARRIER_UNREACHABLE', false)).toBeUndefined()
})
