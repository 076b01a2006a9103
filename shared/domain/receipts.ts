/** What a provider's word about a text means. Anything that is neither arrival nor loss says nothing. */
const DELIVERED = ['TEXT_DELIVERED', 'TEXT_SUCCESSFUL']
const FAILED = [
  'TEXT_INVALID',
  'TEXT_INVALID_MESSAGE',
  'TEXT_UNREACHABLE',
  'TEXT_CARRIER_UNREACHABLE',
  'TEXT_BLOCKED',
  'TEXT_CARRIER_BLOCKED',
  'TEXT_SPAM',
  'TEXT_TTL_EXPIRED',
  'TEXT_PROTECT_BLOCKED',
]

/**
 * End User Messaging's event types. `TEXT_QUEUED`, `TEXT_SENT` and `TEXT_PENDING` are on the way; `TEXT_UNKNOWN` comes after 72 hours and
 * says that nobody knows, which is no loss; and an event that is not the carrier's last word may yet be followed by another. All these
 * are `undefined`: the wait for a receipt goes on and ends on the call list.
 */
export const receiptOfEvent = (eventType: string, isFinal: boolean): 'delivered' | 'failed' | undefined => {
  if (!isFinal) return undefined
  if (DELIVERED.includes(eventType)) return 'delivered'
  return FAILED.includes(eventType) ? 'failed' : undefined
}

/**
 * GOV.UK Notify's statuses. `temporary-failure` is its last word too: the phone was off or full for three days.
 * Source: GOV.UK Notify API documentation, "Text message statuses".
 */
export const receiptOfNotify = (status: string): 'delivered' | 'failed' | undefined => {
  if (status === 'delivered') return 'delivered'
  return ['permanent-failure', 'temporary-failure', 'technical-failure'].includes(status) ? 'failed' : undefined
}

/**
 * Twilio's statuses; all but these are on the way. What is `canceled` never left, and only what arrived can be `read`.
 * Source: Twilio documentation, "Message status values".
 */
export const receiptOfTwilio = (status: string): 'delivered' | 'failed' | undefined => {
  if (status === 'delivered' || status === 'read') return 'delivered'
  return ['undelivered', 'failed', 'canceled'].includes(status) ? 'failed' : undefined
}
