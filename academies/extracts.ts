/** What a policy says of extracts: who is sent which, when, in what form, and what is done when nobody collects one. */
import * as z from 'zod'
import { encryption, push } from './extract-delivery.ts'
import { role } from './policy-parts.ts'

const sent = z.strictObject({
  extract: z.string().describe('Which extract (docs/extracts.md lists them).'),
  every: z
    .enum(['daily', 'weekly', 'monthly', 'half-term'])
    .describe('The period of one file: a school day, Monday to Sunday, a month, or a term of the school’s calendar.'),
  afterSchoolDays: z
    .int()
    .min(0)
    .max(20)
    .describe('School days between the end of a period and its file, for marks to be settled.'),
})

const recipient = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9-]{2,20}$/, 'a recipient is named in small letters, digits and hyphens, like attendance-team')
    .describe('Names the recipient in every extract.'),
  name: z.string().trim().min(2).max(80).describe('As people call it; for a Virtual School as agencies.csv names it.'),
  kind: z
    .enum(['local-authority', 'virtual-school', 'trust', 'trust-named', 'dfe'])
    .describe('Decides which columns it may have, and who collects for it.'),
  authority: z
    .string()
    .regex(/^\d{3}$/, 'a local authority has a code of three digits, like 891')
    .optional()
    .describe('The authority whose officers collect, where it is not the one that the school is in.'),
  on: z.boolean().describe('Whether its extracts are made.'),
  format: z.enum(['csv', 'json']).describe('Form of the data.'),
  encryption: encryption.optional(),
  push: push.optional(),
  remind: z
    .boolean()
    .describe('Whether the recipient is reminded, by an announcement on the event bus, when it is chased.'),
  sends: z.array(sent).min(1).describe('What it is sent.'),
})

export const extracts = z.strictObject({
  urn: z
    .string()
    .regex(/^(\d{6})?$/, 'a URN has six digits; leave it empty where there is none yet')
    .describe('Unique Reference Number of the school, on every row.'),
  recipients: z.array(recipient).describe('To whom extracts go.'),
  lookBack: z
    .int()
    .min(0)
    .max(12)
    .describe(
      'Earlier periods that are looked at again with each new one; what changed is sent anew with the differences.',
    ),
  chaseAfterSchoolDays: z
    .int()
    .min(1)
    .max(10)
    .describe('School days after which an extract nobody collected is chased.'),
  doers: z.array(role).min(1).describe('Who sees why an extract was not collected, or why rows were rejected.'),
  dueInMinutes: z.int().min(0).max(1440).describe('Time allowed for that.'),
})
