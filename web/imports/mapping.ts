/** How a file is read, from the guesses or from what the school kept the last time, until a person has said that it is right. */
import type * as z from 'zod'
import type { MappingsAnswer, SuggestionAnswer } from '../../events/api/imports.ts'

export type Suggestion = z.output<typeof SuggestionAnswer>
export type Kept = z.output<typeof MappingsAnswer>['mappings'][number]
export type Read = Suggestion['mapping']

/** The kept mapping under which most columns of this file are known; undefined when none knows any. */
export const bestKept = (suggestion: Suggestion, kept: readonly Kept[]): Kept | undefined => {
  const header = new Set(suggestion.columns.map(({ column }) => column))
  const known = ({ columns }: Kept): number => Object.keys(columns).filter((column) => header.has(column)).length
  const ofThisFile = kept.filter((each) => each.file === suggestion.mapping.file && known(each) > 0)
  return ofThisFile.toSorted((one, other) => known(other) - known(one))[0]
}

/** How the file is read at first: as it was the last time, else as guessed. Columns that the file has not are left out. */
export const firstRead = (suggestion: Suggestion, kept: Kept | undefined): Read => {
  if (kept === undefined) return suggestion.mapping
  const header = new Set(suggestion.columns.map(({ column }) => column))
  const columns = Object.fromEntries(Object.entries(kept.columns).filter(([column]) => header.has(column)))
  const { file, source, dates, layout, values } = kept
  return { file, source, dates, layout, values, columns }
}

/** One of their columns is read as one of ours, or not at all; a column of ours is read once. */
export const readAs = (read: Read, theirs: string, ours: string): Read => {
  const others = Object.entries(read.columns).filter(([column, to]) => column !== theirs && to !== ours)
  return { ...read, columns: Object.fromEntries(ours === '' ? others : [...others, [theirs, ours]]) }
}

export const translated = (read: Read, mark: string, code: string): Read => ({
  ...read,
  values: { ...read.values, code: { ...read.values.code, [mark]: code } },
})

/** Columns of ours that the guess asked for and that nothing is read as yet. */
export const stillMissing = (suggestion: Suggestion, read: Read): readonly string[] => {
  const found = new Set(Object.values(read.columns))
  const guessed = suggestion.columns.flatMap(({ to }) => to ?? [])
  const needed = [...suggestion.missing, ...guessed.filter((to) => NEEDED.includes(to))]
  return [...new Set(needed)].filter((column) => !found.has(column))
}

/** Without these no row says whom it is about. */
const NEEDED = ['pupilId', 'staffId', 'surname', 'class', 'date', 'kind', 'code']

/** Marks of the first rows that nothing says how to read. */
export const stillUnknown = ({ unknownCodes }: Suggestion, { values }: Read): readonly string[] =>
  unknownCodes.filter((mark) => values.code?.[mark] === undefined)

/** The file has our own names and nothing else that we read: no mapping is needed. */
export const isOurs = (suggestion: Suggestion, read: Read): boolean =>
  read.layout === 'rows' &&
  read.dates === 'iso-or-uk' &&
  Object.keys(read.values).length === 0 &&
  Object.entries(read.columns).every(([theirs, ours]) => theirs === ours) &&
  suggestion.columns.every(({ column, to }) => to === undefined || read.columns[column] === to)

/** What a mapping is kept under: the kind of file and the system, so that the next file of both finds it. */
export const mappingId = ({ file, source }: Read): string => {
  const words = source
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return `${file}-${words || 'ours'}`.slice(0, 32)
}
