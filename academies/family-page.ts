/** The page on which a parent reads their own child's record, by a link in a text: whether texts carry it, and how long it lives. */
import * as z from 'zod'

export const familyPage = z.strictObject({
  inTexts: z.boolean().describe('Texts whose wording says {page} carry a link to the record of that child.'),
  hours: z.int().min(1).max(168).describe('Hours after which the link opens nothing any more.'),
})
