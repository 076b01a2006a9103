/** The check letter of a unique pupil number. Source: the Department's UPN guide; 23 letters without I, O and S. */
const LETTERS = 'ABCDEFGHJKLMNPQRTUVWXYZ'

const worth = (character: string): number => (/\d/.test(character) ? Number(character) : LETTERS.indexOf(character))

/** True for a UPN, permanent or temporary (last character a letter), whose check letter is right. */
export const isUpn = (text: string): boolean => {
  if (!/^[A-HJ-NP-RT-Z]\d{11}[\dA-HJ-NP-RT-Z]$/.test(text)) return false
  const sum = [...text.slice(1)].reduce((total, character, index) => total + (index + 2) * worth(character), 0)
  return LETTERS[sum % 23] === text[0]
}
