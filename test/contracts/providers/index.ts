/** Every provider there is. The compiler asks for each; nothing else has to be said for all contracts to hold it. */
import type { Provider } from '../../../shared/ports/texter.ts'
import { endUserMessaging } from './end-user-messaging.ts'
import { notify } from './notify.ts'
import type { ProviderOfContract } from './provider.ts'
import { sns } from './sns.ts'
import { twilio } from './twilio.ts'

const BY_NAME: Readonly<Record<Provider, ProviderOfContract>> = {
  sns,
  'end-user-messaging': endUserMessaging,
  notify,
  twilio,
}

export const PROVIDERS: readonly ProviderOfContract[] = Object.values(BY_NAME)
