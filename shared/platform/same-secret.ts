import { createHash, timingSafeEqual } from 'node:crypto'

const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

/** Compares what a caller gave with a secret of ours, in a time that says nothing of where they differ or how long the secret is. */
export const sameSecret = (given: string, secret: string): boolean => timingSafeEqual(digest(given), digest(secret))

/** True when the caller gave one of the secrets; each is compared, so that the time does not say which. */
export const isOneOf = (given: string, secrets: readonly string[]): boolean =>
  secrets.map((secret) => sameSecret(given, secret)).includes(true)
