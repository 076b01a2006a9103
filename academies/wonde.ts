/** What a policy says of exchanging with the school's own system through Wonde. */
import * as z from 'zod'
import { role } from './policy-parts.ts'

export const wonde = z.strictObject({
  on: z.boolean().describe('Whether it is asked. Its keys are in the accounts secret (docs/files.md).'),
  show: z
    .boolean()
    .describe('Whether a person looks at what a new roll or new contacts would change before they are applied.'),
  everyMinutes: z.int().min(5).max(60).describe('Minutes between two questions for marks while registers are open.'),
  writeBack: z.boolean().describe('Whether codes agreed here are written into it.'),
  doers: z.array(role).min(1).describe('Who is told when an exchange failed, or a new roll waits to be looked at.'),
  dueInMinutes: z.int().min(0).max(1440).describe('Time allowed for that.'),
})
