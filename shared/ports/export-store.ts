/** Who was given evidence about whom. */
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Act } from './act.ts'

export interface Export {
  readonly id: string
  readonly bundle: string
  readonly pupil: string
  readonly from: LocalDate
  readonly until: LocalDate
  readonly by: string
  readonly at: Instant
  /** Of the bytes that were handed over, in hexadecimal. */
  readonly sha256: string
}

export interface ExportStore {
  /** Writes down that a bundle was handed over, before it is. */
  recordExport(academy: string, given: Export, act: Act): Promise<void>
}
