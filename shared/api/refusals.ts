/** What the guard answers to whoever it does not let in. */
import { type HttpAnswer, problem } from '../platform/http.ts'

export const notYours = (): HttpAnswer =>
  problem({
    status: 403,
    code: 'not-yours',
    title: 'You may not do this in this academy.',
    remedy: 'Ask the academy’s attendance lead for the role you need.',
  })

export const noAcademy = (): HttpAnswer =>
  problem({
    status: 404,
    code: 'not-found',
    title: 'There is no such academy.',
    remedy: 'Use the academy’s name as its policy file gives it.',
  })
