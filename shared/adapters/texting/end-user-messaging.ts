/** Texts through AWS End User Messaging: two-way, with our reference echoed in its events and a time to live. */
import { type PinpointSMSVoiceV2Client, SendTextMessageCommand } from '@aws-sdk/client-pinpoint-sms-voice-v2'
import type { Instant } from '../../domain/time.ts'
import type { Texter, TexterSettings } from '../../ports/texter.ts'
import { outcomeOf } from './outcome.ts'

/** The limits of TimeToLive, in seconds. */
const SHORTEST_LIFE = 5
const LONGEST_LIFE = 259_200

const secondsLeft = (now: Instant, until: Instant): number =>
  Math.min(LONGEST_LIFE, Math.max(SHORTEST_LIFE, Math.floor((Date.parse(until) - Date.parse(now)) / 1000)))

/** `client` must make one attempt only: a repeated attempt after a lost answer would be a second text. */
export const endUserMessagingTexter = (
  client: PinpointSMSVoiceV2Client,
  settings: Pick<TexterSettings, 'configurationSet' | 'live'>,
): Texter => ({
  async send(text, now) {
    try {
      const { MessageId } = await client.send(
        new SendTextMessageCommand({
          DestinationPhoneNumber: text.to,
          OriginationIdentity: text.from,
          MessageBody: text.body,
          MessageType: 'TRANSACTIONAL',
          ConfigurationSetName: settings.configurationSet,
          TimeToLive: secondsLeft(now, text.usefulUntil),
          Context: { reference: text.reference },
          // Number, sender, permissions and spending are checked as for a real text; nothing is sent and nothing charged.
          DryRun: !settings.live,
        }),
      )
      return MessageId === undefined
        ? { outcome: 'uncertain' }
        : { outcome: 'accepted', providerId: MessageId, echoed: true }
    } catch (error) {
      return outcomeOf(error)
    }
  },
})
