import { useState } from 'react'
import { MoreRows, usePortion } from '../parts/portion.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { ListRow } from './list-row.tsx'
import {
  type Day,
  type DayRow,
  HEADINGS,
  isAtRest,
  type Opened,
  type OpenRows,
  openedOf,
  type RowGroup,
  rowKey,
} from './rows.ts'

interface SectionProps {
  readonly group: RowGroup
  readonly day: Day
  readonly today: Today
  readonly refresh: () => Promise<void>
  readonly opened: OpenRows
  readonly open: (row: DayRow, what: Opened | undefined) => void
}

/** The rows of a section, a portion at a time: half a school may be in one. */
const Rows = ({ group, day, today, refresh, opened, open }: SectionProps) => {
  const { shown, list, ...portion } = usePortion(group.rows)
  return (
    <>
      <ul className="fb-rows" ref={list}>
        {shown.map((row) => (
          <ListRow
            key={rowKey(row)}
            row={row}
            day={day}
            today={today}
            opened={openedOf(opened, row)}
            open={(what) => open(row, what)}
            refresh={refresh}
          />
        ))}
      </ul>
      <MoreRows {...portion} of={HEADINGS[group.section].title} />
    </>
  )
}

/** What nothing waits for stands closed, and its rows are made when somebody looks. */
const AtRest = (props: SectionProps) => {
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="govuk-details fb-section" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">
          {HEADINGS[props.group.section].title}: {props.group.rows.length}
        </span>
      </summary>
      {isOpen ? <Rows {...props} /> : null}
    </details>
  )
}

export const SectionOfDay = (props: SectionProps) => {
  const { section, rows } = props.group
  const { title, about } = HEADINGS[section]
  if (isAtRest(section)) return <AtRest {...props} />
  return (
    <section className="fb-section" aria-label={title}>
      <h2 className="govuk-heading-m fb-section__title">
        {title} <span className="fb-count">{rows.length}</span>
      </h2>
      <p className="govuk-body-s fb-about">{about}</p>
      <Rows {...props} />
    </section>
  )
}
