/** How one signs in where this console is served: `config.json` beside the page says it. */
import * as z from 'zod'
import { type Failure, LOST, OLDER } from './failure.ts'

export const Hosted = z.object({
  kind: z.literal('hosted'),
  /** Address of the sign-in page, without a path. */
  at: z.url(),
  client: z.string(),
})
const Config = z.object({ signIn: z.discriminatedUnion('kind', [z.object({ kind: z.literal('local') }), Hosted]) })

export type SignInWay = z.output<typeof Config>['signIn']
export type HostedWay = z.output<typeof Hosted>

/** The way to sign in, or why it is not known. */
export const signInWay = async (): Promise<SignInWay | { readonly failure: Failure }> => {
  const answer = await fetch('config.json', { cache: 'no-store' }).catch(() => undefined)
  if (!answer?.ok) return { failure: LOST }
  const parsed = Config.safeParse(await answer.json().catch(() => undefined))
  return parsed.success ? parsed.data.signIn : { failure: OLDER }
}
