/** What becomes of letters in a rehearsal: planned by the real planning, and taken to print without anybody seeing them. */
import type { Policy } from '../../academies/policy.ts'
import type { LetterWork } from '../../events/letter-work.v1.ts'
import { EXAMPLE_TOKEN } from '../domain/family-page/address.ts'
import type { Letter, LetterState } from '../domain/letters/stored.ts'
import type { Instant } from '../domain/time.ts'
import { planStageLetter } from '../follow-up/letters/plan-stage-letter.ts'
import type { Act } from '../ports/act.ts'
import type { Files } from '../ports/files.ts'
import type { Queue } from '../ports/queue.ts'
import type { Stores } from '../ports/stores.ts'
import type { Log } from '../ports/world.ts'

export interface LetterDesk {
  readonly stores: Stores
  readonly work: Queue
  readonly now: () => Instant
  readonly log: Log
  readonly policy: Policy
  readonly version: string
}

/** What a letter says is written as for real, and kept by nobody. */
const NO_FILES: Files = {
  put: async () => undefined,
  putNew: async () => 'put',
  get: async () => undefined,
  getUpTo: async () => undefined,
  list: async () => [],
  remove: async () => undefined,
  downloadAddress: async () => '',
  uploadAddress: async () => '',
}

export const letterAct = (letter: Letter, state: LetterState, at: Instant, policy: string): Act => ({
  at,
  by: 'rehearsal',
  kind: `letter-${state}`,
  pupils: [letter.pupil],
  policy,
  detail: { letter: letter.id, letter_kind: letter.kind, contact: letter.contactId },
})

/** Printed; it waits for a person where the policy says so. */
const print = async (academy: string, id: string, { stores, policy, version, now }: LetterDesk): Promise<void> => {
  const letter = await stores.letter(academy, id)
  if (letter?.state !== 'planned') return
  const state = policy.letters.release[letter.kind] === 'automatic' ? 'released' : 'ready'
  await stores.saveLetter(academy, { ...letter, state }, letterAct(letter, state, now(), version))
}

export const workOnLetter = async (work: LetterWork, desk: LetterDesk): Promise<void> => {
  if (work.do === 'plan') return planStageLetter(work, { ...desk, letters: NO_FILES, freshToken: () => EXAMPLE_TOKEN })
  if (work.do === 'print') return print(work.academy, work.letter, desk)
}
