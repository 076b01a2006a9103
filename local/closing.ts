/** What was opened, closed again in reverse order when the program ends, however it ends. */
import { processEnvironment } from '../shared/platform/environment.ts'

export interface Closing {
  /** Something to close. */
  add(close: () => Promise<void> | void): void
  /** Closes everything, once; a second caller waits for the first. One that cannot be closed does not keep the others open. */
  close(): Promise<void>
}

export const makeClosing = (): Closing => {
  const open: (() => Promise<void> | void)[] = []
  let closed: Promise<void> | undefined
  const closeAll = async (): Promise<void> => {
    for (let close = open.pop(); close; close = open.pop()) await Promise.resolve(close()).catch(() => undefined)
  }
  return {
    add: (close) => {
      open.push(close)
    },
    close: () => {
      closed ??= closeAll()
      return closed
    },
  }
}

/** How a terminal, a service manager or a closed window asks a program to end. */
const ENDINGS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const PARENT_WATCH_MILLISECONDS = 500

/**
 * Closes and exits when the program is asked to end, or when whoever started it under npm has gone without a word. The scripts of
 * `package.json` begin with `exec`: npm passes signals to its shell, and a shell passes them to nobody.
 */
export const closeOnEnding = (closing: Closing): void => {
  const end = (): void => {
    void closing.close().then(() => process.exit())
  }
  for (const ending of ENDINGS) process.once(ending, end)
  if (processEnvironment().npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    end()
  }, PARENT_WATCH_MILLISECONDS)
  watch.unref()
}
