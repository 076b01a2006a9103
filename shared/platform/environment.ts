import type * as z from 'zod'

/** A function's environment, parsed once at cold start. Throws naming the variables that are wrong, never their values. */
export const readEnvironment = <T extends z.ZodType>(
  schema: T,
  env: Readonly<Record<string, string | undefined>>,
): z.output<T> => {
  const parsed = schema.safeParse(env)
  if (parsed.success) return parsed.data
  const names = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
  throw new Error(
    `The environment of this function is incomplete: ${names}. Deploy the stack again or set these variables.`,
  )
}

/** The process's own environment: the only place that reads it. */
export const processEnvironment = (): Readonly<Record<string, string | undefined>> => process.env
