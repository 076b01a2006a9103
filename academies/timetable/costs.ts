import type { Policy } from '../policy.ts'
import { CARRIERS } from './care.ts'
import { listed } from './words.ts'

/** What a part of a text is held to cost. */
export const whatTextsCost = ({ texts: { pencePerPart } }: Policy): readonly string[] => [
  `A part of a text costs ${listed(
    // The keys of a record by carrier are carriers.
    (Object.keys(pencePerPart) as Policy['texts']['provider'][]).map(
      (carrier) => `${pencePerPart[carrier]}p by ${CARRIERS[carrier]}`,
    ),
  )}, without VAT.`,
]
