import type { Handover } from '../../ports/texter.ts'

const NOT_NOW = [
  'ThrottlingException',
  'Throttling',
  'ThrottledException',
  'TooManyRequestsException',
  'ServiceQuotaExceededException',
]

/** The provider refused our account, role or sender, not the recipient. */
const OURS = [
  'AccessDeniedException',
  'AuthorizationErrorException',
  'AuthorizationError',
  'ResourceNotFoundException',
  'InvalidSecurityException',
  'UnrecognizedClientException',
  'ExpiredTokenException',
]

/** No connection came about, so nothing can have been taken. A time-out is not among them: it may have come after the text went. */
const NEVER_REACHED = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']

/** HTTP 429, whatever a provider calls it. */
const TOO_MANY = 429
/** Not known or not allowed, whatever a provider calls it: our account, never the recipient. */
const SHUT_OUT: readonly unknown[] = [401, 403]

const field = (error: unknown, name: string): unknown =>
  typeof error === 'object' && error !== null ? Reflect.get(error, name) : undefined

/** No connection came about. `fetch` says so in the cause of its error, others in the error itself. */
export const wasNeverReached = (error: unknown): boolean =>
  [error, field(error, 'cause')].some((each) => NEVER_REACHED.includes(String(field(each, 'code') ?? '')))

/**
 * What an SDK error means for a text. A client fault was refused before the provider took it; a throttle took nothing, nor did a provider
 * that was never reached; a time-out, a broken connection or a fault of the service leaves nobody knowing, and such a text is never sent again.
 */
export const outcomeOf = (error: unknown): Handover => {
  const name = String(field(error, 'name') ?? '')
  const metadata = field(error, '$metadata')
  const status = field(metadata, 'httpStatusCode')
  if (NOT_NOW.includes(name) || status === TOO_MANY) return { outcome: 'busy' }
  if (wasNeverReached(error)) return { outcome: 'busy' }
  if (field(error, '$fault') !== 'client') return { outcome: 'uncertain' }
  const isOurs = OURS.includes(name) || SHUT_OUT.includes(status)
  return { outcome: 'refused', why: name, ...(isOurs ? { elsewhere: true as const } : {}) }
}
