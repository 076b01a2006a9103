/** Keys by which a mobile finds its contacts: a page of `table.ts`, whose map has them too. */
import { academyPk, type Key, part } from '../table.ts'

/** `hash` is the keyed hash of a mobile, never the mobile. */
export const mobilePk = (academy: string, keyVersion: string, hash: string): string =>
  `${academyPk(academy)}#TEL#${part(keyVersion)}#${part(hash)}`
export const mobileKey = (
  academy: string,
  keyVersion: string,
  hash: string,
  generation: number,
  contactId: string,
): Key => ({
  pk: mobilePk(academy, keyVersion, hash),
  sk: `G${generation}#${part(contactId)}`,
})
