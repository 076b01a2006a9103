/**
 * Visits recorded where there was no connection: kept on this device for whoever made them, by the child's id and without a name, and sent
 * when the connection returns.
 */
import { useEffect, useState, useSyncExternalStore } from 'react'
import * as z from 'zod'
import { VisitBody } from '../../events/api/office.ts'
import { VisitedAnswer } from '../../events/api/visit-answers.ts'
import { send } from '../client/client.ts'
import { isPassing } from '../client/failure.ts'
import type { SignedIn } from '../client/sign-in-state.ts'

const KeptVisit = z.object({
  academy: z.string(),
  sub: z.string(),
  body: VisitBody,
  /** Why the school’s record does not take it as it is. */
  refused: z.string().optional(),
})
export type KeptVisit = z.output<typeof KeptVisit>
export type VisitSent = Pick<KeptVisit, 'body'> & { readonly card: string | null; readonly meanwhile: string | null }

const PREFIX = 'firstbell.visit.'
const EVERY_SECONDS = 15
const listeners = new Set<() => void>()
let snapshot: readonly KeptVisit[] | undefined

const keyOf = ({ academy, sub, body }: KeptVisit): string => PREFIX + [academy, sub, body.pupil, body.at].join('.')

const readOne = (text: string | null): KeptVisit | undefined => {
  try {
    return KeptVisit.safeParse(JSON.parse(text ?? 'null')).data
  } catch {
    return undefined
  }
}

const changed = (): void => {
  snapshot = undefined
  for (const tell of listeners) tell()
}

const all = (): readonly KeptVisit[] => {
  snapshot ??= Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => readOne(localStorage.getItem(key)) ?? [])
  return snapshot
}

const listen = (tell: () => void) => {
  listeners.add(tell)
  return (): void => void listeners.delete(tell)
}

export const keepVisit = (visit: KeptVisit): void => {
  localStorage.setItem(keyOf(visit), JSON.stringify(visit))
  changed()
}

export const forgetVisit = (visit: KeptVisit): void => {
  localStorage.removeItem(keyOf(visit))
  changed()
}

let isSending = false

/** Sends what waits. What was refused waits for its visitor; what did not get through, for the next time. */
const sendAll = async (waiting: readonly KeptVisit[], tell: (sent: VisitSent) => void): Promise<void> => {
  if (isSending) return
  isSending = true
  for (const visit of waiting) {
    const sent = await send('POST', 'visits', visit.body, VisitedAnswer)
    if (sent.ok) {
      forgetVisit(visit)
      tell({ body: visit.body, card: sent.value.card, meanwhile: sent.value.meanwhile })
    } else if (!isPassing(sent.failure) && sent.failure.kind !== 'signed-out')
      keepVisit({ ...visit, refused: `${sent.failure.title} ${sent.failure.remedy}` })
  }
  isSending = false
}

export interface KeptVisits {
  /** Of this person: waiting for the connection, or refused. */
  readonly kept: readonly KeptVisit[]
  /** Sent since the console was opened, with what had happened meanwhile. */
  readonly sent: readonly VisitSent[]
  readonly sendNow: () => void
}

/** Keeps on sending while the console is open, whatever page is looked at. */
export const useKeptVisits = (who: SignedIn): KeptVisits => {
  const every = useSyncExternalStore(listen, all)
  const [sent, setSent] = useState<readonly VisitSent[]>([])
  const isMine = ({ academy, sub }: KeptVisit): boolean => academy === who.academy && sub === who.sub
  const kept = every.filter(isMine)
  const sendNow = (): void => {
    const waiting = all().filter((visit) => isMine(visit) && visit.refused === undefined)
    void sendAll(waiting, (one) => setSent((before) => [...before, one]))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: who is signed in decides what is sent
  useEffect(() => {
    sendNow()
    const timer = setInterval(sendNow, EVERY_SECONDS * 1000)
    window.addEventListener('online', sendNow)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', sendNow)
    }
  }, [who])
  return { kept, sent, sendNow }
}
