/** Visits to the homes of children whom nobody can reach. */
import * as z from 'zod'
import { duty, minutes, role } from './policy-parts.ts'

export const visits = z.strictObject({
  atLunch: z.boolean().describe('Silence by lunch also raises a home visit.'),
  doers: z.array(role).min(1).describe('Who visits then.'),
  dueInMinutes: minutes(480).describe('Time allowed for that visit.'),
  backWithinMinutes: z.int().min(10).max(480).describe('Whoever goes to a home is back, or says so, within this time.'),
  notBack: duty.describe('To find a visitor who has not said that they are back.'),
})
