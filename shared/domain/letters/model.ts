/** A letter as its reader gets it, before anybody has thought of paper: what it says, in order, without a single measure. */
import type { LocalDate } from '../time.ts'

export interface Labelled {
  readonly label: string
  readonly value: string
}

export type Colour = 'green' | 'amber' | 'red'

/** A part to be filled in, cut off and sent back. */
export interface ReplySlip {
  readonly is: 'reply-slip'
  readonly title: string
  readonly about: readonly Labelled[]
  readonly choices: readonly string[]
  readonly blanks: readonly string[]
}

export type Block =
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  /** `colour` is said in words too: nobody has to see it. */
  | { readonly is: 'figures'; readonly items: readonly Labelled[]; readonly colour?: Colour }
  | { readonly is: 'meeting'; readonly items: readonly Labelled[] }
  | {
      readonly is: 'table'
      readonly summary: string
      readonly columns: readonly string[]
      readonly rows: readonly (readonly string[])[]
      /** Of the width, for each column; equal ones when left out. */
      readonly shares?: readonly number[]
      /** For tables with much to say, and for those with more columns than that. */
      readonly small?: boolean
      readonly tiny?: boolean
      /** Columns of numbers, which stand at the right of theirs. */
      readonly numbers?: readonly number[]
    }
  | { readonly is: 'certificate'; readonly name: string; readonly lines: readonly string[] }
  | { readonly is: 'signature'; readonly lines: readonly string[] }
  | ReplySlip

export interface LetterDocument {
  readonly title: string
  readonly language: 'en-GB'
  readonly date: LocalDate
  readonly reference: string
  readonly school: { readonly name: string; readonly strapline: string; readonly contact: readonly string[] }
  /** Name, address lines, postcode: at least three lines, at most seven. */
  readonly address: readonly string[]
  readonly blocks: readonly Block[]
}
