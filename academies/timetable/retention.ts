/** How long records are kept, in sentences. */
import type { Policy } from '../policy.ts'
import { counted, doers } from './words.ts'

export const keptUntil = ({ retention, duties }: Policy): readonly string[] => [
  `Register entries are kept for ${counted(retention.registerYears, 'year', 'years')} from the end of the school year of the last one, everything else about a pupil for ${counted(retention.otherYears, 'year', 'years')}.`,
  `In September ${doers(duties.erasure.doers)} is asked about each pupil of whom that time is over. Nothing is erased before a person has said so, with the reason.`,
]
