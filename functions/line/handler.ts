import type { Context } from 'aws-lambda'
import type * as z from 'zod'
import { ConnectCallV1 } from '../../events/hooks/connect.ts'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { readAccounts } from '../../shared/adapters/texting/accounts.ts'
import { orCallOperator } from '../../shared/adapters/texting/held-accounts.ts'
import { answeringFunction } from '../../shared/platform/function-kinds.ts'
import { httpFunction, type Route } from '../../shared/platform/http.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { provedBy } from '../../shared/platform/provider-calls.ts'
import type { World } from '../../shared/ports/world.ts'
import { answerConnect } from './connect.ts'
import { Env } from './env.ts'
import type { LineRoute } from './routes-table.ts'
import type { StepPorts } from './take-step.ts'
import { answerTwilio } from './twilio.ts'

type Environment = z.output<typeof Env>

const portsOf = (env: Environment, world: World): StepPorts => ({
  stores: world.stores(env.TABLE),
  inbound: world.queue(env.INBOUND_QUEUE_URL),
  unread: world.queue(env.UNREAD_QUEUE_URL),
  now: world.clock.now(),
  log: world.log,
})

const ROUTES: Readonly<Record<LineRoute, Route<Environment>>> = {
  'POST /hooks/twilio/voice': async (request, env, world) =>
    provedBy(
      (again) => orCallOperator(world.log, 'all', () => readAccounts(world.secrets, env.ACCOUNTS_SECRET, again)),
      (accounts) => answerTwilio(request, accounts, portsOf(env, world)),
    ),
}

const fromConnect = answeringFunction({
  name: 'line',
  env: Env,
  input: ConnectCallV1,
  run: (call, env, world) => answerConnect(call, portsOf(env, world)),
})
const fromTwilio = httpFunction({ name: 'line', env: Env, routes: ROUTES })

type HttpEvent = Parameters<ReturnType<typeof fromTwilio>>[0]

const isHttp = (event: unknown): event is HttpEvent =>
  typeof event === 'object' && event !== null && 'routeKey' in event

/** Called by the flow of Amazon Connect, which waits for each answer, and by the HTTP API for the webhooks of Twilio. */
export const make = (world: World) => {
  const connect = fromConnect(world)
  const twilio = fromTwilio(world)
  return (event: unknown, context: Context): Promise<unknown> =>
    isHttp(event) ? twilio(event, context) : connect(event, context)
}

export const handler = lazily(() => make(awsWorld()))
