/** Who is on the school's site at this moment, and what came of asking ahead of the policy's hours. */
import * as z from 'zod'
import { localDate, localTime } from '../values.ts'

const OnSitePupil = z.object({
  id: z.string(),
  name: z.string(),
  is: z
    .enum(['in', 'left', 'away', 'unknown'])
    .describe('in: seen in school · left: signed out · away: marked as not in · unknown: no register says anything.'),
  at: localTime.optional().describe('When they left.'),
  why: z.string().optional().describe('What the mark of a child who is away means.'),
})

export const OnSiteAnswer = z
  .object({
    date: localDate,
    asOf: z.iso.datetime(),
    classes: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        register: z.enum(['AM', 'PM']).nullable().describe('The latest register that is in.'),
        pupils: z.array(OnSitePupil).describe('In surname order, those on the roll today.'),
      }),
    ),
  })
  .describe('Where the day’s registers say that each child is.')

const NamedPupil = z.object({ id: z.string(), name: z.string() })

export const TextNowAnswer = z
  .object({
    asked: z.array(NamedPupil).describe('Judged at this moment; what is due goes, unless something has held it since.'),
    not: z.array(NamedPupil.extend({ why: z.string() })).describe('About whom nothing goes, and why.'),
  })
  .describe('What was asked for, and for whom it cannot be.')
