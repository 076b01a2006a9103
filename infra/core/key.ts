import { ArnFormat, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Key } from 'aws-cdk-lib/aws-kms'

/** The trust's own key: table, queues, topics, files, secrets and logs are all encrypted with it. */
export const trustKey = (stack: Stack): Key => {
  const key = new Key(stack, 'Key', {
    alias: 'firstbell',
    description: 'Encrypts everything Firstbell keeps about pupils and families.',
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.RETAIN,
  })
  // Services that put messages on our queues and topics by themselves, for this account only.
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: ['sns', 's3', 'events', 'cloudwatch', 'sms-voice'].map(
        (service) => new ServicePrincipal(`${service}.amazonaws.com`),
      ),
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: ['*'],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  )
  key.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: [
        'kms:Encrypt',
        'kms:Decrypt',
        'kms:ReEncryptFrom',
        'kms:ReEncryptTo',
        'kms:GenerateDataKey',
        'kms:DescribeKey',
      ],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': ['/firstbell/*', 'sns/*'].map((name) =>
            stack.formatArn({
              service: 'logs',
              resource: 'log-group',
              resourceName: name,
              arnFormat: ArnFormat.COLON_RESOURCE_NAME,
            }),
          ),
        },
      },
    }),
  )
  return key
}
