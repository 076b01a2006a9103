/** Doing something that changes the record: once at a time, with what went wrong, and the page read again afterwards. */
import { useState } from 'react'
import { Anything, send } from './client.ts'
import type { Failure } from './failure.ts'

export interface Acting {
  readonly isBusy: boolean
  readonly failure: Failure | undefined
  /** Resolves with whether it was done. */
  readonly act: (method: 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body: unknown) => Promise<boolean>
}

/** `after` hears whether it was done. */
export const useAct = (after: (isDone: boolean) => Promise<void>): Acting => {
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const act: Acting['act'] = async (method, path, body) => {
    if (isBusy) return false
    setBusy(true)
    const done = await send(method, path, body, Anything)
    setFailure(done.ok ? undefined : done.failure)
    // Refused because somebody else was first: the list says how it stands now.
    await after(done.ok)
    setBusy(false)
    return done.ok
  }
  return { isBusy, failure, act }
}
