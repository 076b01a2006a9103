import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { ICommandHooks } from 'aws-cdk-lib/aws-lambda-nodejs'
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3'
import { VERIFIER } from '../../shared/adapters/evidence/verifier-file.ts'
import { FONT_FILES } from '../../shared/adapters/letters/font-files.ts'

/**
 * What was sent to parents. Nothing is written over, so a version that is not the newest is one that somebody took away: it can be brought back
 * for a month, and what was erased is gone for good after it. Batches are made again from it and go after a month.
 */
export const lettersBucket = (stack: Stack, key: Key): Bucket =>
  new Bucket(stack, 'KeptLetters', {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      { prefix: 'batches/', expiration: Duration.days(30) },
      { noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true },
    ],
  })

/** Puts the fonts beside the bundle, where the program asks for them by the name of their package, and the verifier of evidence. */
export const besideBundle = (what: { readonly fonts?: boolean; readonly verifier?: boolean }): ICommandHooks => ({
  beforeBundling: () => [],
  beforeInstall: () => [],
  afterBundling: (from, to) => [
    ...(what.fonts ? FONT_FILES : []).flatMap((file) => {
      const folder = file.split('/').slice(0, -1).join('/')
      return [
        `mkdir -p "${to}/node_modules/${folder}"`,
        `cp "${from}/node_modules/${file}" "${to}/node_modules/${file}"`,
      ]
    }),
    ...(what.verifier ? [`cp "${from}/shared/adapters/evidence/${VERIFIER}" "${to}/${VERIFIER}"`] : []),
  ],
})
