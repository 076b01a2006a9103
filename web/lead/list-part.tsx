import type { ReactNode } from 'react'

interface ListPartProps {
  readonly title: string
  readonly about?: string
  /** What is said in place of an empty list. */
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
    {count === 0 ? <p className="govuk-body">{empty}</p> : <ul className="fb-rows">{children}</ul>}
  </section>
)
