/** How a file is handed over: a page cannot follow a redirect to a file without taking the file itself, so it asks for the link. */
import { answer } from '../../shared/api/call.ts'
import type { HttpAnswer } from '../../shared/platform/http.ts'

export const HANDS = ['redirect', 'link'] as const

export const handed = (address: string, hand: (typeof HANDS)[number]): HttpAnswer =>
  hand === 'link' ? answer(200, { address }) : answer(303, undefined, { location: address })
