/** How an import goes: what was asked for, how far it is, and what is wrong with the file. */
import type { DifferenceCounts } from '../domain/imports/differences.ts'
import type { Instant } from '../domain/time.ts'

export interface ImportAsked {
  /** The mapping that the file must be read by. */
  readonly mapping?: string
  /** To be shown before it is applied. */
  readonly preview?: boolean
}

export interface ImportReport {
  readonly id: string
  readonly file: string
  /** `held`: nothing is wrong with the rows, but it takes so much away that a person must confirm it. */
  readonly state: 'waiting' | 'checking' | 'held' | 'live' | 'refused' | 'failed'
  readonly at: Instant
  readonly rows: number
  readonly done: number
  readonly problems: readonly { line: number; column: string; what: string; remedy: string }[]
  /** Where a held file lies and how old its facts are, for whoever confirms it. */
  readonly request?: { readonly path: string; readonly asOf: Instant }
  /** What was asked for beside the file: to be read by a mapping. */
  readonly asked?: ImportAsked
  /** What it changed or would change; the fingerprint is of what was shown, where it waits for a person. */
  readonly differences?: { readonly counts: DifferenceCounts; readonly fingerprint?: string }
  /** The mapping that the file was read by. */
  readonly mapping?: string
  readonly confirmedBy?: string
}
