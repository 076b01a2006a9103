import { type App, CfnOutput, Duration, Stack } from 'aws-cdk-lib'
import {
  CfnContactFlow,
  CfnInstance,
  CfnInstanceStorageConfig,
  CfnIntegrationAssociation,
} from 'aws-cdk-lib/aws-connect'
import { CfnPermission } from 'aws-cdk-lib/aws-lambda'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { type Core, REGION } from './core-stack.ts'
import { endedFlow, lineFlow } from './voice/line-flow.ts'

/** Messages are listened to within days; the record keeps what the office made of them. */
const DAYS_KEPT = 30

/** Where messages that callers leave are kept. Connect may write to buckets whose names begin like this one. */
const keepRecordings = (stack: Stack, instance: CfnInstance, { key }: Core): void => {
  const bucket = new Bucket(stack, 'Recordings', {
    bucketName: `amazon-connect-firstbell-${stack.account}`,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    lifecycleRules: [{ expiration: Duration.days(DAYS_KEPT) }],
  })
  new CfnInstanceStorageConfig(stack, 'KeepsRecordings', {
    instanceArn: instance.attrArn,
    resourceType: 'CALL_RECORDINGS',
    storageType: 'S3',
    s3Config: {
      bucketName: bucket.bucketName,
      bucketPrefix: 'line',
      encryptionConfig: { encryptionType: 'KMS', keyId: key.keyArn },
    },
  })
}

/**
 * The absence line at Amazon Connect: an instance, the flow, and leave for it to ask one function. Numbers are claimed by a person, who
 * points them at the flow (docs/line.md). Apart from the core because emulators know nothing of Connect.
 */
export const voiceStack = (app: App, core: Core): Stack => {
  const stack = new Stack(app, 'Firstbell-Voice', {
    env: { region: REGION },
    description: 'Firstbell: the absence line by Amazon Connect.',
  })
  const instance = new CfnInstance(stack, 'Instance', {
    identityManagementType: 'CONNECT_MANAGED',
    instanceAlias: `firstbell-${stack.account}`,
    attributes: {
      inboundCalls: true,
      // To put a caller through to the office.
      outboundCalls: true,
      contactflowLogs: false,
      contactLens: false,
    },
  })
  keepRecordings(stack, instance, core)
  const { functionArn } = core.line
  const association = new CfnIntegrationAssociation(stack, 'LineFunction', {
    instanceId: instance.attrArn,
    integrationType: 'LAMBDA_FUNCTION',
    integrationArn: functionArn,
  })
  const permission = new CfnPermission(stack, 'MayAsk', {
    action: 'lambda:InvokeFunction',
    functionName: functionArn,
    principal: 'connect.amazonaws.com',
    sourceAccount: stack.account,
    sourceArn: instance.attrArn,
  })
  const flow = (id: string, name: string, description: string, content: string): CfnContactFlow => {
    const made = new CfnContactFlow(stack, id, {
      instanceArn: instance.attrArn,
      type: 'CONTACT_FLOW',
      state: 'ACTIVE',
      name,
      description,
      content,
    })
    for (const first of [association, permission]) made.addResourceDependency(first)
    return made
  }
  const ended = flow(
    'EndedFlow',
    'Firstbell: a call has ended',
    'Tells Firstbell that a caller hung up.',
    JSON.stringify(endedFlow(functionArn)),
  )
  const line = flow(
    'LineFlow',
    'Firstbell: absence line',
    'Takes a report of absence. Point the school’s number at it.',
    JSON.stringify(lineFlow(functionArn, ended.attrContactFlowArn)),
  )
  new CfnOutput(stack, 'InstanceOutput', { value: instance.attrId })
  new CfnOutput(stack, 'LineFlowOutput', { value: line.attrContactFlowArn })
  return stack
}
