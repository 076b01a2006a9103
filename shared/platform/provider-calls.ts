/** How the calls of providers are answered, whatever they tell. */
import { type HttpAnswer, problem } from './http.ts'

/** Taken, and on its queue. */
export const TAKEN: HttpAnswer = { status: 204 }

/** The same answer whatever was wrong with the proof. */
export const UNVERIFIED: HttpAnswer = problem({
  status: 401,
  code: 'unverified',
  title: 'This call is not proved to be from the provider.',
  remedy: 'Put the token or the account of the provider into the accounts secret (docs/texts.md).',
})
