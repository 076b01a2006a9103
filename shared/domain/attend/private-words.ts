/**
 * What families and children say when they are asked for the reasons of an absence, and what is written of it, is kept in the history for a
 * court and shown there to the lead, the Head and the safeguarding lead alone.
 */
export const PRIVATE_WORDS: readonly string[] = ['minutes', 'pupilSaid', 'parentsSaid', 'words']

/** A detail of the history without them. */
export const withoutPrivateWords = (detail: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(detail).filter(([name]) => !PRIVATE_WORDS.includes(name)))
