/** Files through the real import path: posted to the API, checked by the import function, reported row by row. */
import * as z from 'zod'
import { readProblem } from './problem.ts'
import { callSchool, officeOf } from './school-call.ts'
import type { LocalStack } from './stack.ts'

export type ImportedFile = 'roll' | 'contacts' | 'staff' | 'agencies' | 'calendar' | 'marks'

export interface FileProblem {
  readonly line: number
  readonly column: string
  readonly what: string
  readonly remedy: string
}

export interface Posted {
  readonly academy: string
  readonly file: ImportedFile
  /** Absent when the API refused the file at once. */
  readonly id?: string
  readonly problems: readonly FileProblem[]
}

const Accepted = z.object({ id: z.string() })

const atOnce = (what: string): FileProblem => ({ line: 1, column: '', what, remedy: '' })

/** Hands a file to the API. */
export const postFile = async (
  stack: LocalStack,
  academy: string,
  file: ImportedFile,
  csv: string,
): Promise<Posted> => {
  const called = await callSchool(stack, officeOf(academy), 'POST', `/academies/${academy}/imports/${file}`, csv)
  const accepted = Accepted.safeParse(called.body)
  if (called.status === 202 && accepted.success) return { academy, file, id: accepted.data.id, problems: [] }
  return { academy, file, problems: [atOnce(readProblem(called.body))] }
}

/** What became of it, once nothing is in flight. No problems: it is live. */
export const problemsOf = async (stack: LocalStack, posted: Posted): Promise<readonly FileProblem[]> => {
  if (posted.id === undefined) return posted.problems
  const report = await stack.stores.importReport(posted.academy, posted.id)
  if (report?.state === 'live') return []
  if (report && report.problems.length > 0) return report.problems
  return [atOnce(`the import of ${posted.file} did not finish (${report?.state ?? 'unknown'})`)]
}

/** Hands a file over and waits for its report. Must not be called from within a turn of the clock. */
export const importFile = async (
  stack: LocalStack,
  academy: string,
  file: ImportedFile,
  csv: string,
): Promise<readonly FileProblem[]> => {
  const posted = await postFile(stack, academy, file, csv)
  await stack.turning.quiet()
  return problemsOf(stack, posted)
}
