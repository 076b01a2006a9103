/** Taking the register: when a missing one is looked for, who may give which code, and how long it is fresh. */
import * as z from 'zod'
import { minutes, time, words } from './policy-parts.ts'

export const registers = z.strictObject({
  headCountAt: time.describe('A register still missing then is a task for the Head to count heads.'),
  pmHeadCountAfterMinutes: minutes(240).describe('The same for an afternoon register, after it closes.'),
  teacherCodes: words.describe('Codes a teacher may give; all others need the office or the lead.'),
  leadCodes: words.describe(
    'Codes that only the Head or the attendance lead may grant; all others the office may give.',
  ),
  freshWithinMinutes: minutes(1440).describe('Register data older than this is not texted upon.'),
  observanceDays: z
    .int()
    .min(1)
    .max(3)
    .describe('School days running that may be R: days set apart by the religious body. Days of travel are leave.'),
})
