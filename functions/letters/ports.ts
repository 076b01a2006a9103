import type { Policy } from '../../academies/policy.ts'
import type { Letter } from '../../shared/domain/letters/stored.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { LETTER_CLAUSE, LETTER_RULE, raiseLetterTask } from '../../shared/follow-up/letters/letter-task.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { LetterPost, LetterPress } from '../../shared/ports/letters.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'

export interface LetterPorts {
  readonly stores: Stores
  readonly letters: Files
  readonly work: Queue
  readonly press: LetterPress
  readonly postOf: (policy: Policy) => LetterPost
  readonly now: () => Instant
  /** What nobody can guess, for the page that a letter leads to. */
  readonly freshToken: () => string
  readonly log: Log
}

/** A letter as it was read, with what every step with it needs. */
export interface Step {
  readonly academy: string
  readonly letter: Letter
  readonly policy: Policy
  readonly version: string
}

/** Reads a letter and the policy of today; `undefined` when there is no such letter. */
export const readStep = async (academy: string, id: string, ports: LetterPorts): Promise<Step | undefined> => {
  const letter = await ports.stores.letter(academy, id)
  if (letter === undefined) {
    ports.log.write('LETTER_UNKNOWN', { academy })
    return undefined
  }
  const { version } = await policyAt(ports.stores, academy, ports.now())
  return { academy, letter, policy: version.policy, version: version.version }
}

/**
 * The act of a step with a letter. What is said in `why` is a sentence of ours, without name or address, so it may stand in the record.
 */
const actOf = ({ letter, version }: Step, kind: string, by: string, at: Instant, why?: string): Act => ({
  at,
  by,
  kind,
  pupils: [letter.pupil],
  rule: LETTER_RULE,
  clause: LETTER_CLAUSE,
  policy: version,
  detail: {
    letter: letter.id,
    letter_kind: letter.kind,
    contact: letter.contactId,
    ...(why === undefined ? {} : { why }),
  },
})

/** Moves a letter on. Throws when somebody else has moved it meanwhile: the message comes again and is judged anew. */
export const moveLetter = async (
  step: Step,
  change: Partial<Letter> & Pick<Letter, 'state'>,
  ports: LetterPorts,
  by = 'system',
): Promise<Step> => {
  const letter = { ...step.letter, ...change }
  const act = actOf(step, `letter-${change.state}`, by, ports.now(), change.why)
  const saved = await ports.stores.saveLetter(step.academy, letter, act)
  if (saved === 'stale') throw new Error('The letter has moved on meanwhile')
  return { ...step, letter: { ...letter, version: letter.version + 1 } }
}

/** Moves a letter to where only a person can help, and tells them. The task comes first: a crash in between asks twice, never not. */
export const giveUp = async (
  step: Step,
  state: 'refused' | 'withdrawn' | 'returned',
  why: string,
  ports: LetterPorts,
): Promise<void> => {
  const { letter, policy, version } = step
  const about = { id: `${state}-${letter.id}`, pupil: letter.pupil, why }
  await raiseLetterTask(ports.stores, step.academy, about, { policy, version, now: ports.now() })
  await moveLetter(step, { state, why }, ports)
}

/** Whether the school's letters go through GOV.UK Notify. Those of a school that is not live never do. */
export const goesByNotify = ({ letters, live }: Policy): boolean => letters.post === 'notify' && live
