import type { GroupFigures } from '../domain/counting/group.ts'
import { ratesOf } from '../domain/counting/rate.ts'
import { absentIn } from '../domain/counting/tally.ts'
import type { TrustFigures } from '../domain/counting/trust.ts'
import type { Span } from '../domain/counting/window.ts'

const line = (
  who: string,
  span: Span,
  { pupils, tally, persistent, severe, belowLine, ...rest }: GroupFigures,
): string => {
  const { attendance } = ratesOf(tally)
  const sum = `${tally.attended} attended of ${tally.possible} possible`
  const missed = `${absentIn(tally)} missed (${tally.authorised} authorised, ${tally.unauthorised} unauthorised)`
  const standing = `${persistent} persistently and ${severe} severely absent, ${belowLine} below the school’s line, ${rest.persistentlyLate} persistently late`
  return `${who}, ${span.from} to ${span.until}: ${attendance === null ? 'no percentage' : `${attendance}%`} (${sum}); ${missed}; ${pupils} enrolment${pupils === 1 ? '' : 's'}: ${standing}.`
}

/** The trust's figures, a line for each academy and one for all together. */
export const trustInWords = ({ academies, trust, span, isUneven }: TrustFigures): readonly string[] => [
  ...academies.map(({ academy, span: own, figures }) => line(academy, own, figures)),
  ...(span === undefined ? ['No academy has sessions on these dates.'] : [line('The Trust', span, trust)]),
  ...(isUneven
    ? ['The academies are not counted over the same dates: the sum has some days of some of them only.']
    : []),
]
