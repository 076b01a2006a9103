import type { FileProblem, ImportedFile } from '../import-file.ts'

/** A file that was refused, or something the script did that the API refused. */
export type Refusal =
  | {
      readonly of: 'file'
      readonly academy: string
      readonly file: ImportedFile
      readonly problems: readonly FileProblem[]
    }
  | { readonly of: 'act'; readonly what: string; readonly why: string }

/** A refused file as people read it: one line for each bad row. */
export const readableRefusal = (refusal: Refusal): string => {
  if (refusal.of === 'act') return `${refusal.what} was refused: ${refusal.why}`
  const lines = refusal.problems.map(
    ({ line, column, what, remedy }) =>
      `  line ${line}${column ? `, ${column}` : ''}: ${what}${remedy ? ` -- ${remedy}` : ''}`,
  )
  return [`${refusal.file}.csv of ${refusal.academy} was not taken in:`, ...lines].join('\n')
}
