/** Letters in the record. */
import type { Letter } from '../domain/letters/stored.ts'
import type { LocalDate } from '../domain/time.ts'
import type { Act } from './act.ts'

export interface LetterStore {
  /** Keeps a planned letter; `already` when it was ever planned before, whatever became of it. */
  planLetter(academy: string, letter: Letter, act: Act): Promise<'planned' | 'already'>
  /** A letter by its id, open or at rest. */
  letter(academy: string, id: string): Promise<Letter | undefined>
  /** Letters with which something is still to be done. */
  openLetters(academy: string): Promise<readonly Letter[]>
  /** Letters at rest whose head has a date in this span; a moment old. */
  restingLetters(academy: string, from: LocalDate, until: LocalDate): Promise<readonly Letter[]>
  /** Saves a letter as the version after its own; it comes to rest when nothing is left to do with it. */
  saveLetter(academy: string, letter: Letter, act: Act): Promise<'saved' | 'stale'>
  /** Remembers which letter the post means by its own id. */
  keepPostId(providerId: string, letter: { readonly academy: string; readonly letter: string }): Promise<void>
  letterOfPostId(providerId: string): Promise<{ readonly academy: string; readonly letter: string } | undefined>
}
