/** A mark that is given anew over one that stands: what was written beside it is not lost with the old code. */
import { isUnexplained } from './codes.ts'
import type { Mark } from './register.ts'

const LATE: readonly Mark['code'][] = ['L', 'U']

/**
 * The same code again keeps its note, its minutes and that the school's own system has it; a reason in place of an N keeps the note that was written
 * beside the N; one late mark in place of another keeps the minutes. What is said anew goes before what stood.
 */
export const markedAgain = (was: Mark | undefined, given: Mark): Mark => {
  if (was === undefined) return given
  if (was.code === given.code) return { ...was, ...given }
  const { note, minutesLate } = was
  return {
    ...(isUnexplained(was.code) && note !== undefined ? { note } : {}),
    ...(LATE.includes(was.code) && LATE.includes(given.code) && minutesLate !== undefined ? { minutesLate } : {}),
    ...given,
  }
}
