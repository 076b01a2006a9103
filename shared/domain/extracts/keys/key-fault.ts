/** What is wrong with the public key by which a recipient wants its files encrypted. */
import type { Policy } from '../../../../academies/policy.ts'
import { shortHash } from '../../ids.ts'
import { ageKeyFault } from './age-key.ts'
import { pgpKeyFault } from './pgp-key.ts'

export type Encryption = NonNullable<Policy['extracts']['recipients'][number]['encryption']>

/** The end of a sentence that begins with "the key"; `undefined` for a key that can be used. */
export const keyFault = ({ with: how, key }: Encryption): string | undefined =>
  how === 'age' ? ageKeyFault(key) : pgpKeyFault(key)

/** What a key is called where it does not stand itself: the same for the same key. */
export const keyName = ({ key }: Pick<Encryption, 'key'>): string => shortHash(key.replaceAll('\r\n', '\n').trim())
