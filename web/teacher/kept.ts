/**
 * Registers kept on this device: begun and not sent, or waiting for the connection. Marks by pupil id, no name of anybody; each only for
 * the person who took it.
 */
import * as z from 'zod'
import { session } from '../../events/values.ts'

const Marks = z.record(z.string(), z.string())

export const Kept = z.object({
  academy: z.string(),
  sub: z.string(),
  date: z.string(),
  session,
  class: z.string(),
  /** What the person saw when they began. */
  base: z.object({ version: z.int(), marks: Marks }),
  marks: Marks,
  /** `to-send`: submitted by the person · `begun`: still theirs to finish · `overtaken`: somebody else has saved it meanwhile. */
  state: z.enum(['begun', 'to-send', 'overtaken']),
})
export type Kept = z.output<typeof Kept>
export type KeptPlace = Pick<Kept, 'academy' | 'sub' | 'date' | 'session' | 'class'>

const PREFIX = 'firstbell.register.'
const listeners = new Set<() => void>()
let snapshot: readonly Kept[] | undefined

const keyOf = ({ academy, sub, date, session: half, class: classId }: KeptPlace): string =>
  PREFIX + [academy, sub, date, half, classId].join('.')

const readOne = (text: string | null): Kept | undefined => {
  try {
    return Kept.safeParse(JSON.parse(text ?? 'null')).data
  } catch {
    return undefined
  }
}

const changed = (): void => {
  snapshot = undefined
  for (const tell of listeners) tell()
}

/** Everything kept on this device; the same list until something changes. */
export const allKept = (): readonly Kept[] => {
  snapshot ??= Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .flatMap((key) => readOne(localStorage.getItem(key)) ?? [])
  return snapshot
}

export const keptAt = (place: KeptPlace): Kept | undefined => readOne(localStorage.getItem(keyOf(place)))

export const keep = (kept: Kept): void => {
  localStorage.setItem(keyOf(kept), JSON.stringify(kept))
  changed()
}

export const forget = (place: KeptPlace): void => {
  localStorage.removeItem(keyOf(place))
  changed()
}

/** Registers of days gone by that nobody submitted are nobody's work any more. */
export const forgetBegunBefore = (date: string): void => {
  for (const kept of allKept()) if (kept.state === 'begun' && kept.date < date) forget(kept)
}

export const listenToKept = (tell: () => void) => {
  listeners.add(tell)
  return (): void => void listeners.delete(tell)
}
