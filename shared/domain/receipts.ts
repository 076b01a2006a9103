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
  'TEXT_UNKNOWN',
]

/** End User Messaging's event types. `TEXT_QUEUED`, `TEXT_SENT` and `TEXT_PENDING` are on the way, so `undefined`. */
export const receiptOfEvent = (eventType: string): 'delivered' | 'failed' | undefined => {
  if (DELIVERED.includes(eventType)) return 'delivered'
  return FAILED.includes(eventType) ? 'failed' : undefined
}
