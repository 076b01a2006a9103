/** How the calls of providers are proved and answered, whatever they tell. */
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

/**
 * Answers a call by the accounts as this process knows them, and where they do not prove it once more by the accounts as they are now: a provider
 * that was given a new token a moment ago is not turned away, which it would take for the last word.
 */
export const provedBy = async <Accounts>(
  accountsOf: (again: boolean) => Promise<Accounts>,
  answer: (accounts: Accounts) => Promise<HttpAnswer>,
): Promise<HttpAnswer> => {
  const answered = await answer(await accountsOf(false))
  return answered === UNVERIFIED ? answer(await accountsOf(true)) : answered
}
