/** Pages that come after the first: each in a file of its own, fetched when the first page stands, so that they are there without a connection. */
import { type ComponentType, createElement, lazy, type ReactNode, Suspense } from 'react'

/** A page whose script comes later. */
export interface Later<P> {
  (props: P): ReactNode
  readonly load: () => Promise<unknown>
}

export const later = <P extends object>(load: () => Promise<ComponentType<P>>): Later<P> => {
  const Loaded: ComponentType<P> = lazy(async () => ({ default: await load() }))
  const page = (props: P): ReactNode => (
    <Suspense
      fallback={
        <p className="govuk-body" role="status">
          Loading…
        </p>
      }
    >
      {createElement(Loaded, props)}
    </Suspense>
  )
  return Object.assign(page, { load })
}

/** Fetches those of the pages that come later. One that cannot be had now is asked for again when somebody opens it. */
export const fetchLater = async (pages: readonly (object | Later<never>)[]): Promise<void> => {
  await Promise.allSettled(pages.map((page) => ('load' in page ? page.load() : undefined)))
}
