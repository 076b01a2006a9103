/** What is wrong with a policy file, in words a school can act on. */
export interface PolicyProblem {
  readonly file: string
  /** Path of the value: `brake.classShare`; empty for the whole file. */
  readonly field: string
  readonly what: string
  readonly remedy: string
}

/** One line a person can act on: file, field, what is wrong, what to do. */
export const sayProblem = (problem: PolicyProblem): string =>
  `${problem.file}, ${problem.field || 'the whole file'}: ${problem.what} ${problem.remedy}`
