/** What was sent and has not been answered for so long that whoever pressed should hear of it. */
import { useSyncExternalStore } from 'react'

const SLOW_SECONDS = 4

let waiting = 0
const listeners = new Set<() => void>()
const change = (by: 1 | -1): void => {
  waiting += by
  for (const tell of listeners) tell()
}
const listen = (tell: () => void) => {
  listeners.add(tell)
  return (): void => void listeners.delete(tell)
}

/** Answers as `sending` does; meanwhile it may be spoken of. */
export const spokenOf = async <T>(sending: Promise<T>): Promise<T> => {
  let isSlow = false
  const timer = setTimeout(() => {
    isSlow = true
    change(1)
  }, SLOW_SECONDS * 1000)
  try {
    return await sending
  } finally {
    clearTimeout(timer)
    if (isSlow) change(-1)
  }
}

export const useIsSendingSlowly = (): boolean => useSyncExternalStore(listen, () => waiting > 0)
