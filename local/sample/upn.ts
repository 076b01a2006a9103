/** Unique pupil numbers for pupils who do not exist. */

/** The 23 letters: without I, O and S. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

/**
 * A permanent number with its check letter: the sum of each digit times its place (2 to 13), modulo 23.
 * Source: the Department's UPN guide. The establishment should be one that the authority does not have.
 */
export const madeUpUpn = (of: {
  /** Three digits. */
  readonly authority: string
  /** Four digits. */
  readonly establishment: number
  /** Year of allocation. */
  readonly year: number
  /** 0 to 999. */
  readonly serial: number
}): string => {
  const digits = `${of.authority}${of.establishment}${String(of.year % 100).padStart(2, '0')}${String(of.serial).padStart(3, '0')}`
  const sum = [...digits].reduce((total, digit, index) => total + (index + 2) * Number(digit), 0)
  return `${LETTERS[sum % 23]}${digits}`
}
