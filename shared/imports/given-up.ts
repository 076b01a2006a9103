import type { FileProblem } from './table.ts'

/** Nobody will try to take the file in any more by themselves. */
export const GIVEN_UP: FileProblem = {
  line: 0,
  column: '',
  what: 'Firstbell could not take the file in, and the operator has been told. What was live before is live still.',
  remedy: 'Import the file again. If that fails too, send it in smaller files, or ask the operator.',
}
