/** What is shown of an earlier moment because it could not be read since: known for the whole page, however many of its parts wait. */
import { useEffect, useId, useSyncExternalStore } from 'react'
import type { Failure } from './failure.ts'

export interface Stale {
  /** Why it could not be read. */
  readonly title: Failure['title']
  /** The instant of which it is. */
  readonly asOf: string
}

const parts = new Map<string, Stale>()
let oldest: Stale | undefined
const listeners = new Set<() => void>()
const changed = (): void => {
  oldest = [...parts.values()].toSorted((one, other) => (one.asOf < other.asOf ? -1 : 1))[0]
  for (const tell of listeners) tell()
}
const listen = (tell: () => void) => {
  listeners.add(tell)
  return (): void => void listeners.delete(tell)
}

/** Says of one part of the page that it is of an earlier moment, as long as it is. */
export const useStalePart = (stale: Stale | undefined): void => {
  const id = useId()
  const { title, asOf } = stale ?? {}
  useEffect(() => {
    if (title === undefined || asOf === undefined) return undefined
    parts.set(id, { title, asOf })
    changed()
    return () => {
      parts.delete(id)
      changed()
    }
  }, [id, title, asOf])
}

/** The oldest of what is shown, if any of it is old. */
export const useStale = (): Stale | undefined => useSyncExternalStore(listen, () => oldest)
