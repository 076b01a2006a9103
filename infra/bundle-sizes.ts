import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A bigger bundle starts slower: 1000 KiB is the most that still starts within a teacher's patience. */
const MOST_BYTES = 1000 * 1024
/**
 * Nobody waits for the functions that send and look up texts, print letters, bundle evidence and make extracts, and few and seldom for reports: they carry
 * the providers' clients, the press and its fonts, and what files are encrypted with.
 */
const MOST_BYTES_UNWATCHED: Readonly<Record<string, number>> = {
  dispatch: 1300 * 1024,
  'received-texts': 1300 * 1024,
  extracts: 1600 * 1024,
  letters: 4000 * 1024,
  'evidence-bundle': 4000 * 1024,
  reports: 4000 * 1024,
  'report-files': 4000 * 1024,
}

/** The bundle is bigger than its function may start with. */
export const isTooBig = ({ folder, bytes }: BundleSize): boolean => bytes > (MOST_BYTES_UNWATCHED[folder] ?? MOST_BYTES)

export interface BundleSize {
  readonly folder: string
  readonly bytes: number
}

const bytesIn = (folder: string): number =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)

interface TemplateShape {
  readonly Resources: Readonly<Record<string, { readonly Metadata?: Readonly<Record<string, unknown>> }>>
}

/** How big each function's bundle is, biggest first, from a synthesised template beside its assets. */
export const bundleSizes = (template: TemplateShape, assembly: string): readonly BundleSize[] =>
  Object.values(template.Resources)
    .flatMap(({ Metadata: about = {} }) => {
      const folder = about['firstbell.folder']
      const asset = about['aws:asset:path']
      return typeof folder === 'string' && typeof asset === 'string'
        ? [{ folder, bytes: bytesIn(join(assembly, asset)) }]
        : []
    })
    .toSorted((a, b) => b.bytes - a.bytes)

/** A line for each function, for a person to read. */
export const sizeTable = (sizes: readonly BundleSize[]): string =>
  sizes
    .map(
      (size) =>
        `${String(Math.ceil(size.bytes / 1024)).padStart(6)} KiB  ${size.folder}${isTooBig(size) ? '  TOO BIG' : ''}`,
    )
    .join('\n')
