/** Letters on paper: written documents turned into print, and print handed to whoever posts it. */
import type { LetterDocument } from '../domain/letters/model.ts'
import type { Found, Handover } from './texter.ts'

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
  /** Letters that have each been printed, one after the other in one file, each on a page of its own. */
  printAll(documents: readonly LetterDocument[], title: string, date: string): Promise<Uint8Array>
}

export interface PostedLetter {
  readonly pdf: Uint8Array
  /** Names this letter and nothing else, for asking later. Opaque. */
  readonly reference: string
  readonly postage: 'first' | 'second' | 'economy'
}

/** `waiting`: it is being checked · `taken`: it is printed or will be · `refused`: it will not be · `unknown`: no answer. */
export type PostState = 'waiting' | 'taken' | 'refused' | 'unknown'

/** Who prints and posts letters for the school. Never throws for the post's trouble: that is an outcome. */
export interface LetterPost {
  send(letter: PostedLetter): Promise<Handover>
  /** Looks for a letter handed over under this reference. */
  find(reference: string): Promise<Found>
  state(providerId: string): Promise<PostState>
}

/** What the post of a school is made with. */
export interface PostSettings {
  readonly accountsSecret: string
  readonly account: string
}
