/** Pages that come after the first: each in a file of its own, fetched when the first page stands, so that they are there without a connection. */
import { type ComponentType, createElement, lazy, Suspense } from 'react'

const loads: (() => Promise<unknown>)[] = []

/** A page whose script comes later. */
export const later = <P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> => {
  const Loaded: ComponentType<P> = lazy(async () => ({ default: await load() }))
  loads.push(load)
  return (props) => (
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
}

/** Fetches every page there is. One that cannot be had now is asked for again when somebody opens it. */
export const fetchLaterPages = async (): Promise<void> => {
  await Promise.allSettled(loads.map((load) => load()))
}
