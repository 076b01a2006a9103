/** How pupils, classes and whoever is signed in are shown. */
import * as z from 'zod'
import { localDate, localTime, session } from '../values.ts'

/** Everybody who may use the console of an academy. */
export const STAFF_ROLES = ['teacher', 'office', 'lead', 'head', 'dsl', 'governor'] as const

const RegisterState = z
  .enum(['not-taken', 'draft', 'submitted', 'no-school'])
  .describe('How the register of one session stands.')

export const TodayAnswer = z
  .object({
    academy: z.object({ id: z.string(), name: z.string(), zone: z.string() }),
    sub: z.string().describe('Your staff id.'),
    roles: z.array(z.enum(STAFF_ROLES)),
    date: localDate,
    sessions: z
      .array(z.object({ session, opens: localTime, closes: localTime }))
      .describe('Local times of the registers.'),
    classes: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          pupils: z.int(),
          registers: z.object({ AM: RegisterState, PM: RegisterState }),
        }),
      )
      .describe('Those you may take: a teacher’s own and covered ones, all of them for the office.'),
  })
  .describe('You, and today.')

export const ClassAnswer = z
  .object({
    id: z.string(),
    name: z.string(),
    pupils: z
      .array(z.object({ id: z.string(), name: z.string() }))
      .describe('In surname order, those on the roll today.'),
  })
  .describe('A class and the names of its pupils.')
