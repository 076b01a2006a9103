/** One policy rehearsed on the files that were given. */
import { fileURLToPath } from 'node:url'
import { loadDraft } from '../../academies/load-draft.ts'
import { sayProblem } from '../../academies/problem.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import type { RehearsedYear } from '../../shared/rehearsal/compare.ts'
import { playYear } from '../../shared/rehearsal/play-year.ts'
import { type FilesOfSchool, type NamedProblem, readSchool, SCHOOL_FILES } from '../../shared/rehearsal/read-school.ts'
import { pupilYears, rehearsalOf } from '../../shared/rehearsal/rehearsal.ts'
import type { PlayedPolicy, RehearsedSchool } from '../../shared/rehearsal/school.ts'
import type { RehearseArguments } from './arguments.ts'
import type { Course } from './checkpoint.ts'
import { bytesOf, Refused } from './files.ts'

const ACADEMIES = fileURLToPath(new URL('../../academies', import.meta.url))

/** A policy by the path of its file, or by the name of an academy of this trust. Throws `Refused` with everything that is wrong. */
export const readPolicy = (asked: string): PlayedPolicy => {
  const path = /^[a-z0-9-]+$/.test(asked) ? `${ACADEMIES}/${asked}.json` : asked
  const { draft, problems } = loadDraft(path, ACADEMIES)
  if (draft === undefined) throw new Refused(problems.map(sayProblem).join('\n'))
  return draft
}

const MOST_LINES = 40

const said =
  (args: RehearseArguments) =>
  ({ file, line, column, what, remedy }: NamedProblem): string =>
    `${args[file] ?? file}, line ${line}${column === '' ? '' : `, ${column}`}: ${what} ${remedy}`.trimEnd()

/** The school of the files. Throws `Refused` naming file, line and column of what is wrong, and what to do. */
export const readFiles = (
  args: RehearseArguments,
  { policy }: PlayedPolicy,
): { readonly school: RehearsedSchool; readonly supposed: readonly string[] } => {
  const given = SCHOOL_FILES.flatMap((file) => {
    const path = args[file]
    return path === undefined ? [] : [[file, bytesOf(file, path)] as const]
  })
  const files: FilesOfSchool = { marks: new Uint8Array(), ...Object.fromEntries(given) }
  const read = readSchool(files, { policy, from: args.from, until: args.until })
  if ('problems' in read) {
    const lines = read.problems.map(said(args))
    const more = lines.length > MOST_LINES ? [`and ${lines.length - MOST_LINES} more`] : []
    throw new Refused([...lines.slice(0, MOST_LINES), ...more].join('\n'))
  }
  if (read.school.marks.size === 0)
    throw new Refused(`${args.marks} has no marks between --from and --until. Give other dates.`)
  return read
}

/** Plays what an earlier command has not played yet. */
export const rehearse = async (
  args: RehearseArguments,
  played: PlayedPolicy,
  course: Course,
  progress: (date: LocalDate, day: number, of: number) => Promise<void> | void,
): Promise<RehearsedYear & { readonly school: RehearsedSchool }> => {
  const { school, supposed } = readFiles(args, played)
  const suppositions = { answered: args.answered, unreported: args.unreported, seed: args.seed }
  const { before, rest } = course
  const happened =
    course.whole ?? (await playYear({ school, played, supposed: suppositions, progress, before, rest })).happened
  course.finish(happened)
  return {
    school,
    pupils: pupilYears(happened),
    rehearsal: rehearsalOf(happened, school, played, { suppositions, supposed }),
  }
}
