import type { Policy } from '../policy.ts'
import { counted } from './words.ts'

/** Whether parents get a link to their child's record, and how long it opens. */
export const onTheFamilyPage = ({
  familyPage: { inTexts, hours, inLetters, letterDays },
}: Policy): readonly string[] => [
  inTexts
    ? 'Texts whose wording says {page} carry a link to the record of the child they are about; it counts towards their parts.'
    : 'No text carries a link to a page of the child’s record.',
  `Such a link opens for ${counted(hours, 'hour', 'hours')}, on the one phone that opens it, for a parent who may be texted and is not barred.`,
  inLetters
    ? `Letters whose wording has {page} say where the record can be read, with a code that opens it for ${counted(letterDays, 'day', 'days')}, once, for a parent who may be written to at that address.`
    : `No letter says where the record can be read; one that did would open it for ${counted(letterDays, 'day', 'days')}.`,
]
