import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { Effect, type IGrantable, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda'
import { FilterPattern, LogGroup, RetentionDays, SubscriptionFilter } from 'aws-cdk-lib/aws-logs'
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations'

/** The configuration set of End User Messaging: made in the texting stack, known here by its name. */
export const CONFIGURATION_SET = 'firstbell'

/** Sends texts to phones by either provider. A phone has no ARN, so SNS asks for everything, and topics are taken out again. */
export const maySendTexts = (grantee: IGrantable, stack: Stack): void => {
  const add = (statement: PolicyStatement) => grantee.grantPrincipal.addToPrincipalPolicy(statement)
  add(new PolicyStatement({ sid: 'TextPhones', actions: ['sns:Publish'], resources: ['*'] }))
  add(
    new PolicyStatement({
      sid: 'NeverTopics',
      effect: Effect.DENY,
      actions: ['sns:Publish'],
      resources: [stack.formatArn({ service: 'sns', region: '*', account: '*', resource: '*' })],
    }),
  )
  const senders = ['phone-number/*', 'sender-id/*', 'pool/*', `configuration-set/${CONFIGURATION_SET}`]
  add(
    new PolicyStatement({
      sid: 'SendByEndUserMessaging',
      actions: ['sms-voice:SendTextMessage'],
      resources: senders.map((resource) => stack.formatArn({ service: 'sms-voice', resource })),
    }),
  )
}

/**
 * SNS tells what became of a text only in two log groups. They are made here, so that they are kept no longer than needed, and a
 * function reads along. SNS writes them by a role that the account's text settings name (see docs/operator.md).
 */
export const deliveryLogs = (stack: Stack, key: Key, reader: Lambda): Role => {
  const writer = new Role(stack, 'DeliveryLogs', { assumedBy: new ServicePrincipal('sns.amazonaws.com') })
  for (const [id, ending] of [
    ['Delivered', ''],
    ['Undelivered', '/Failure'],
  ] as const) {
    const logGroup = new LogGroup(stack, `${id}Log`, {
      logGroupName: `sns/${stack.region}/${stack.account}/DirectPublishToPhoneNumber${ending}`,
      // The lines hold phone numbers; the record has what matters within minutes.
      retention: RetentionDays.ONE_WEEK,
      encryptionKey: key,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    logGroup.grantWrite(writer)
    new SubscriptionFilter(stack, `${id}Read`, {
      logGroup,
      destination: new LambdaDestination(reader),
      filterPattern: FilterPattern.allEvents(),
    })
  }
  return writer
}
