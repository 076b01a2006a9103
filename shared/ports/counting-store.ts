/** What the nights count and keep. */
import type { AbsenceDayStore } from './absence-day-store.ts'
import type { PenaltyStore } from './penalty-store.ts'
import type { ReturnStore } from './return-store.ts'
import type { StageStore } from './stage-store.ts'
import type { TallyStore } from './tally-store.ts'

export interface CountingStore extends AbsenceDayStore, PenaltyStore, ReturnStore, StageStore, TallyStore {}
