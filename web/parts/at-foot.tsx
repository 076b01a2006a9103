import { localDate, localTime, spokenDate, spokenTime } from '../../shared/domain/time.ts'
import { schoolNow } from '../client/school-clock.ts'
import { useIsSendingSlowly } from '../client/slow-sends.ts'
import { type Stale, useStale } from '../client/stale.ts'

const asOfInWords = ({ asOf }: Stale, zone: string): string => {
  const time = spokenTime(localTime(asOf, zone))
  const date = localDate(asOf, zone)
  return date === localDate(schoolNow(), zone) ? time : `${time} on ${spokenDate(date)}`
}

/** At the foot of the window, wherever on a long page somebody is: that what they see is old, that what they sent is on its way. Each is spoken once. */
export const AtFoot = ({ zone }: { readonly zone: string }) => {
  const stale = useStale()
  const isSlow = useIsSendingSlowly()
  return (
    <div className="fb-foot">
      <p className="fb-foot__line fb-foot__line--stale" role="status">
        {stale === undefined
          ? ''
          : `${stale.title} What you see is as of ${asOfInWords(stale, zone)}; the page goes on trying by itself, and what you enter stays.`}
      </p>
      <p className="fb-foot__line" role="status">
        {isSlow ? 'Still sending: Firstbell is slow to answer. Wait here; what you entered is not lost.' : ''}
      </p>
    </div>
  )
}
