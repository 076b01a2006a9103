import { useState } from 'react'
import { DayAnswer } from '../../events/api/day.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { useLive } from '../client/live.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { ListRow, type Opened } from './list-row.tsx'
import { bySection, type Day, HEADINGS, isAtRest, type RowGroup, rowKey, summaryOf } from './rows.ts'

interface SectionProps {
  readonly group: RowGroup
  readonly day: Day
  readonly today: Today
  readonly refresh: () => Promise<void>
}

const SectionOfDay = ({ group, day, today, refresh }: SectionProps) => {
  const { title, about } = HEADINGS[group.section]
  const [opened, setOpened] = useState<{ readonly key: string; readonly what: Opened }>()
  const rows = (
    <ul className="fb-rows">
      {group.rows.map((row) => (
        <ListRow
          key={rowKey(row)}
          row={row}
          day={day}
          today={today}
          opened={opened?.key === rowKey(row) ? opened.what : undefined}
          open={(what) => setOpened(what === undefined ? undefined : { key: rowKey(row), what })}
          refresh={refresh}
        />
      ))}
    </ul>
  )
  if (isAtRest(group.section))
    return (
      <details className="govuk-details fb-section">
        <summary className="govuk-details__summary">
          <span className="govuk-details__summary-text">
            {title}: {group.rows.length}
          </span>
        </summary>
        {rows}
      </details>
    )
  return (
    <section className="fb-section" aria-label={title}>
      <h2 className="govuk-heading-m fb-section__title">
        {title} <span className="fb-count">{group.rows.length}</span>
      </h2>
      <p className="govuk-body-s fb-about">{about}</p>
      {rows}
    </section>
  )
}

/** The office's one list: whom to ring, what to confirm, where to look, in the order to act. */
export const DayPage = ({ today }: { readonly today: Today }) => {
  const live = useLive(DayAnswer, `days/${today.date}`)
  const { value: day, refresh } = live
  return (
    <Page title="Today" about={`${spokenDate(today.date)}. ${day ? summaryOf(day.rows) : ''}`}>
      <Freshness live={live} />
      {day?.rows.length === 0 ? (
        <Notice tone="good" title="Everybody is accounted for so far.">
          <p className="govuk-body">Who is missing appears here when the registers close.</p>
        </Notice>
      ) : null}
      {day
        ? bySection(day.rows).map((group) => (
            <SectionOfDay key={group.section} group={group} day={day} today={today} refresh={refresh} />
          ))
        : null}
    </Page>
  )
}
