import { answer } from '../../shared/api/call.ts'
import type { HttpAnswer } from '../../shared/platform/http.ts'
import type { Collected } from './use-cases/collect-extract.ts'

/** Hands over what was collected: by redirect, or for a page, which could not follow one, by its link. */
export const handed = ({ receipt, address }: Collected, hand: 'redirect' | 'link'): HttpAnswer =>
  hand === 'link' ? answer(200, { receipt, address }) : answer(303, { receipt }, { location: address })
