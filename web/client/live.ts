/** What a page shows, kept fresh while somebody looks at it. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type * as z from 'zod'
import { read } from './client.ts'
import { type Failure, ofReading } from './failure.ts'
import { schoolNow } from './school-clock.ts'
import { useSignIn } from './sign-in-state.ts'

const EVERY_SECONDS = 15
/** A first answer that takes longer is spoken of. */
const SLOW_SECONDS = 4

export interface Live<T> {
  readonly value: T | undefined
  /** Why it could not be read the last time; the value before it is still shown. */
  readonly failure: Failure | undefined
  /** The instant at which the API last said that it stands so. */
  readonly asOf: string | undefined
  /** The first answer is taking long. */
  readonly isSlow: boolean
  /** Reads again at once, after something was done. */
  readonly refresh: () => Promise<void>
}

interface State<T> extends Omit<Live<T>, 'refresh'> {
  readonly path: string
}

/**
 * Reads an address every fifteen seconds while the page is visible, and at once when it becomes so or the connection returns. `once`: what
 * does not change while somebody looks at it, such as a report of a year; asked for until it is there.
 */
export const useLive = <S extends z.ZodType>(
  schema: S,
  path: string,
  how: 'again' | 'once' = 'again',
): Live<z.output<S>> => {
  const token = useSignIn().who?.token
  const nothing: State<z.output<S>> = { path, value: undefined, failure: undefined, asOf: undefined, isSlow: false }
  const [state, setState] = useState(nothing)
  const asked = useRef<{ path: string; turn: number; etag: string | undefined }>({ path, turn: 0, etag: undefined })
  const there = useRef<string>(undefined)

  const refresh = useCallback(async (): Promise<void> => {
    if (asked.current.path !== path) asked.current = { path, turn: asked.current.turn, etag: undefined }
    const turn = ++asked.current.turn
    const heard = await read(schema, path, asked.current.etag)
    // A later question has been asked meanwhile: its answer is the newer.
    if (turn !== asked.current.turn || asked.current.path !== path) return
    if (heard.ok && 'value' in heard) asked.current.etag = heard.etag
    if (heard.ok) there.current = path
    const now = schoolNow()
    setState((was) => {
      const { value, asOf } = was.path === path ? was : { value: undefined, asOf: undefined }
      if (!heard.ok) return { path, value, asOf, failure: ofReading(heard.failure), isSlow: false }
      return { path, value: 'value' in heard ? heard.value : value, asOf: now, failure: undefined, isSlow: false }
    })
  }, [schema, path])

  // biome-ignore lint/correctness/useExhaustiveDependencies: nothing else changes what is asked
  useEffect(() => {
    const look = (): void => {
      const isEnough = how === 'once' && there.current === path
      if (document.visibilityState === 'visible' && !isEnough) void refresh()
    }
    look()
    const slow = setTimeout(
      () =>
        setState((was) => (was.path === path && (was.value || was.failure) ? was : { ...nothing, path, isSlow: true })),
      SLOW_SECONDS * 1000,
    )
    const timer = setInterval(look, EVERY_SECONDS * 1000)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    return () => {
      clearTimeout(slow)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
    }
  }, [refresh, path, how, token])

  return { ...(state.path === path ? state : nothing), refresh }
}
