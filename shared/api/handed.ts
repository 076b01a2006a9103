/** How a file is handed over: a page cannot follow a redirect to a file without taking the file itself, so it asks for the link. */
import type { HttpAnswer } from '../platform/http.ts'
import { answer } from './call.ts'

export const HANDS = ['redirect', 'link'] as const

interface Handed {
  /** Stands for a minute. */
  readonly address: string
  /** Of what is collected by somebody outside the school. */
  readonly receipt?: object
}

export const handed = (file: Handed, hand: (typeof HANDS)[number]): HttpAnswer => {
  const { address, ...receipt } = file
  if (hand === 'link') return answer(200, file)
  return answer(303, file.receipt && receipt, { location: address })
}
