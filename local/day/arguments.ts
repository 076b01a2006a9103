import { parseArgs } from 'node:util'
import * as z from 'zod'
import { isLocalDate } from '../../shared/domain/time.ts'

export const FILES = ['calendar', 'roll', 'contacts', 'staff', 'agencies', 'marks'] as const

const text = { type: 'string' } as const

const Day = z.object({
  date: z.string().refine(isLocalDate, { error: 'is YYYY-MM-DD, like 2026-01-12' }),
  academy: z.string().optional(),
  events: z.string().optional(),
  out: z.string().default('out'),
  receipts: z.enum(['delivered', 'none'], { error: 'is "delivered" or "none"' }).default('delivered'),
  roll: z.string().optional(),
  contacts: z.string().optional(),
  staff: z.string().optional(),
  agencies: z.string().optional(),
  marks: z.string().optional(),
  calendar: z.string().optional(),
})
export type DayArguments = z.infer<typeof Day>

export const USAGE = `npm run day -- --date 2026-01-12 [--academy springbank]
  [--roll f] [--contacts f] [--staff f] [--agencies f] [--marks f] [--calendar f]   files instead of the made-up data
  [--events e.jsonl]            calls, replies, receipts and arrivals by time (docs/day.md)
  [--receipts delivered|none]   whether texts are delivered a minute after they went
  [--out out]                   where timeline.jsonl, texts.jsonl and tasks.jsonl go`

/** Reads the command line. Throws naming the option that is wrong. */
export const readArguments = (args: readonly string[]): DayArguments => {
  const options = Object.fromEntries(
    ['date', 'academy', 'events', 'out', 'receipts', ...FILES].map((name) => [name, text]),
  )
  const { values } = parseArgs({ args: [...args], options, strict: true })
  const parsed = Day.safeParse(values)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`--${issue?.path.join('.')} ${issue?.code === 'invalid_type' ? 'is missing' : issue?.message}`)
}
