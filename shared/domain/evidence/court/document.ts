/** The paper part of a bundle before anybody has thought of paper: parts in order, those that are exhibits numbered. */
import type { Block } from '../../letters/model.ts'
import type { LocalDate } from '../../time.ts'

export interface Part {
  /** `Exhibit 3: Texts and receipts`. */
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface CourtDocument {
  readonly title: string
  readonly language: 'en-GB'
  readonly date: LocalDate
  readonly reference: string
  readonly school: string
  /** Said at the head of the first page, before the list of parts. */
  readonly front: readonly Block[]
  readonly parts: readonly Part[]
}
