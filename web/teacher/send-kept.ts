/** Sends what was kept on this device as soon as it can be sent, for whoever took it. */
import { useEffect, useSyncExternalStore } from 'react'
import { RegisterAnswer } from '../../events/api/registers.ts'
import { type Done, send } from '../client/client.ts'
import type { SignedIn } from '../client/sign-in-state.ts'
import { allKept, forget, forgetBegunBefore, type Kept, keep, listenToKept } from './kept.ts'
import type { RegisterShown } from './marks.ts'

const EVERY_SECONDS = 15

/** Submits a register over the version its taker saw. */
export const sendRegister = ({ date, session, class: classId, marks, base }: Kept): Promise<Done<RegisterShown>> =>
  send(
    'PUT',
    `registers/${date}/${session}/${classId}`,
    { marks: Object.fromEntries(Object.entries(marks).map(([id, code]) => [id, { code }])), submitted: true },
    RegisterAnswer,
    { 'if-match': `"${base.version}"` },
  )

let isSending = false

/** A refusal needs its taker: the register page shows why. What merely did not get through waits for the next time. */
const sendAll = async (waiting: readonly Kept[]): Promise<void> => {
  if (isSending) return
  isSending = true
  for (const kept of waiting) {
    const sent = await sendRegister(kept)
    if (sent.ok) forget(kept)
    else if (sent.failure.kind === 'refused')
      keep({ ...kept, state: sent.failure.problem?.status === 409 ? 'overtaken' : 'begun' })
  }
  isSending = false
}

/** What this person has kept here that somebody should know of; it is being sent meanwhile. */
export const useKeptRegisters = (who: SignedIn, today: string | undefined): readonly Kept[] => {
  const all = useSyncExternalStore(listenToKept, allKept)
  const mine = (kept: Kept): boolean => kept.academy === who.academy && kept.sub === who.sub
  useEffect(() => {
    if (today !== undefined) forgetBegunBefore(today)
  }, [today])
  useEffect(() => {
    const isMine = (kept: Kept): boolean => kept.academy === who.academy && kept.sub === who.sub
    const go = (): void => void sendAll(allKept().filter((kept) => kept.state === 'to-send' && isMine(kept)))
    go()
    const timer = setInterval(go, EVERY_SECONDS * 1000)
    window.addEventListener('online', go)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', go)
    }
  }, [who])
  return all.filter((kept) => mine(kept) && kept.state !== 'begun')
}
