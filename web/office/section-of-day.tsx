import { useState } from 'react'
import { MoreRows, usePortion } from '../parts/portion.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { ListRow, type Opened } from './list-row.tsx'
import { type Day, type DayRow, HEADINGS, isAtRest, type RowGroup, rowKey } from './rows.ts'

/** The row at which somebody is at work, as it was when they opened it. */
export interface InHand {
  readonly row: DayRow
  readonly what: Opened
}

interface SectionProps {
  readonly group: RowGroup
  readonly day: Day
  readonly today: Today
  readonly inHand: InHand | undefined
  readonly take: (hand: InHand | undefined) => void
  readonly refresh: (isDone?: boolean) => Promise<void>
}

/** The rows of a section, a portion at a time: half a school may be in one. */
const Rows = ({ group, day, today, inHand, take, refresh }: SectionProps) => {
  const opened = inHand?.row.section === group.section ? rowKey(inHand.row) : undefined
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
            opened={opened === rowKey(row) ? inHand?.what : undefined}
            open={(what) => take(what && { row, what })}
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
