/** How the rows of one file are read: what its columns are called there, and how a mapping has its dates and values read. */
import type { DateOrder, Mapping } from '../domain/imports/mapping.ts'
import { canonicalColumn } from './column-name.ts'

export interface Reading {
  /** What a column of ours is called in the file, by its canonical name. */
  readonly names: ReadonlyMap<string, string>
  readonly dates: DateOrder
  /** Our value by theirs in small letters, by our column's canonical name. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>
}

/** How a file is read of which no mapping speaks. */
export const plainReading = (names: ReadonlyMap<string, string>): Reading => ({
  names,
  dates: 'iso-or-uk',
  values: new Map(),
})

export const mappedReading = (mapping: Mapping, names: ReadonlyMap<string, string>): Reading => ({
  names,
  dates: mapping.dates,
  values: new Map(
    Object.entries(mapping.values).map(([column, translated]) => [
      canonicalColumn(column),
      new Map(Object.entries(translated).map(([theirs, ours]) => [theirs.trim().toLowerCase(), ours])),
    ]),
  ),
})
