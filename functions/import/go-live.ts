/** How a checked file goes live: staged beside what is live, and swapped in by one conditional write. */
import type { GoesOn, ImportRequested } from '../../events/import-requested.v1.ts'
import { changesNothing, type DifferenceCounts, type Differences } from '../../shared/domain/imports/differences.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { MappedFile } from '../../shared/imports/school-file.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Act, Live, StagedFile, Stores } from '../../shared/ports/stores.ts'
import type { Loss } from './loss.ts'

export type ImportRequest = ImportRequested & { readonly bytes: Uint8Array }

export interface Checked {
  readonly count: number
  /** The mapping that the file was read by. */
  readonly mapping?: string
  readonly problems: readonly FileProblem[]
  readonly warnings?: readonly FileProblem[]
  /** What the file would take away. */
  readonly loss?: Loss
  /** What the file would change of what is live. Reads, and writes nothing. */
  differences(): Promise<Differences>
  /** Makes the file live; answers `stale` when another import of the same file won meanwhile. */
  goLive(report: (done: number) => Promise<void>, mayGoOn: () => boolean): Promise<'stale' | WentLive>
}

export interface WentLive {
  readonly counts: DifferenceCounts
  /** Rows that do not stand, and why. */
  readonly kept?: readonly FileProblem[]
  /** Time was over before the end of the file: what is left, and how many rows stand. */
  readonly unfinished?: { readonly goesOn: GoesOn; readonly done: number }
}

export interface Run {
  readonly request: ImportRequest
  /** The file, and how it may be read. */
  readonly given: MappedFile
  readonly stores: Stores
  readonly files: Files
  readonly now: Instant
  /** What was live when the check began: the file goes live only if that is still so. */
  readonly live: Live
}

const shown = (classes: Live['classes']): string =>
  JSON.stringify(classes.map(({ id, name, yearGroup, pupils }) => [id, name, yearGroup, pupils]))

/** The same file again: nothing is staged. Contacts are, because each import hashes their numbers with the newest key. */
const isSettled = (
  { live }: Run,
  counts: DifferenceCounts,
  file: StagedFile['file'],
  classes?: Live['classes'],
): boolean =>
  file !== 'contacts' &&
  live.generations[file] > 0 &&
  changesNothing(counts) &&
  (classes === undefined || shown(classes) === shown(live.classes))

/** Stages the generation after the one the file was checked against, and makes it live. */
export const swap = async (
  run: Run,
  counts: DifferenceCounts,
  staged: StagedFile,
  classes?: Live['classes'],
): Promise<'stale' | WentLive> => {
  if (isSettled(run, counts, staged.file, classes)) return { counts }
  const { request, stores, live, now } = run
  const { academy, file, importId, confirmedBy } = request
  const from = live.generations[staged.file]
  if ((await stores.roll.live(academy)).generations[staged.file] !== from) return 'stale'
  if ((await stores.roll.stage(academy, from + 1, staged, { importId, at: now })) === 'busy') return 'stale'
  const act: Act = {
    at: now,
    by: 'import',
    kind: 'file-imported',
    detail: { file, import: importId, ...(confirmedBy ? { confirmedBy } : {}) },
    // What is due is judged whenever something is learned: a mobile, a social worker, a closed day.
    look: true,
  }
  const went = await stores.roll.goLive(academy, staged.file, from, from + 1, classes, act)
  return went === 'stale' ? went : { counts }
}
