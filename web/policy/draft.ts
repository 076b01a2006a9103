/** What somebody has changed of the policy and not published: held while the console is open, in whatever page they look at. */
import { useSyncExternalStore } from 'react'
import type { Edits } from './values.ts'

let drafts: Readonly<Record<string, Edits>> = {}
const listeners = new Set<() => void>()
const NOTHING: Edits = {}

const listen = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

export const keepDraft = (academy: string, edits: Edits): void => {
  drafts = { ...drafts, [academy]: edits }
  for (const tell of listeners) tell()
}

export const useDraft = (academy: string): Edits => useSyncExternalStore(listen, () => drafts[academy] ?? NOTHING)
