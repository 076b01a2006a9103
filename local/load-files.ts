/** The files of an academy taken in before its day begins: who is who first, then the history of marks. */
import type { LocalDate } from '../shared/domain/time.ts'
import { inPieces, type SortedMarks, sortMarks } from './day/read-marks.ts'
import type { Refusal } from './day/refusals.ts'
import { type FileProblem, type ImportedFile, importFile } from './import-file.ts'
import type { LocalStack } from './stack.ts'

export type AcademyFiles = { readonly [File in ImportedFile]?: string | undefined }

const BEFORE_MARKS = ['calendar', 'roll', 'contacts', 'staff', 'agencies'] as const

const NO_MARKS: SortedMarks = { header: '', history: [], today: [], later: 0 }

const sorted = (marks: string | undefined, date: LocalDate): SortedMarks => {
  try {
    return marks === undefined ? NO_MARKS : sortMarks(new TextEncoder().encode(marks), date)
  } catch (error) {
    throw new Error(`marks.csv cannot be read: ${error instanceof Error ? error.message : 'it is not CSV'}`)
  }
}

/**
 * Imports everything but today's marks, which it gives back. Stops at the first file that is refused, and answers why; of marks every bad
 * row before the day is named.
 * `progress` hears of each file, for long work.
 */
export const loadFiles = async (
  stack: LocalStack,
  academy: string,
  files: AcademyFiles,
  date: LocalDate,
  progress: (what: string) => void,
): Promise<{ readonly marks: SortedMarks } | { readonly refusal: Refusal }> => {
  for (const file of BEFORE_MARKS) {
    const csv = files[file]
    if (csv === undefined) continue
    progress(`${academy}: ${file}`)
    const problems = await importFile(stack, academy, file, csv)
    if (problems.length > 0) return { refusal: { of: 'file', academy, file, problems } }
  }
  const marks = sorted(files.marks, date)
  const pieces = inPieces(marks.header, marks.history)
  const refused: FileProblem[] = []
  for (const [index, { csv, lines }] of pieces.entries()) {
    progress(`${academy}: marks before the day, part ${index + 1} of ${pieces.length}`)
    const problems = await importFile(stack, academy, 'marks', csv)
    refused.push(...problems.map((problem) => ({ ...problem, line: lines[problem.line - 2] ?? problem.line })))
  }
  return refused.length > 0 ? { refusal: { of: 'file', academy, file: 'marks', problems: refused } } : { marks }
}
