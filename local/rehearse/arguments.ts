import { parseArgs } from 'node:util'
import * as z from 'zod'
import { isLocalDate } from '../../shared/domain/time.ts'
import { SCHOOL_FILES } from '../../shared/rehearsal/read-school.ts'

const date = z.string().refine(isLocalDate, { error: 'is a date like 2025-09-01' }).optional()
const share = z
  .string()
  .regex(/^(0(\.\d+)?|1(\.0+)?)$/, { error: 'is a share between 0 and 1, like 0.6' })
  .transform((text) => Math.round(Number(text) * 100))

const Arguments = z.object({
  policy: z.string({ error: 'is missing: the file of an academy’s policy, or the name of an academy' }),
  against: z.string().optional(),
  marks: z.string({ error: 'is missing: a file of marks, such as last year’s' }),
  roll: z.string().optional(),
  contacts: z.string().optional(),
  staff: z.string().optional(),
  agencies: z.string().optional(),
  calendar: z.string().optional(),
  from: date,
  until: date,
  answered: share.default(0),
  unreported: share.default(0),
  seed: z
    .string()
    .regex(/^\d{1,6}$/, { error: 'is a whole number, like 1' })
    .transform(Number)
    .default(1),
  out: z.string().default('out/rehearsal'),
  names: z.boolean().default(false),
  resume: z.boolean().default(false),
})
export type RehearseArguments = z.infer<typeof Arguments>

export const USAGE = `npm run rehearse -- --policy springbank|p.json --marks lastyear.csv [--against q.json]
  [--roll f] [--contacts f] [--staff f] [--agencies f] [--calendar f]   who they are; what is not given is supposed, and said
  [--from 2025-09-01] [--until 2026-07-15]   a part of the marks
  [--answered 0]      share of the families who answer a text that no reason in the marks answers
  [--unreported 0]    share of reasons given on the day that come only after the text
  [--seed 1]          which families those are
  [--names]           pupils and contacts by name in what is printed and written; otherwise by their keys
  [--out out/rehearsal]   where the tables go, as text, CSV and JSON
  [--resume]          goes on with the rehearsal of the same files and values that was stopped in --out`

const OPTIONS = ['policy', 'against', 'from', 'until', 'answered', 'unreported', 'seed', 'out', ...SCHOOL_FILES]

/** Reads the command line. Throws naming the option that is wrong. */
export const readArguments = (args: readonly string[]): RehearseArguments => {
  const { values } = parseArgs({
    args: [...args],
    strict: true,
    options: {
      ...Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' as const }])),
      names: { type: 'boolean' as const },
      resume: { type: 'boolean' as const },
    },
  })
  const parsed = Arguments.safeParse(values)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(`--${issue?.path.join('.')} ${issue?.message}`)
}
