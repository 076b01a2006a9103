/** Letters on paper: written documents turned into print, and print handed to whoever posts it. */
import type { LetterDocument } from '../domain/letters/model.ts'

/** A letter ready to be printed, and what to know it by. */
export interface PrintedLetter {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Of the bytes, in hexadecimal: the same document gives the same print for ever. */
  readonly sha256: string
}

/**
 * What came of printing. `refused`: the letter cannot be printed as the post asks; `why` is a sentence for the office and holds no
 * personal data.
 */
export type Printing =
  | { readonly printed: true; readonly letter: PrintedLetter }
  | { readonly printed: false; readonly why: string }

export interface LetterPress {
  print(document: LetterDocument): Promise<Printing>
}
