import * as z from 'zod'

const Problem = z.object({
  title: z.string(),
  remedy: z.string().default(''),
  errors: z.array(z.object({ field: z.string(), rule: z.string(), remedy: z.string() })).default([]),
})

/** The sentence of a refusal, from problem details. */
export const readProblem = (body: unknown): string => {
  const problem = Problem.safeParse(body)
  if (!problem.success) return typeof body === 'string' ? body : JSON.stringify(body)
  const { title, remedy, errors } = problem.data
  return [`${title}.`, remedy, ...errors.map((error) => `${error.field}: ${error.rule}. ${error.remedy}`)]
    .join(' ')
    .trim()
}
