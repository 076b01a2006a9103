/** A file as it comes from a school, and the mappings that it may be read by. */
import type { Mapping } from '../domain/imports/mapping.ts'

export interface MappedFile {
  readonly bytes: Uint8Array
  /** Mappings that the school keeps for this kind of file. */
  readonly kept: readonly Mapping[]
  /** The one it must be read by. Absent: the kept one whose columns are all there, or none. */
  readonly mapping?: Mapping
}

/** Bytes alone are a file of our own columns, or of names that are known of other systems. */
export type SchoolFile = Uint8Array | MappedFile

export const asMapped = (file: SchoolFile): MappedFile =>
  file instanceof Uint8Array ? { bytes: file, kept: [] } : file
