import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { type IGrantable, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3'
import type { Queue } from 'aws-cdk-lib/aws-sqs'

/** Files that come by an upload address are put under this; their arrival is what starts their import. */
export const UPLOADS = 'uploads/'

/**
 * Files sent in and reports on them. The notification is set on the bucket itself, not by CDK's helper, which would deploy a
 * function of its own; the queue therefore trusts the account's buckets, not this bucket's name.
 */
export const filesBucket = (stack: Stack, key: Key, imports: Queue, consoles: readonly string[]): Bucket => {
  const bucket = new Bucket(stack, 'Files', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    // A file is needed until its rows are live; the rows are the record.
    lifecycleRules: [
      {
        expiration: Duration.days(30),
        noncurrentVersionExpiration: Duration.days(30),
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    cors: [{ allowedMethods: [HttpMethods.PUT], allowedOrigins: [...consoles], allowedHeaders: ['content-type'] }],
  })
  const allowed = imports.addToResourcePolicy(
    new PolicyStatement({
      principals: [new ServicePrincipal('s3.amazonaws.com')],
      actions: ['sqs:SendMessage'],
      resources: [imports.queueArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  )
  const resource = bucket.node.defaultChild
  if (!(resource instanceof CfnBucket)) throw new TypeError('The bucket is not made of a CloudFormation bucket')
  resource.notificationConfiguration = {
    queueConfigurations: [
      {
        event: 's3:ObjectCreated:*',
        queue: imports.queueArn,
        filter: { s3Key: { rules: [{ name: 'prefix', value: UPLOADS }] } },
      },
    ],
  }
  // S3 checks at deployment that it may send.
  if (allowed.policyDependable) bucket.node.addDependency(allowed.policyDependable)
  return bucket
}

/** Puts files and reads them back. Listing is for the answer "no such file", which S3 otherwise calls forbidden; nothing is deleted. */
export const mayHoldFiles = (grantee: IGrantable, bucket: Bucket, under = ''): void => {
  const add = (action: string, resource: string) =>
    grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: [action], resources: [resource] }))
  add('s3:GetObject', bucket.arnForObjects(`${under}*`))
  add('s3:PutObject', bucket.arnForObjects(`${under}*`))
  add('s3:ListBucket', bucket.bucketArn)
}

/** Reads files and puts none. */
export const mayReadFiles = (grantee: IGrantable, bucket: Bucket, under = ''): void => {
  const add = (action: string, resource: string) =>
    grantee.grantPrincipal.addToPrincipalPolicy(new PolicyStatement({ actions: [action], resources: [resource] }))
  add('s3:GetObject', bucket.arnForObjects(`${under}*`))
  add('s3:ListBucket', bucket.bucketArn)
}

/** Puts files beside those that it may read. */
export const mayPutFiles = (grantee: IGrantable, bucket: Bucket, under: string): void => {
  const statement = new PolicyStatement({ actions: ['s3:PutObject'], resources: [bucket.arnForObjects(`${under}*`)] })
  grantee.grantPrincipal.addToPrincipalPolicy(statement)
}
