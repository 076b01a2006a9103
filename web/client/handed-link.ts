/** A link to a file that is made when it is asked for. It is good once, and for a minute: here it is gone before somebody follows it in vain. */
import { useEffect, useState } from 'react'
import type { Done } from './client.ts'
import type { Failure } from './failure.ts'

/** Less than a minute by the time that the answer takes to come and a person to press. */
const HOLDS_MS = 50_000
/** The browser has begun to follow it. */
const FOLLOWED_MS = 500

export interface HandedLink<A extends readonly unknown[]> {
  readonly address: string | undefined
  readonly isBusy: boolean
  readonly failure: Failure | undefined
  /** What became of the last one. */
  readonly ended: 'opened' | 'over' | undefined
  readonly ask: (...given: A) => Promise<void>
  /** Somebody has followed it. */
  readonly opened: () => void
}

export const useHandedLink = <A extends readonly unknown[]>(
  fetchLink: (...given: A) => Promise<Done<{ readonly address: string }>>,
): HandedLink<A> => {
  const [address, setAddress] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const [ended, setEnded] = useState<'opened' | 'over'>()
  const [isBusy, setBusy] = useState(false)
  const end = (how: 'opened' | 'over'): void => {
    setAddress(undefined)
    setEnded(how)
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each link has its own minute
  useEffect(() => {
    if (address === undefined) return undefined
    const timer = setTimeout(() => end('over'), HOLDS_MS)
    return () => clearTimeout(timer)
  }, [address])
  const ask = async (...given: A): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setEnded(undefined)
    const heard = await fetchLink(...given)
    setBusy(false)
    setFailure(heard.ok ? undefined : heard.failure)
    if (heard.ok) setAddress(heard.value.address)
  }
  return { address, isBusy, failure, ended, ask, opened: () => void setTimeout(() => end('opened'), FOLLOWED_MS) }
}
