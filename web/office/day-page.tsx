import { useState } from 'react'
import { DayAnswer } from '../../events/api/day.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { useLive } from '../client/live.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { bySection, type DayRow, heldInPlace, type Opened, type OpenRows, rowKey, summaryOf } from './rows.ts'
import { SectionOfDay } from './section-of-day.tsx'

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
  const { value: day, refresh } = live
  const [opened, setOpened] = useState<OpenRows>(new Map())
  const open = (row: DayRow, what: Opened | undefined): void =>
    setOpened((before) => {
      const others = [...before].filter(([key]) => key !== rowKey(row))
      return new Map(what === undefined ? others : [...others, [rowKey(row), { what, section: row.section }]])
    })
  return (
    <Page title="Today" about={`${spokenDate(today.date)}. ${day ? summaryOf(day.rows) : ''}`}>
      <Freshness live={live} />
      {day?.rows.length === 0 && today.classes.length > 0 ? <NobodyWaits today={today} /> : null}
      {day
        ? bySection(heldInPlace(day.rows, opened)).map((group) => (
            <SectionOfDay key={group.section} {...{ group, day, today, refresh, opened, open }} />
          ))
        : null}
    </Page>
  )
}
