/**
 * The record in memory, for one academy and one policy: everything that sweeps, nights, dispatch and the planning of letters read and write.
 * What only comes from outside (replies, calls, imports, holds, evidence) never happens here, so asking for it is a mistake and says so.
 */
import type { Act } from '../../ports/act.ts'
import type { PolicyVersion, Stores } from '../../ports/stores.ts'
import { countMemory } from './counts.ts'
import { dayMemory } from './days.ts'
import { letterMemory, spendMemory } from './letters.ts'
import { emptyMemory, type Memory } from './memory.ts'
import { openMemory } from './open-things.ts'
import { liveOf, type MemoryPeople, policyMemory, rollMemory } from './people.ts'
import { textMemory } from './texts.ts'

export interface MemoryStores {
  readonly stores: Stores
  readonly memory: Memory
}

const never = (what: string) => (): never => {
  throw new Error(`A record in memory has no ${what}`)
}

const neverAll = <Name extends string>(...names: readonly Name[]): { readonly [Each in Name]: () => never } =>
  // One entry is made for every name.
  Object.fromEntries(names.map((name) => [name, never(name)])) as { readonly [Each in Name]: () => never }

const OUTSIDE = neverAll(
  'putKnownAbsence',
  'endKnownAbsence',
  'putHold',
  'endHold',
  'putClosure',
  'endClosure',
  'putLateOpening',
  'endLateOpening',
  'putStop',
  'endStop',
  'appendChronicle',
  'chronicleOf',
  'putImport',
  'importReport',
  'recordExport',
  'leaveRequest',
  'leaveRequestsOf',
  'saveLeaveRequest',
  'keepPostId',
  'letterOfPostId',
  'keepReply',
  'replyWords',
  'rewordReply',
  'settleReply',
  'settleChildren',
  'firstHeard',
  'isHeard',
  'seenUntil',
  'putSeenUntil',
  'supportRecord',
  'supportOf',
  'saveSupport',
  'firstWritten',
  'writtenUnder',
)

/** A record with these people in it and nothing else. `hear` hears every act with which something is written. */
export const memoryStores = (people: MemoryPeople, policy: PolicyVersion, hear: (act: Act) => void): MemoryStores => {
  const memory = emptyMemory(hear)
  const stores: Stores = {
    ...OUTSIDE,
    policies: { ...neverAll('publish', 'academyOfNumber'), ...policyMemory(policy) },
    roll: {
      ...neverAll('keepKeys', 'formerKeys', 'stage', 'goLive', 'clearOld', 'contactsOfNumber'),
      ...rollMemory(people),
    },
    line: neverAll('call', 'keepCall'),
    spend: spendMemory(memory),
    knownAbsences: async () => [],
    ...dayMemory(memory),
    ...textMemory(memory),
    ...openMemory(memory, liveOf(people)),
    ...countMemory(memory),
    ...letterMemory(memory),
  }
  return { stores, memory }
}
