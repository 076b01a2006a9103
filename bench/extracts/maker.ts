/** A function's process: it makes what it is asked for, one academy after another as a warm function would, and says how large it became. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import * as z from 'zod'
import type { Place, What } from './make-everything.ts'

/** What Lambda gives the function, and what of it is left for its heap. */
export const MOST_MEGABYTES = 512
const HEAP = 400

const Made = z.object({
  made: z.int(),
  kinds: z.array(z.string()).readonly(),
  rows: z.int(),
  bytes: z.int(),
  seconds: z.number(),
  /** The most that the process has held so far. */
  megabytes: z.number(),
})
export type MadeBy = z.output<typeof Made>

/** What an academy's night makes, or what the Trust asks of so many academies. */
export type Asked =
  | { readonly what: What; readonly academy: string; readonly place: Place }
  | { readonly what: 'trust'; readonly academies: readonly string[]; readonly place: Place }

export interface Maker {
  /** Rejects when the process ends: it was too small, or what it did failed. */
  make(asked: Asked): Promise<MadeBy>
  leave(): void
}

export const startMaker = (): Maker => {
  const child = fork(fileURLToPath(new URL('maker-process.ts', import.meta.url)), {
    execArgv: [`--max-old-space-size=${HEAP}`],
  })
  const ended = once(child, 'exit').then(([code]): never => {
    throw new Error(`The process of ${MOST_MEGABYTES} MB ended by itself (${code})`)
  })
  // Whoever waits for an answer is told; nobody else has to be.
  ended.catch(() => undefined)
  return {
    make: async (asked) => {
      const said = once(child, 'message')
      child.send(asked)
      const [message] = await Promise.race([said, ended])
      return Made.parse(message)
    },
    leave: () => {
      child.kill()
    },
  }
}
