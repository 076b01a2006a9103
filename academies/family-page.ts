/** The page on which a parent reads their own child's record, by a link in a text or a code in a letter: whether they carry it, and how long it lives. */
import * as z from 'zod'

export const familyPage = z.strictObject({
  inTexts: z.boolean().describe('Texts whose wording says {page} carry a link to the record of that child.'),
  hours: z.int().min(1).max(168).describe('Hours after which the link of a text opens nothing any more.'),
  inLetters: z
    .boolean()
    .describe(
      'Letters whose wording has {page} carry an address with a code to the record of that child; switched off, {page} is left out.',
    ),
  letterDays: z
    .int()
    .min(7)
    .max(90)
    .describe('Days after the date of a letter on which its code still opens the record.'),
})
