import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** UK mobiles begin 07; 070 are personal numbers and 076 pagers, which take no texts (07624 is the Isle of Man's mobile range). */
const UK_MOBILE = /^\+447(?:[1-57-9]\d{8}|624\d{6})$/

/**
 * A number in E.164 and whether it is a UK mobile, or `undefined` when it is no number. Spaces, brackets and a lost leading 0 or + do
 * not matter. Numbers kept for drama (07700 900000 to 900999) are in no metadata of numbers in use, so length and prefix decide.
 */
export const readPhone = (text: string): { readonly e164: string; readonly mobile: boolean } | undefined => {
  const number = parsePhoneNumberFromString(text.slice(0, 40), 'GB')
  if (!number?.isPossible()) return undefined
  return { e164: number.number, mobile: UK_MOBILE.test(number.number) }
}
