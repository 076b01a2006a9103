/** The check letter of a unique pupil number. Source: the Department's UPN guide; 23 letters without I, O and S. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

const worth = (character: string): number => (/\d/.test(character) ? Number(character) : LETTERS.indexOf(character))

/**
 * Why a text is no UPN, permanent or temporary (last character a letter), in words that follow "upn"; `undefined` for one that is. A wrong
 * check letter is told with the right one: often the letter was mistyped, as often a digit.
 */
export const whyNoUpn = (text: string): string | undefined => {
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(text))
    return 'is not a unique pupil number: a letter, eleven digits, and a digit or a letter, without I, O and S.'
  const sum = [...text.slice(1)].reduce((total, character, index) => total + (index + 2) * worth(character), 0)
  const check = LETTERS[sum % 23]
  return check === text[0]
    ? undefined
    : `is not a unique pupil number: its check letter should be ${check}, or one of its digits is wrong.`
}

export const isUpn = (text: string): boolean => whyNoUpn(text) === undefined
