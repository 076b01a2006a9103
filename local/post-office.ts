/** The post on one machine: keeps every letter handed to it, and sends letters back through the hook that GOV.UK Notify calls. */
import { randomUUID } from 'node:crypto'
import type { Instant } from '../shared/domain/time.ts'
import type { LetterPost, PostedLetter } from '../shared/ports/letters.ts'
import type { HookCall, RunAccounts } from './accounts.ts'
import type { FaultBoard } from './faults.ts'

export interface CarriedLetter {
  readonly id: string
  readonly at: Instant
  readonly letter: PostedLetter
  readonly state: 'taken' | 'returned'
}

export const postOffice = (
  faults: FaultBoard,
  now: () => Instant,
  hooks: { readonly add: (call: HookCall) => void; readonly accounts: RunAccounts },
) => {
  const letters: CarriedLetter[] = []
  const post: LetterPost = {
    async send(letter) {
      const trouble = faults.now().provider
      if (trouble === 'down' || trouble === '429') return { outcome: 'busy' }
      if (trouble === 'refuses') return { outcome: 'refused', why: 'the post refuses the letter' }
      if (trouble === 'broken') return { outcome: 'uncertain' }
      const carried: CarriedLetter = { id: randomUUID(), at: now(), letter, state: 'taken' }
      letters.push(carried)
      return trouble === 'slow' ? { outcome: 'uncertain' } : { outcome: 'accepted', providerId: carried.id }
    },
    async find(reference) {
      if (faults.now().provider === 'down') return { found: 'unknown' }
      const carried = letters.find(({ letter }) => letter.reference === reference)
      return carried ? { found: 'taken', providerId: carried.id } : { found: 'none' }
    },
    state: async (providerId) => (letters.some(({ id }) => id === providerId) ? 'taken' : 'unknown'),
  }
  return {
    post,
    letters: (): readonly CarriedLetter[] => letters,
    /** Brings a letter back undelivered; `undefined` when there is no such letter. */
    returned(id: string): CarriedLetter | undefined {
      const place = letters.findIndex((each) => each.id === id)
      const found = letters[place]
      if (found === undefined) return undefined
      const back: CarriedLetter = { ...found, state: 'returned' }
      letters[place] = back
      const said = { notification_id: id, reference: found.letter.reference, date_sent: found.at }
      hooks.add(hooks.accounts.byNotify('POST /hooks/notify/returned', said))
      return back
    },
  }
}

export type PostOffice = ReturnType<typeof postOffice>
