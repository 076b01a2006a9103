/** What a measured trust comes to, as lines, and whether it is within its bounds. */
import { WHAT, type What } from './make-everything.ts'
import { MOST_MEGABYTES } from './maker.ts'
import { sharesOf } from './measure.ts'
import type { Part, Progress, Share } from './progress.ts'

/** Reads for a pupil of a school twice as large: not more, give or take what does not grow with pupils. */
const MOST_GROWTH = 1.1

const partsOf = (progress: Progress, what: What): readonly Part[] => progress.flatMap(({ parts }) => parts[what] ?? [])

const total = (parts: readonly Part[], of: 'made' | 'rows' | 'bytes' | 'reads' | 'writes' | 'seconds'): number =>
  parts.reduce((sum, part) => sum + part[of], 0)

const pupilsOf = (progress: Progress): number => progress.reduce((sum, { pupils }) => sum + pupils, 0)

const readsEach = (progress: Progress, what: What): number =>
  total(partsOf(progress, what), 'reads') / pupilsOf(progress)

const number = (value: number): string => Math.round(value).toLocaleString('en-GB')

/** What reads come to as a trust grows. */
const growing = (progress: Progress): readonly Progress[] =>
  sharesOf(progress.length).map((count) => progress.slice(0, count))

const linesOf = (what: What, trust: Progress, small: Progress): readonly string[] => {
  const parts = partsOf(trust, what)
  const kinds = [...new Set(parts.flatMap((part) => part.kinds))].toSorted()
  return [
    `${what}: ${number(total(parts, 'made'))} made (${kinds.join(', ')}), ${number(total(parts, 'rows'))} rows, ${(total(parts, 'bytes') / 1e6).toFixed(1)} MB written, ${total(parts, 'seconds').toFixed(0)} s`,
    `  memory of the process at most: ${number(Math.max(...parts.map(({ megabytes }) => megabytes)))} MB of ${MOST_MEGABYTES}`,
    ...growing(trust).map(
      (share) =>
        `  ${number(pupilsOf(share)).padStart(6)} pupils in ${share.length}: ${number(total(partsOf(share, what), 'reads'))} read units, ${readsEach(share, what).toFixed(3)} a pupil; ${number(total(partsOf(share, what), 'writes'))} write units`,
    ),
    `  a school half as large: ${readsEach(small, what).toFixed(3)} read units a pupil`,
  ]
}

const readsOfShare = ({ pupils, part }: Share): number => part.reads / pupils

const linesOfTrust = (shares: readonly Share[]): readonly string[] => {
  const last = shares.at(-1)
  if (last === undefined) return []
  const { made, kinds, rows, bytes } = last.part
  return [
    `asked by the Trust: ${number(made)} answers of all academies (${kinds.join(', ')}), ${number(rows)} rows, ${(bytes / 1e6).toFixed(1)} MB, ${last.part.seconds.toFixed(0)} s`,
    `  memory of the process at most: ${number(Math.max(...shares.map(({ part }) => part.megabytes)))} MB of ${MOST_MEGABYTES}`,
    ...shares.map(
      (share) =>
        `  ${number(share.pupils).padStart(6)} pupils in ${share.academies}: ${number(share.part.reads)} read units, ${readsOfShare(share).toFixed(3)} a pupil; ${number(share.part.writes)} write units`,
    ),
  ]
}

export interface Verdict {
  readonly lines: readonly string[]
  readonly isFine: boolean
}

/** `small` is a school of half the size of the others, which the trust does not count; `shares` what the Trust asked of ever more of them. */
export const verdictOf = (trust: Progress, small: Progress, shares: readonly Share[]): Verdict => {
  const [least] = shares
  const isFine =
    WHAT.every(
      (what) =>
        partsOf(trust, what).every(({ megabytes }) => megabytes <= MOST_MEGABYTES) &&
        readsEach(trust, what) <= readsEach(small, what) * MOST_GROWTH,
    ) &&
    least !== undefined &&
    shares.every(
      (share) => share.part.megabytes <= MOST_MEGABYTES && readsOfShare(share) <= readsOfShare(least) * MOST_GROWTH,
    )
  const marks = trust.reduce((sum, each) => sum + each.marks, 0)
  return {
    isFine,
    lines: [
      `${number(pupilsOf(trust))} pupils in ${trust.length} academies, ${number(marks)} marks.`,
      ...WHAT.flatMap((what) => linesOf(what, trust, small)),
      ...linesOfTrust(shares),
      isFine ? 'Within memory, and reads grow with pupils.' : 'NOT within memory, or reads grow faster than pupils.',
    ],
  }
}
