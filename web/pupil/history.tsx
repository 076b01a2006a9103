import { ChronicleAnswer } from '../../events/api/pupils.ts'
import { addDays, localDate, localTime, spokenDate } from '../../shared/domain/time.ts'
import { useLive } from '../client/live.ts'
import { schoolNow } from '../client/school-clock.ts'
import { Empty } from '../parts/empty.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { type Entry, entryInWords, whoInWords } from './happenings.ts'

/** The days a page of history goes back to. */
const DAYS_BACK = 14

/** What was done about a pupil in the last fortnight, the latest day first, each day in order of time. */
export const History = ({ id, zone }: { readonly id: string; readonly zone: string }) => {
  const from = addDays(localDate(schoolNow(), zone), -DAYS_BACK)
  const live = useLive(ChronicleAnswer, `pupils/${id}/chronicle?from=${from}`)
  const days = Map.groupBy<string, Entry>(live.value?.entries ?? [], ({ at }) => localDate(at, zone))
  return (
    <section aria-label="History">
      <h2 className="govuk-heading-m">The last fortnight</h2>
      <Freshness live={live} />
      {live.value && days.size === 0 ? (
        <Empty>Nothing has happened. Texts, answers, calls, visits and corrections stand here.</Empty>
      ) : null}
      {[...days].toReversed().map(([date, entries]) => (
        <div key={date}>
          <h3 className="govuk-heading-s fb-day">{spokenDate(date)}</h3>
          <ol className="fb-timeline">
            {entries.map((entry) => (
              <li key={entry.id} className="fb-entry">
                <span className="fb-entry__time">{localTime(entry.at, zone)}</span>
                <span>
                  {entryInWords(entry)}
                  <span className="fb-entry__who">{whoInWords(entry)}</span>
                </span>
              </li>
            ))}
          </ol>
        </div>
      ))}
      {live.value?.next == null ? null : <p className="govuk-body">There is more than fits here.</p>}
    </section>
  )
}
