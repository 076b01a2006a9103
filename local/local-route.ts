/** What an address under `/local/` is made of. */
import type * as z from 'zod'
import { type Answer, problemAnswer } from './http.ts'
import type { LocalStack } from './stack.ts'

export interface Asked {
  readonly parts: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
}

export type LocalRoute = (asked: Asked, stack: LocalStack) => Promise<Answer>

/** A route that reads a body, or says which field is wrong. */
export const withBody =
  <S extends z.ZodType>(
    schema: S,
    run: (body: z.output<S>, asked: Asked, stack: LocalStack) => Promise<Answer>,
  ): LocalRoute =>
  async (asked, stack) => {
    const parsed = schema.safeParse(asked.body)
    if (parsed.success) return run(parsed.data, asked, stack)
    const errors = parsed.error.issues.map(({ path, code, message }) => ({
      field: path.join('.'),
      rule: code,
      remedy: message,
    }))
    return problemAnswer(
      400,
      'bad-request',
      'The request does not have the agreed shape',
      'Put right the fields named.',
      { errors },
    )
  }
