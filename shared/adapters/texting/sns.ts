/** Texts through SNS. It echoes nothing of ours and cannot be asked, so an uncertain text is always a person's to settle. */
import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns'
import type { Texter } from '../../ports/texter.ts'
import { outcomeOf } from './outcome.ts'

/** `client` must make one attempt only: a repeated attempt after a lost answer would be a second text. */
export const snsTexter = (client: SNSClient): Texter => ({
  async send(text) {
    try {
      const { MessageId } = await client.send(
        new PublishCommand({
          PhoneNumber: text.to,
          Message: text.body,
          MessageAttributes: {
            'AWS.SNS.SMS.SMSType': { DataType: 'String', StringValue: 'Transactional' },
            'AWS.SNS.SMS.SenderID': { DataType: 'String', StringValue: text.senderId },
            'AWS.MM.SMS.OriginationNumber': { DataType: 'String', StringValue: text.from },
          },
        }),
      )
      return MessageId === undefined ? { outcome: 'uncertain' } : { outcome: 'accepted', providerId: MessageId }
    } catch (error) {
      return outcomeOf(error)
    }
  },
})
