/** A recipient's server behind a courier: what came, and what the next journeys do. */
import { ok, refused } from '../../shared/domain/result.ts'
import type { Courier, Delivery } from '../../shared/ports/courier.ts'
import type { Files } from '../../shared/ports/files.ts'

export const courierOf = (files: Pick<Files, 'get'>) => {
  const there = new Map<string, Uint8Array>()
  const journeys = new Map<string, () => Promise<void>>()
  let becomes: Delivery | { readonly state: 'not-taken' } = { state: 'arrived' }
  let begun = 0
  const courier: Courier = {
    bring: async ({ paths }, { folder }) => {
      if (becomes.state === 'not-taken')
        return refused('not-taken', 'The connector does not take it (ResourceNotFoundException).', 'See to it.')
      begun++
      journeys.set(`t-${begun}`, async () => {
        for (const path of paths)
          there.set(`${folder}/${path.split('/').at(-1)}`, (await files.get(path)) ?? new Uint8Array())
      })
      return ok(`t-${begun}`)
    },
    look: async (_connector, journey) => {
      if (becomes.state === 'not-taken') return { state: 'forgotten' }
      if (becomes.state === 'arrived') await journeys.get(journey)?.()
      return becomes
    },
  }
  return {
    courier,
    /** Files on the server, by path. */
    there: there as ReadonlyMap<string, Uint8Array>,
    begun: () => begun,
    /** What becomes of journeys from now on. */
    next: (delivery: typeof becomes) => {
      becomes = delivery
    },
  }
}
