import type { ReactNode } from 'react'

/** In place of an empty list. Says what would stand in it and when, and what to do meanwhile, if only to wait. */
export const Empty = ({ children }: { readonly children: ReactNode }) => (
  <p className="govuk-body fb-empty">{children}</p>
)
