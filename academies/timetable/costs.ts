import type { Policy } from '../policy.ts'
import { CARRIERS } from './care.ts'
import { listed } from './words.ts'

/** What a part of a text is held to cost. */
export const whatTextsCost = ({ texts: { pencePerPart, warnAtPounds } }: Policy): readonly string[] => [
  `A part of a text costs ${listed(
    // The keys of a record by carrier are carriers.
    (Object.keys(pencePerPart) as Policy['texts']['provider'][]).map(
      (carrier) => `${pencePerPart[carrier]}p by ${CARRIERS[carrier]}`,
    ),
  )}, without VAT.`,
  `Above £${warnAtPounds} in a month the Attendance Lead is told, once. No text is kept back for what it costs.`,
]

/** What keeps a family's phone quiet. */
export const whatIsTooMuch = ({ texts: { perContactPerDay, quiet } }: Policy): readonly string[] => [
  `No family is texted by itself from ${quiet.from} to ${quiet.until}: what is still useful then waits, anything else is rung.`,
  `Nobody gets more than ${perContactPerDay} texts in a day: what comes on top is rung. Corrections always go.`,
]
