/** How answers of families are read, what they set off, and what the family hears back. */
import * as z from 'zod'
import { minutes, page, role, words } from './policy-parts.ts'

export const replies = z.strictObject({
  meanings: z
    .array(
      z.strictObject({
        code: z.string().describe('Code to propose.'),
        words: words.min(1).describe('Words that lead to it.'),
      }),
    )
    .describe('Read before the built-in words.'),
  dangerWords: words.min(1).describe('Page the safeguarding lead at once.'),
  ownDangerWords: words.describe('Words that page the safeguarding lead too, added to the trust’s by the school.'),
  pages: z.array(page).min(1).describe('Who is paged for a danger word, in turn.'),
  outOfHours: z.array(role).min(1).describe('Who is paged outside the school day.'),
  acknowledge: z
    .strictObject({
      on: z.boolean().describe('A parent who answers by text is thanked, without any name and at most once a day.'),
      withinMinutes: minutes(120).min(1).describe('Thanks that come later than this are not sent.'),
    })
    .describe('Thanks for an answer.'),
  illnessDays: z
    .int()
    .min(0)
    .max(5)
    .describe(
      'School days of plain illness in a row, days already authorised beside them counted, that an entitled contact’s reply authorises by itself; 0 leaves each to a person. Never for a vulnerable pupil.',
    ),
})
