import { useEffect, useState } from 'react'
import { DayAnswer } from '../../events/api/day.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { useLive } from '../client/live.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { bySection, rowKey, summaryOf, withRowInHand } from './rows.ts'
import { type InHand, SectionOfDay } from './section-of-day.tsx'

/** An empty list is good news only once the registers are in. */
const NobodyWaits = ({ today }: { readonly today: Today }) =>
  today.classes.some(({ registers }) => registers.AM === 'submitted') ? (
    <Notice tone="good" title="Everybody is accounted for so far.">
      <p className="govuk-body fb-empty">
        There is nobody to ring. Who is missing appears here when the registers close.
      </p>
    </Notice>
  ) : (
    <Notice title="No register is in yet.">
      <p className="govuk-body fb-empty">
        There is nothing to do. Who is missing appears here when the registers come in, and a register that does not
        come, too.
      </p>
    </Notice>
  )

/** The office's one list: whom to ring, what to confirm, where to look, in the order to act. */
export const DayPage = ({ today }: { readonly today: Today }) => {
  const live = useLive(DayAnswer, `days/${today.date}`)
  const { value: day } = live
  const [inHand, setInHand] = useState<InHand>()
  // What was done goes where it belongs; what was not stays under the hands of whoever tried.
  const [isDone, setDone] = useState(false)
  const refresh = async (done = true): Promise<void> => {
    await live.refresh()
    setDone(done)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each thing that is done
  useEffect(() => {
    if (!isDone) return
    setDone(false)
    const now = day?.rows.find((row) => inHand && rowKey(row) === rowKey(inHand.row))
    if (now?.section !== inHand?.row.section) setInHand(undefined)
  }, [isDone])
  const held = isDone ? undefined : inHand?.row
  return (
    <Page title="Today" about={`${spokenDate(today.date)}. ${day ? summaryOf(day.rows) : ''}`}>
      <Freshness live={live} />
      {day?.rows.length === 0 && today.classes.length > 0 ? <NobodyWaits today={today} /> : null}
      {day
        ? bySection(withRowInHand(day.rows, held)).map((group) => (
            <SectionOfDay
              key={group.section}
              group={group}
              day={day}
              today={today}
              inHand={inHand}
              take={setInHand}
              refresh={refresh}
            />
          ))
        : null}
    </Page>
  )
}
