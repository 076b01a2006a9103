/** What goes to others on schedule: where it is kept, the function that makes it, and the one that hands it out. */
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import type { Environments, Folder } from '../folders.ts'
import { mayHoldFiles, mayPutFiles, mayReadFiles } from './files.ts'
import type { Things } from './things.ts'

/** Kept for a school year and what is asked about it afterwards: the rows of an extract are what a later one is compared with. */
export const extractsBucket = (stack: Stack, key: Key): Bucket =>
  new Bucket(stack, 'KeptExtracts', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [{ expiration: Duration.days(450), noncurrentVersionExpiration: Duration.days(30) }],
  })

/** Sends by the SFTP connectors of this account and place, which the operator sets up for a council, and by nothing else. */
const mayBringFiles = (grantee: NodejsFunction): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['transfer:StartFileTransfer', 'transfer:ListFileTransferResults'],
      resources: [Stack.of(grantee).formatArn({ service: 'transfer', resource: 'connector', resourceName: '*' })],
    }),
  )
}

/** Makes a function that keeps the record. */
type Make = <F extends Folder>(folder: F, environment: Environments[F]) => NodejsFunction

/** The function that makes extracts, and the one that answers about figures and hands extracts out. */
export const extractFunctions = (make: Make, { table, extracts, extractWork, letters, pseudonyms }: Things) => {
  const making = make('extracts', {
    TABLE: table.tableName,
    EXTRACTS_BUCKET: extracts.bucketName,
    EXTRACTS_QUEUE_URL: extractWork.queueUrl,
    PSEUDONYMS_SECRET: pseudonyms.secretArn,
  })
  mayHoldFiles(making, extracts)
  pseudonyms.grantRead(making)
  extractWork.grantSendMessages(making)
  mayBringFiles(making)
  const answering = make('extracts-api', {
    TABLE: table.tableName,
    EXTRACTS_BUCKET: extracts.bucketName,
    LETTERS_BUCKET: letters.bucketName,
    EXTRACTS_QUEUE_URL: extractWork.queueUrl,
  })
  mayReadFiles(answering, extracts)
  // Packs of referrals are kept with the letters; of these no other is an officer's.
  mayReadFiles(answering, letters, 'referrals/')
  // The academies' extracts put together are made when the Trust asks for them.
  mayPutFiles(answering, extracts, 'trust/')
  extractWork.grantSendMessages(answering)
  return { extracts: making, 'extracts-api': answering }
}
