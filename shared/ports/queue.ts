/** A work queue. Delivery is at least once and in any order; whoever takes a message must bear it twice. */
export interface Queue {
  /** Hands over messages (plain JSON values). Resolves when all are accepted; throws naming how many were not. */
  send(messages: readonly unknown[], options?: { readonly delaySeconds?: number }): Promise<void>
}
