/** Where a family's page is. The address says nothing of anybody: a token that was drawn by lot, and no more. */
import type { Policy } from '../../../academies/policy.ts'

/** As in a letter: read off paper and typed. */
export const EXAMPLE_CODE = '0EXAMPLE0EXAMPLE'

/** Letters and digits that nobody takes for each other (Crockford's base 32). */
const TYPED = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const DRAWN = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const CODE_LENGTH = 16

/** A token that was drawn by lot as a code for a letter: 16 letters and digits, 80 of its bits. */
export const codeOf = (token: string): string => {
  let left = [...token].reduce((sum, letter) => sum * 62n + BigInt(DRAWN.indexOf(letter)), 0n)
  let code = ''
  while (code.length < CODE_LENGTH) {
    code = TYPED.charAt(Number(left % 32n)) + code
    left /= 32n
  }
  return code
}

/** What opens a page, from what stands behind its address, however a code was typed; `undefined` for what can be neither. */
export const readToken = (typed: string): string | undefined => {
  if (/^[0-9A-Za-z]{22}$/.test(typed)) return typed
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(code) ? code : undefined
}

/** As long as a real one, so that a preview counts the parts of a text as they will be. */
export const EXAMPLE_TOKEN = 'Example0Example0Exampl'

export const pageAddress = ({ console: origin }: Pick<Policy, 'console'>, token: string): string =>
  `${origin.replace(/\/$/, '')}/p/${token}`

/** As it is printed: without what a browser adds by itself, the code in fours. */
export const printedAddress = (policy: Pick<Policy, 'console'>, code: string): string =>
  pageAddress(policy, (code.match(/.{1,4}/g) ?? []).join('-')).replace(/^https:\/\//, '')
