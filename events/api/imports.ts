/** Files in: how a file would be read, how its import goes, and what it changes. */
import * as z from 'zod'
import { DIFFERENCE_KINDS } from '../../shared/domain/imports/differences.ts'
import { CSV_FILES, IMPORT_FILES } from '../import-requested.v1.ts'

const Names = z.record(z.string(), z.string())
const read = {
  file: z.enum(CSV_FILES),
  source: z.string(),
  columns: Names.describe('Our column by theirs.'),
  dates: z.enum(['iso-or-uk', 'day-first', 'month-first']),
  layout: z.enum(['rows', 'sessions-across', 'dates-across']),
  values: z.record(z.string(), Names).describe('Our value by theirs, by our column.'),
}

export const SuggestionAnswer = z
  .object({
    source: z.string().optional(),
    columns: z.array(
      z.object({
        column: z.string(),
        to: z.string().optional(),
        confidence: z.enum(['certain', 'likely', 'unsure']).optional(),
        source: z.string().optional(),
      }),
    ),
    missing: z.array(z.string()).describe('Columns that must be there and are not.'),
    dates: read.dates,
    layout: read.layout,
    unknownCodes: z.array(z.string()).describe('Marks that are no national code.'),
    mapping: z.object(read),
  })
  .describe('How a file with these first rows may be read; a person confirms it.')

const KeptMapping = z.object({ id: z.string(), ...read, by: z.string(), at: z.iso.datetime() })

export const MappingsAnswer = z.object({ mappings: z.array(KeptMapping) }).describe('Mappings that are kept.')

const Counts = z.record(z.enum([...DIFFERENCE_KINDS, 'unchanged']), z.int())

export const ImportBegunAnswer = z.object({ id: z.string() }).describe('The import has begun.')

export const UploadAddressAnswer = z
  .object({ id: z.string(), url: z.string().describe('Where the file is sent with PUT.') })
  .describe('The import begins when the file has arrived there.')

export const ImportAnswer = z
  .object({
    id: z.string(),
    file: z.enum(IMPORT_FILES),
    state: z.enum(['waiting', 'checking', 'held', 'live', 'refused', 'failed']),
    at: z.iso.datetime(),
    rows: z.int(),
    percent: z.int(),
    problems: z.array(z.object({ line: z.int(), column: z.string(), what: z.string(), remedy: z.string() })),
    differences: z.object({ counts: Counts }).optional(),
    mapping: z.string().optional(),
  })
  .describe('How an import goes, and what is wrong with the file.')

export const DifferencesAnswer = z
  .object({
    counts: Counts,
    kind: z.enum(DIFFERENCE_KINDS),
    items: z.array(
      z.object({
        kind: z.enum(DIFFERENCE_KINDS),
        of: z.string(),
        line: z.int().optional(),
        fields: z.record(z.string(), z.object({ was: z.string().optional(), now: z.string().optional() })),
        because: z.string().optional(),
      }),
    ),
    next: z.string().optional().describe('Where the next page begins.'),
  })
  .describe('What the file changes, a page of one kind.')
