import { EventBridgeClient } from '@aws-sdk/client-eventbridge'
import type { World } from '../../ports/world.ts'
import { once } from '../system/once.ts'
import { eventBridgeBus } from './event-bridge.ts'

/** The bus of a deployed function, for the one that announces. */
export const awsBus = (): World['bus'] => {
  const events = once(() => new EventBridgeClient({}))
  return (name) => eventBridgeBus(events(), name)
}
