import type * as z from 'zod'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { readAccounts } from '../../shared/adapters/texting/accounts.ts'
import { orCallOperator } from '../../shared/adapters/texting/held-accounts.ts'
import { httpFunction, type Route } from '../../shared/platform/http.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { provedBy } from '../../shared/platform/provider-calls.ts'
import { Env } from './env.ts'
import type { Hook } from './hook.ts'
import { notifyReceipt, notifyReceived, notifyReturned } from './notify.ts'
import type { HookRoute } from './routes-table.ts'
import { twilioReceipt, twilioText } from './twilio.ts'

/** The accounts are read when a call comes, so that a replaced token is known without a deployment. */
const answering =
  (hook: Hook): Route<z.output<typeof Env>> =>
  async (request, env, world) =>
    provedBy(
      (again) => orCallOperator(world.log, 'all', () => readAccounts(world.secrets, env.ACCOUNTS_SECRET, again)),
      (accounts) =>
        hook(request, {
          accounts,
          inbound: world.queue(env.INBOUND_QUEUE_URL),
          receipts: world.queue(env.RECEIPTS_QUEUE_URL),
          letters: world.queue(env.LETTERS_QUEUE_URL),
          unread: world.queue(env.UNREAD_QUEUE_URL),
          log: world.log,
        }),
    )

const ROUTES: Readonly<Record<HookRoute, Route<z.output<typeof Env>>>> = {
  'POST /hooks/notify/receipt': answering(notifyReceipt),
  'POST /hooks/notify/received': answering(notifyReceived),
  'POST /hooks/notify/returned': answering(notifyReturned),
  'POST /hooks/twilio/receipt': answering(twilioReceipt),
  'POST /hooks/twilio/sms': answering(twilioText),
}

/** Called by the HTTP API for the providers' calls; nothing has been verified yet. */
export const make = httpFunction({ name: 'hooks', env: Env, routes: ROUTES })

export const handler = lazily(() => make(awsWorld()))
