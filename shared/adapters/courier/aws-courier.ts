import { TransferClient } from '@aws-sdk/client-transfer'
import type { World } from '../../ports/world.ts'
import { once } from '../system/once.ts'
import { transferCourier } from './transfer-family.ts'

/** The courier of a deployed function, for the one that makes extracts. */
export const awsCourier = (): World['courier'] => {
  const transfer = once(() => new TransferClient({}))
  return () => transferCourier(transfer())
}
