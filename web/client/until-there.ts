/** What a page cannot begin without: asked for again, by itself, until it is there. */
import { useEffect, useState } from 'react'
import { type Failure, isPassing } from './failure.ts'

const EVERY_SECONDS = 5

interface Until<T> {
  readonly value: T | undefined
  /** Why it was not there the last time. */
  readonly failure: Failure | undefined
}

/** `ask` stays the same from one look of the page to the next. */
export const useUntilThere = <T>(
  ask: () => Promise<{ readonly value: T } | { readonly failure: Failure }>,
): Until<T> => {
  const [state, setState] = useState<Until<T>>({ value: undefined, failure: undefined })
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const look = async (): Promise<void> => {
      clearTimeout(timer)
      const heard = await ask()
      if (isOver) return
      setState({ value: undefined, failure: undefined, ...heard })
      isOver = 'value' in heard
      if ('failure' in heard && isPassing(heard.failure)) timer = setTimeout(() => void look(), EVERY_SECONDS * 1000)
    }
    const again = (): void => void (isOver || look())
    void look()
    window.addEventListener('online', again)
    return () => {
      isOver = true
      clearTimeout(timer)
      window.removeEventListener('online', again)
    }
  }, [ask])
  return state
}
