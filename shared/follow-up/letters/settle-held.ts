/** What a person decides about letters that are due and held because they are many: let go, or the families count as told. */
import { afterSending, type StageRecord } from '../../domain/stages/stage.ts'
import type { DueStep } from '../../domain/stages/steps.ts'
import type { Instant } from '../../domain/time.ts'
import type { Act, Stores } from '../../ports/stores.ts'

export interface Deciding {
  readonly stores: Pick<Stores, 'stage' | 'saveStage'>
  readonly academy: string
  readonly by: string
  readonly now: Instant
  act(kind: string, rest: Partial<Act>): Act
}

export interface HeldDecision {
  readonly do: 'release' | 'told'
  readonly because: string
}

const TRIES = 3

const after = ({ by, now }: Deciding, record: StageRecord, how: HeldDecision['do']): StageRecord =>
  how === 'told' || record.due === undefined
    ? afterSending(record, now, [])
    : { ...record, due: { ...record.due, released: { by, at: now } } }

/** True once it stands; a letter that is due no more, or has gone, is left alone. */
export const settleHeld = async (
  deciding: Deciding,
  { pupil, year, step }: DueStep,
  how: HeldDecision,
): Promise<boolean> => {
  const { stores, academy, act } = deciding
  for (let tried = 0; tried < TRIES; tried++) {
    const record = await stores.stage(academy, year, pupil, true)
    if (record.due?.step !== step) return false
    const told = act(how.do === 'told' ? 'stage-told' : 'letter-let-go', {
      pupils: [pupil],
      detail: { step, figures: record.due.tally, because: how.because },
      look: true,
    })
    if ((await stores.saveStage(academy, after(deciding, record, how.do), told)) === 'saved') return true
  }
  return false
}
