import type { ReactNode } from 'react'
import { Empty } from '../parts/empty.tsx'

interface ListPartProps {
  readonly title: string
  readonly about?: string
  /** In place of an empty list: what would stand in it, and what to do meanwhile. */
  readonly empty: string
  readonly count: number
  readonly children: ReactNode
}

/** A list under a heading with its number; an empty one says what would stand in it. */
export const ListPart = ({ title, about, empty, count, children }: ListPartProps) => (
  <section className="fb-section" aria-label={title}>
    <h2 className="govuk-heading-m fb-section__title">
      {title} <span className="fb-count">{count}</span>
    </h2>
    {about === undefined ? null : <p className="govuk-body-s fb-about">{about}</p>}
    {count === 0 ? <Empty>{empty}</Empty> : <ul className="fb-rows">{children}</ul>}
  </section>
)
