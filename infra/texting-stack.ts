import { type App, CfnOutput, Stack } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { CfnConfigurationSet } from 'aws-cdk-lib/aws-smsvoice'
import { CONFIGURATION_SET } from './core/texting.ts'
import { type Core, REGION } from './core-stack.ts'

/** End User Messaging: what becomes of each text is told on one topic, what parents reply on another. */
export const textingStack = (app: App, core: Core): Stack => {
  const stack = new Stack(app, 'Firstbell-Texting', {
    env: { region: REGION },
    description: 'Firstbell: texts by AWS End User Messaging.',
  })
  new CfnConfigurationSet(stack, 'ConfigurationSet', {
    configurationSetName: CONFIGURATION_SET,
    eventDestinations: [
      {
        eventDestinationName: 'receipts',
        enabled: true,
        matchingEventTypes: ['TEXT_ALL'],
        snsDestination: { topicArn: core.events.topicArn },
      },
    ],
  })
  // A number is bought by a person, who names this role and the topic when switching on its replies (docs/operator.md).
  const replies = new Role(stack, 'Replies', {
    assumedBy: new ServicePrincipal('sms-voice.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  })
  core.inbound.grantPublish(replies)
  new CfnOutput(stack, 'RepliesRole', { value: replies.roleArn })
  new CfnOutput(stack, 'RepliesTopic', { value: core.inbound.topicArn })
  return stack
}
