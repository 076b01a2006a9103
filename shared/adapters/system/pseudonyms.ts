import { createHmac } from 'node:crypto'

/**
 * Pseudonyms of enrolments: a hash under the Trust's key of the academy and the pupil's key, the same in every file until the key changes.
 * Without the key nobody can try names against it. 26 letters and digits are 130 bits: no two pupils ever share one.
 */
export const pseudonyms =
  (key: string) =>
  (academy: string, pupil: string): string =>
    BigInt(`0x${createHmac('sha256', key).update(`pseudonym/1 ${academy} ${pupil}`, 'utf8').digest('hex')}`)
      .toString(36)
      .padStart(50, '0')
      .slice(-26)
