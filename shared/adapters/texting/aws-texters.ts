/** The texters of a deployed function. Apart from the rest of its world, so that only the function that sends texts carries them. */
import { PinpointSMSVoiceV2Client } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import { SNSClient } from '@aws-sdk/client-sns'
import type { Secrets } from '../../ports/secrets.ts'
import type { Provider, Texter, TexterSettings } from '../../ports/texter.ts'
import type { Log, World } from '../../ports/world.ts'
import { once } from '../system/once.ts'
import { notifyAccount, twilioAccount } from './accounts.ts'
import { endUserMessagingTexter } from './end-user-messaging.ts'
import { orCallOperator } from './held-accounts.ts'
import { notifyTexter } from './notify.ts'
import { snsTexter } from './sns.ts'
import { twilioTexter } from './twilio.ts'

const PATIENCE_MILLISECONDS = 10_000

/**
 * A text is handed over at most once: the SDK must not try again by itself, and must give up well before the two-minute lease of
 * the claim runs out.
 */
export const handOverOnce = (patience = PATIENCE_MILLISECONDS) => ({
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 2_000, requestTimeout: patience, throwOnRequestTimeout: true },
})

export const awsTexters = (secrets: () => Secrets, log: Log): World['texter'] => {
  const sns = once(() => new SNSClient(handOverOnce()))
  const messaging = once(() => new PinpointSMSVoiceV2Client(handOverOnce()))
  const texters: Readonly<Record<Provider, (settings: TexterSettings) => Texter>> = {
    sns: () => snsTexter(sns()),
    'end-user-messaging': (settings) => endUserMessagingTexter(messaging(), settings),
    notify: ({ accountsSecret, account, live }) =>
      notifyTexter(() => orCallOperator(log, account, () => notifyAccount(secrets(), accountsSecret, account, live))),
    twilio: ({ accountsSecret, account }) =>
      twilioTexter(() => orCallOperator(log, account, () => twilioAccount(secrets(), accountsSecret, account))),
  }
  return (provider, settings) => texters[provider](settings)
}
