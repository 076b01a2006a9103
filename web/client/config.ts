/** How one signs in where this console is served: `config.json` beside the page says it. */
import * as z from 'zod'
import { type Failure, LOST, OLDER, unreached } from './failure.ts'

export const Hosted = z.object({
  kind: z.literal('hosted'),
  /** Address of the sign-in page, without a path. */
  at: z.url(),
  client: z.string(),
})
const Config = z.object({ signIn: z.discriminatedUnion('kind', [z.object({ kind: z.literal('local') }), Hosted]) })

export type SignInWay = z.output<typeof Config>['signIn']
export type HostedWay = z.output<typeof Hosted>

/** After this much silence it is asked for again. */
const MOST_MS = 20_000

/** The way to sign in, or why it is not known. */
export const signInWay = async (): Promise<{ readonly value: SignInWay } | { readonly failure: Failure }> => {
  const signal = AbortSignal.timeout(MOST_MS)
  const answer = await fetch('config.json', { cache: 'no-store', signal }).catch(unreached)
  if (!(answer instanceof Response)) return { failure: answer }
  if (!answer.ok) return { failure: LOST }
  const parsed = Config.safeParse(await answer.json().catch(() => undefined))
  return parsed.success ? { value: parsed.data.signIn } : { failure: OLDER }
}
