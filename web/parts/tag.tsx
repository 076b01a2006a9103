import type { ReactNode } from 'react'

export type Tone = 'calm' | 'good' | 'waiting' | 'urgent'

/** A word about how something stands. The tone repeats in colour what the word says. */
export const Tag = ({ tone = 'calm', children }: { readonly tone?: Tone; readonly children: ReactNode }) => (
  <strong className={`fb-tag fb-tag--${tone}`}>{children}</strong>
)
