/** Calls of Wonde's interface: the token as user, page after page, patient with a busy service, and never led elsewhere by an answer. */
import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'

export interface WondeAccount {
  readonly token: string
  /** The school's id at Wonde. */
  readonly school: string
}

export interface WondeSettings {
  /** Another host of Wonde's, or another address in tests. */
  readonly baseUrl: string
  readonly wait: (milliseconds: number) => Promise<unknown>
}

export const WONDE: WondeSettings = { baseUrl: 'https://api.wonde.com/v1.0/', wait: pause }

const PATIENCE_MILLISECONDS = 20_000
const TRIES = 5
const MOST_PAGES = 500
const LONGEST_WAIT_SECONDS = 60
const BUSY: readonly number[] = [429, 500, 502, 503, 504]

const Page = z.object({
  data: z.array(z.unknown()),
  meta: z.object({ pagination: z.object({ next: z.string().nullish() }) }).optional(),
})

/** What Wonde refuses is told by its status alone: an answer may hold what a person is called. */
export class WondeRefused extends Error {
  readonly status: number
  constructor(status: number) {
    super(`Wonde answered ${status}`)
    this.name = 'WondeRefused'
    this.status = status
  }
}

const waitOf = (answer: Response, tried: number): number => {
  const asked = Number(answer.headers.get('retry-after'))
  const seconds = Number.isFinite(asked) && asked > 0 ? Math.min(asked, LONGEST_WAIT_SECONDS) : 2 ** tried
  return seconds * 1000
}

export const askWonde = (account: () => Promise<WondeAccount>, settings: WondeSettings) => {
  const headersOf = ({ token }: WondeAccount) => ({
    authorization: `Basic ${Buffer.from(`${token}:`).toString('base64')}`,
    accept: 'application/json',
  })
  const send = (url: URL, init: RequestInit): Promise<Response> =>
    fetch(url, { ...init, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) })

  const addressOf = async (path: string): Promise<{ url: URL; known: WondeAccount }> => {
    const known = await account()
    return { url: new URL(`schools/${encodeURIComponent(known.school)}/${path}`, settings.baseUrl), known }
  }

  const read = async (url: URL, known: WondeAccount): Promise<unknown> => {
    for (let tried = 1; ; tried++) {
      const answer = await send(url, { headers: headersOf(known) })
      if (answer.ok) return answer.json()
      if (!BUSY.includes(answer.status) || tried === TRIES) throw new WondeRefused(answer.status)
      await settings.wait(waitOf(answer, tried))
    }
  }

  return {
    /** Everything behind an address, page after page, each entry parsed. */
    all: async <S extends z.ZodType>(path: string, entry: S): Promise<readonly z.output<S>[]> => {
      const { url: first, known } = await addressOf(path)
      const found: z.output<S>[] = []
      let url: URL | undefined = first
      for (let page = 0; url !== undefined; page++) {
        if (page === MOST_PAGES) throw new Error('Wonde lists more pages than any school has')
        const { data, meta } = Page.parse(await read(url, known))
        found.push(...data.map((each) => entry.parse(each)))
        const next: string | null | undefined = meta?.pagination.next
        url = next ? new URL(next, first) : undefined
        // The token goes with every call: an answer must not name who gets it.
        if (url && url.origin !== first.origin) throw new Error('Wonde’s next page is on another host')
      }
      return found
    },
    /** Writes once: whether a call that broke off was heard cannot be known, so it is not sent again here. */
    post: async (path: string, body: unknown): Promise<{ readonly status: number; readonly said: unknown }> => {
      const { url, known } = await addressOf(path)
      const answer = await send(url, {
        method: 'POST',
        headers: { ...headersOf(known), 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return { status: answer.status, said: await answer.json().catch(() => undefined) }
    },
  }
}
