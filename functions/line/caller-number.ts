/** What networks put where a number is withheld: words, nothing, or the digits that spell ANONYMOUS, RESTRICTED and the like. */
const WITHHELD = ['266696687', '7378742833', '2562533', '8656696', '464', '86282452253']

const SHORTEST = 7

/** The number that rings, or nothing when it is withheld or is no number. */
export const callerNumber = (given: string | null | undefined): string | undefined => {
  const digits = /^\+?(\d{3,15})$/.exec(given?.trim() ?? '')?.[1]
  if (digits === undefined || digits.length < SHORTEST || WITHHELD.includes(digits)) return undefined
  return given?.trim()
}
