/** The page with the record of each child that the link may still show. */
import { countedMarksOf } from '../../shared/counting/pupil-marks.ts'
import { schoolYearOf } from '../../shared/domain/calendar.ts'
import { recordOf } from '../../shared/domain/family-page/record.ts'
import { firstName } from '../../shared/domain/people.ts'
import { localDate, localTime } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Opened } from './open-link.ts'
import { recordPage, type Shown } from './pages.ts'

export const showRecord = async (
  { link, policy, date, speech, pupils }: Opened,
  stores: Stores,
  came?: Shown['came'],
): Promise<string> => {
  const since = schoolYearOf(date)
  const children = await Promise.all(
    pupils.map(async ({ index, pupil }) => {
      const marks = await countedMarksOf(stores, link.academy, pupil, { from: since, until: date })
      return { index, name: firstName(pupil), record: recordOf(marks, since) }
    }),
  )
  return recordPage(speech, {
    school: policy,
    children,
    until: { date: localDate(link.until, policy.zone), time: localTime(link.until, policy.zone) },
    takesReasons: policy.reporting.via.includes('page'),
    ...(came === undefined ? {} : { came }),
  })
}
