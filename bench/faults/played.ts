/** What was said on a day, for whoever judges it. */
import type { ReceiptState } from '../../local/carrier.ts'

/** An answer that a parent sent. */
export interface Answer {
  readonly academy: string
  readonly mobile: string
}
/** A receipt that the network gave. */
export interface Told {
  readonly id: string
  readonly state: ReceiptState
}

/** A call to the absence line, by the network's id of it. */
export interface Call {
  readonly academy: string
  readonly call: string
}

export interface Played {
  readonly answers: readonly Answer[]
  readonly told: readonly Told[]
  /** Calls to the absence line in which a report was confirmed. */
  readonly calls: readonly Call[]
}
