/** Who was given evidence about whom, and who took files of the school. */
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

/** A file of the school, as it may be imported. */
export interface FileExport {
  readonly id: string
  readonly file: string
  readonly from?: LocalDate
  readonly until?: LocalDate
  readonly by: string
  readonly at: Instant
  readonly sha256: string
}

export interface ExportStore {
  /** Writes down that a file was taken, before it is. */
  recordFile(academy: string, taken: FileExport, act: Act): Promise<void>
  /** Writes down that a bundle was handed over, before it is. */
  recordExport(academy: string, given: Export, act: Act): Promise<void>
}
