/** The made-up trust as files, the same on every machine. */
import * as z from 'zod'
import type { Policy } from '../academies/policy.ts'
import type { LocalDate } from '../shared/domain/time.ts'

const Files = z.object({
  roll: z.string(),
  contacts: z.string(),
  staff: z.string(),
  agencies: z.string(),
  calendar: z.string().optional(),
  marks: z.string(),
})
export type MadeUpFiles = z.infer<typeof Files>

const Sample = z.object({
  makeSample: z.custom<(options: { policy: Policy; date: LocalDate }) => unknown>(
    (value) => typeof value === 'function',
  ),
})

/** The files of one academy, with marks up to and including a date. */
export const madeUpFiles = async (policy: Policy, date: LocalDate): Promise<MadeUpFiles> => {
  const { makeSample } = Sample.parse(await import(new URL('./sample/make-sample.ts', import.meta.url).href))
  return Files.parse(await makeSample({ policy, date }))
}
