/** A letter in the record: where it stands on its way to one parent. What it says is kept beside it, as its document and its print. */
import { idOf, shortHash } from '../ids.ts'
import type { PupilKey } from '../people.ts'
import type { Instant, LocalDate } from '../time.ts'
import type { LetterKind, LetterOrder } from './letter.ts'

/**
 * `planned` waits to be printed · `ready` waits for a person · `held` a person or a hold on the child stopped it · `released` waits to be
 * posted or printed with a batch · `posting` handed over, nobody knows yet · `posted` the post has it · `printed` in a batch of the office ·
 * `returned` came back undelivered · `refused` the post or the press would not take it · `withdrawn` it must not go any more
 */
export const LETTER_STATES = [
  'planned',
  'ready',
  'held',
  'released',
  'posting',
  'posted',
  'printed',
  'returned',
  'refused',
  'withdrawn',
] as const
export type LetterState = (typeof LETTER_STATES)[number]

/** States in which something is still to be done; a letter in any other rests. */
export const OPEN_LETTER_STATES: readonly LetterState[] = ['planned', 'ready', 'held', 'released', 'posting']

export const isOpenLetter = ({ state }: Pick<Letter, 'state'>): boolean => OPEN_LETTER_STATES.includes(state)

interface Deed {
  readonly by: string
  readonly at: Instant
}

export interface Letter {
  /** Made from kind, cycle, pupil and contact: ordered twice, it is one letter. */
  readonly id: string
  readonly version: number
  readonly kind: LetterKind
  readonly cycle: string
  readonly pupil: PupilKey
  readonly contactId: string
  /** The date at its head. */
  readonly date: LocalDate
  readonly state: LetterState
  /** Version of the policy that it was written by. */
  readonly policy: string
  /** What a parent reads out over the telephone, printed on the letter. */
  readonly reference: string
  /** The meeting it invites to, by its id in the family's case: where that has moved or is over, the letter must not go. */
  readonly meeting?: string
  /** Which document it is printed from. */
  readonly document: string
  /** `copy`: what is posted has a code that is the parent’s alone, and the school reads a copy without it. */
  readonly print?: { readonly sha256: string; readonly pages: number; readonly copy?: true }
  /** Somebody has looked at the print; without it no person's release is taken. */
  readonly previewed?: Deed
  readonly released?: Deed
  /** How it left the house: the post's own id, or the batch it was printed with. */
  readonly sent?: { readonly at: Instant; readonly providerId?: string; readonly batch?: string }
  /** Why it stands where it stands, for the office; no name and no address in it. */
  readonly why?: string
}

/** Nine letters and digits, which say nothing about anybody. */
export const letterReference = (academy: string, id: string): string =>
  shortHash(`${academy} ${id}`).slice(-9).toUpperCase()

export const letterId = (order: Pick<LetterOrder, 'kind' | 'cycle' | 'pupil'>, contactId: string): string =>
  idOf('letter', order.kind, order.cycle, order.pupil, contactId)

/** Everything that was ever made of a letter. */
export const letterFolder = (academy: string, id: string): string => `letters/${academy}/${id}/`
/** Where the document that a letter is printed from is kept, and its print. Neither is ever written over: a hash is in its name. */
export const documentPath = (academy: string, { id, document }: Pick<Letter, 'id' | 'document'>): string =>
  `${letterFolder(academy, id)}${document}.json`
export const printPath = (academy: string, id: string, sha256: string): string =>
  `${letterFolder(academy, id)}${sha256}.pdf`
/** The copy of a print that the school reads, where the print has a code. */
export const copyPath = (academy: string, id: string, sha256: string): string =>
  `${letterFolder(academy, id)}${sha256}-copy.pdf`
/** The parts of a batch: which letters are in it, their print, and the list for the office. */
export const batchPath = (
  academy: string,
  batch: string,
  part: 'letters.json' | 'letters.pdf' | 'manifest.csv',
): string => `batches/${academy}/${batch}/${part}`
