/** A letter as the school reads it: the code that opens the child's record is the parent's alone. */
import type { LetterDocument } from './model.ts'

const CODE = /\/p\/[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}(?![0-9A-Z-])/g

/** As long as a code, so that the copy has the lines of the letter; too short to be read as one. */
const STANDS_HERE = '/p/code-is-in-the-post'

/** The same letter, with what stands where its code does; `undefined` for a letter that has none. */
export const copyWithoutCode = (document: LetterDocument): LetterDocument | undefined => {
  const written = JSON.stringify(document)
  const copied = written.replaceAll(CODE, STANDS_HERE)
  return copied === written ? undefined : JSON.parse(copied)
}
