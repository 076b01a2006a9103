/**
 * The record in memory, for one academy and one policy: everything that sweeps, nights, dispatch and the planning of letters read and write.
 * What only comes from outside (replies, calls, imports, holds, evidence) never happens here, so asking for it is a mistake and says so.
 */
import type { Act } from '../../ports/act.ts'
import type { PolicyVersion, Stores } from '../../ports/stores.ts'
import { countMemory } from './counts.ts'
import { dayMemory } from './days.ts'
import { letterMemory, spendMemory } from './letters.ts'
import { emptyMemory, type Memory, type Remembered } from './memory.ts'
import { openMemory } from './open-things.ts'
import { liveOf, type MemoryPeople, policyMemory, rollMemory } from './people.ts'
import { textMemory } from './texts.ts'

export interface MemoryStores {
  readonly stores: Stores
  readonly memory: Memory
}

/** Whatever is not kept is refused when it is called for, by name. */
const refusing = <Whole extends object>(kept: Partial<Whole>): Whole =>
  new Proxy(kept, {
    get: (target, name, receiver) => {
      const found: unknown = Reflect.get(target, name, receiver)
      if (found !== undefined || typeof name === 'symbol' || name === 'then') return found
      return () => {
        throw new Error(`A record in memory has no ${name}`)
      }
    },
    // Every name that is asked for is there, if only to refuse.
  }) as Whole

/** A record with these people in it, and what is remembered of them. `hear` hears every act with which something is written. */
export const memoryStores = (
  people: MemoryPeople,
  policy: PolicyVersion,
  hear: (act: Act) => void,
  remembered?: Remembered,
): MemoryStores => {
  const memory: Memory = remembered ? { ...remembered, hear } : emptyMemory(hear)
  const stores = refusing<Stores>({
    policies: refusing<Stores['policies']>(policyMemory(policy)),
    roll: refusing<Stores['roll']>(rollMemory(people)),
    spend: spendMemory(memory),
    knownAbsences: async () => [],
    ...dayMemory(memory),
    ...textMemory(memory),
    ...openMemory(memory, liveOf(people)),
    ...countMemory(memory),
    ...letterMemory(memory),
  })
  return { stores, memory }
}
