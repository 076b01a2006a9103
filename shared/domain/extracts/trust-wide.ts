/**
 * One kind of extract of every academy of the Trust, put together: whose newest file of a period is in it, and who is not in it and why. The
 * academies' own files stay what they are; nothing is counted anew.
 */

import type { Span } from '../counting/window.ts'
import { idOf } from '../ids.ts'
import { type Cell, type ExtractKind, type Row, sortedRows } from './extract.ts'
import { extractId, isSuperseded, type StoredExtract } from './stored.ts'

/** What one academy has made that the caller may have. */
export interface OfAcademy {
  readonly academy: string
  readonly extracts: readonly StoredExtract[]
}

export interface TrustPart {
  readonly academy: string
  readonly extract: StoredExtract
}

/** Not made yet; made with other columns; or for a key that only its recipient has, so that nobody may join it to anything in the clear. */
export const LEFT_OUT = ['not-made', 'older-columns', 'encrypted'] as const
export type LeftOut = (typeof LEFT_OUT)[number]

export interface TrustWide {
  /** Of the kind and the period: whatever is in it later has the same address. */
  readonly id: string
  readonly kind: ExtractKind
  readonly period: Span
  readonly parts: readonly TrustPart[]
  readonly leftOut: readonly { readonly academy: string; readonly because: LeftOut }[]
}

export const trustWideId = (kind: string, { from, until }: Span): string =>
  idOf('trust', extractId({ recipient: 'trust', extract: kind, period: { from, until } }, 0))

const inOrder = (one: string, other: string): number => (one < other ? -1 : 1)

const whyNot = ({ extract }: TrustPart, kind: ExtractKind): LeftOut | undefined => {
  if (extract.encrypted) return 'encrypted'
  return extract.schemaVersion === kind.version ? undefined : 'older-columns'
}

/** Every kind and period of which some academy has made an extract, the newest period first. */
export const trustWideOf = (
  academies: readonly OfAcademy[],
  kindOf: (extract: string) => ExtractKind | undefined,
): readonly TrustWide[] => {
  const newest = academies.flatMap(({ academy, extracts }) =>
    extracts.filter((each) => !isSuperseded(extracts, each)).map((extract) => ({ academy, extract })),
  )
  const series = Map.groupBy(newest, ({ extract }) => trustWideId(extract.extract, extract.period))
  return [...series]
    .flatMap(([id, found]): readonly TrustWide[] => {
      const [first] = found
      const kind = first && kindOf(first.extract.extract)
      if (!first || !kind) return []
      const there = new Set(found.map(({ academy }) => academy))
      return [
        {
          id,
          kind,
          period: first.extract.period,
          parts: found
            .filter((each) => whyNot(each, kind) === undefined)
            .toSorted((one, other) => inOrder(one.academy, other.academy)),
          leftOut: [
            ...found.flatMap((each) => {
              const because = whyNot(each, kind)
              return because === undefined ? [] : [{ academy: each.academy, because }]
            }),
            ...academies
              .filter(({ academy }) => !there.has(academy))
              .map(({ academy }) => ({ academy, because: 'not-made' as const })),
          ].toSorted((one, other) => inOrder(one.academy, other.academy)),
        },
      ]
    })
    .toSorted((one, other) => inOrder(`${other.period.until} ${other.id}`, `${one.period.until} ${one.id}`))
}

/** The rows of all of them in the one order of the kind. */
export const joinedRows = (
  kind: ExtractKind,
  parts: readonly (readonly { readonly pupil: string; readonly cells: Readonly<Record<string, Cell>> }[])[],
): readonly Row[] => sortedRows(kind, parts.flat())

/** What goes with the joined file, so that it can be checked against the academies' own. */
export const trustManifest = (
  { id, kind, period, parts, leftOut }: TrustWide,
  file: { readonly format: string; readonly rows: number; readonly sha256: string },
) => ({
  extractId: id,
  extract: kind.id,
  schemaVersion: kind.version,
  period: { from: period.from, until: period.until },
  ...file,
  generatedAt:
    parts
      .map(({ extract }) => extract.generatedAt)
      .toSorted()
      .at(-1) ?? null,
  academies: parts.map(({ academy, extract }) => ({
    academy,
    extractId: extract.id,
    number: extract.number,
    rows: extract.rows,
    sha256: extract.sha256,
  })),
  leftOut,
})

/** Where the joined file lies: by the hash of its bytes, so that one made of other parts never takes its place. */
export const trustWidePath = (id: string, sha256: string, part: 'data' | 'manifest'): string =>
  `trust/${id}/${sha256}/${part}`
