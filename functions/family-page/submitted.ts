/** What a parent pressed or wrote, read from the form. */
import * as z from 'zod'
import { localDate } from '../../events/values.ts'

export const MOST_LETTERS = 1000

const child = z
  .string()
  .regex(/^\d{1,2}$/, 'a child is named by its place on the page')
  .transform(Number)
const words = z.string().trim().min(1).max(MOST_LETTERS)

const Submitted = z.discriminatedUnion('do', [
  z.object({ do: z.literal('open') }),
  z.object({ do: z.literal('why'), child, words }),
  z.object({
    do: z.literal('wrong'),
    child,
    words,
    day: z.union([z.literal('').transform(() => undefined), localDate]).optional(),
  }),
])
export type Submitted = z.output<typeof Submitted>

/** `undefined` for a form that this page does not have, or without words in it. */
export const readSubmitted = (body: string | undefined): Submitted | undefined =>
  Submitted.safeParse(Object.fromEntries(new URLSearchParams(body ?? ''))).data
