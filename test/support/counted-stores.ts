import { type FreshStores, freshStores } from './stores.ts'

interface Counted extends FreshStores {
  /** Capacity units used so far, by operation. DynamoDB Local counts transactions wrongly: leave them out of it. */
  units(): Readonly<Record<string, number>>
}

/** Fresh stores that add up what their requests cost. */
export const countedStores = async (): Promise<Counted> => {
  const fresh = await freshStores()
  const used: Record<string, number> = {}
  fresh.client.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' })
      const answer = await next(args)
      const { ConsumedCapacity: consumed } = answer.output as { ConsumedCapacity?: { CapacityUnits?: number } }
      const operation = String(context.commandName ?? '').replace('Command', '')
      if (consumed?.CapacityUnits) used[operation] = (used[operation] ?? 0) + consumed.CapacityUnits
      return answer
    },
    { step: 'initialize', name: 'countUnits' },
  )
  return { ...fresh, units: () => ({ ...used }) }
}
