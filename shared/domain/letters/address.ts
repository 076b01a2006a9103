/** What may stand in the window of an envelope. */
import { shortHash } from '../ids.ts'
import type { Addressee } from './letter.ts'

/** Seven lines are all that GOV.UK Notify prints, and all that the window shows. */
const MOST_LINES = 7
const FEWEST_LINES = 3

const POSTCODE = /^(GIR 0AA|[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][ABD-HJLNP-UW-Z]{2})$/

/** A UK postcode in its one spelling, `NG9 3AA`, or `undefined` when it is none. */
export const ukPostcode = (text: string): string | undefined => {
  const packed = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const spelt = `${packed.slice(0, -3)} ${packed.slice(-3)}`
  return POSTCODE.test(spelt) ? spelt : undefined
}

const tidy = (line: string): string => line.replace(/\s+/g, ' ').trim()

/** The lines in the window, the postcode last; `undefined` when they do not make an address that can be posted. */
export const windowLines = ({
  name,
  address,
  postcode,
}: Omit<Addressee, 'contactId'>): readonly string[] | undefined => {
  const spelt = ukPostcode(postcode)
  const lines = [name, ...address].map(tidy).filter((line) => line !== '' && ukPostcode(line) !== spelt)
  if (spelt === undefined || tidy(name) === '' || lines.length + 1 < FEWEST_LINES || lines.length + 1 > MOST_LINES)
    return undefined
  return [...lines, spelt]
}

/** Tells an address from another, without saying where it is. */
export const addressMark = (to: Omit<Addressee, 'contactId'>): string =>
  shortHash((windowLines(to) ?? []).slice(1).join('\n'))

/** Two addresses are one house: compared without case, stops or spaces. */
export const isSameHouse = (
  one: Partial<Pick<Addressee, 'address' | 'postcode'>>,
  other: Partial<Pick<Addressee, 'address' | 'postcode'>>,
): boolean => {
  const key = ({ address = [], postcode = '' }: typeof one) =>
    `${address[0] ?? ''} ${postcode}`.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '')
  return key(one) !== '' && key(one) === key(other)
}
