/** What is wrong with a policy file, in words a school can act on. */
export interface PolicyProblem {
  readonly file: string
  /** Path of the value: `brake.classShare`. */
  readonly field: string
  readonly what: string
  readonly remedy: string
}

export const sayProblem = (problem: PolicyProblem): string =>
  `${problem.file}, ${problem.field || '(whole file)'}: ${problem.what} ${problem.remedy}`
