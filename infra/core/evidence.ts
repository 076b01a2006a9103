import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention } from 'aws-cdk-lib/aws-s3'

import { ACADEMY_OWNER } from '../../shared/domain/evidence/entry.ts'

/** Every entry of a register is kept for at least six years. Source: SI 2024/208 regulation 7. A leap day more than six years. */
const LOCKED = Duration.days(6 * 365 + 2)
/** To the end of the school year in which the six years end. */
const KEPT = Duration.days(7 * 365 + 2)

/** What an operator types to have evidence that nobody can delete, not even the account's owner, until its time is over. */
export const CONFIRMATION = 'nobody can delete this evidence for six years'

/**
 * How evidence is locked: governance, which a named administrator may lift, unless the operator asks for compliance, for a trust that is
 * live, in so many words. Throws on anything else, because compliance can never be taken back.
 */
export const lockOf = (
  context: { readonly lock: unknown; readonly confirmed: unknown },
  isLive: boolean,
): ObjectLockRetention => {
  const { lock = 'governance', confirmed } = context
  if (lock === 'governance') return ObjectLockRetention.governance(LOCKED)
  if (lock !== 'compliance') throw new Error('evidenceLock is governance or compliance. Correct the context.')
  if (!isLive)
    throw new Error(
      'Evidence is locked for compliance only when an academy is live. Leave evidenceLock out until then.',
    )
  if (confirmed !== CONFIRMATION)
    throw new Error(
      `A compliance lock can never be lifted. If you mean it, deploy with -c evidenceLock=compliance -c evidenceLockConfirmed="${CONFIRMATION}".`,
    )
  return ObjectLockRetention.compliance(LOCKED)
}

export interface EvidenceBuckets {
  /** What has happened, sealed day by day. */
  readonly evidence: Bucket
  /** The keys that it is kept under, a file for each pupil. */
  readonly keys: Bucket
}

/** Two buckets: one in which nothing can be changed or deleted, and one whose files can be, so that what a key opened is lost with it. */
export const evidenceBuckets = (stack: Stack, key: Key, isLive: boolean): EvidenceBuckets => {
  const safe = {
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    enforceSSL: true,
    removalPolicy: RemovalPolicy.RETAIN,
  }
  const context = {
    lock: stack.node.tryGetContext('evidenceLock'),
    confirmed: stack.node.tryGetContext('evidenceLockConfirmed'),
  }
  return {
    evidence: new Bucket(stack, 'Evidence', {
      ...safe,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: lockOf(context, isLive),
      lifecycleRules: [{ expiration: KEPT, noncurrentVersionExpiration: Duration.days(1) }],
    }),
    // No versions: a key that is destroyed must be gone.
    keys: new Bucket(stack, 'EvidenceKeys', { ...safe, versioned: false }),
  }
}

const allow = (grantee: IGrantable, actions: readonly string[], resources: readonly string[]): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: actions.map((action) => `s3:${action}`), resources: [...resources] }),
  )
}

/** Puts evidence under some beginnings of paths. What is there can be neither written over nor deleted: the lock keeps every version. */
export const mayPutEvidence = (
  grantee: IGrantable,
  { evidence }: EvidenceBuckets,
  beginnings: readonly string[],
): void =>
  allow(
    grantee,
    ['PutObject'],
    beginnings.map((beginning) => evidence.arnForObjects(`${beginning}/*`)),
  )

/** Reads evidence under some beginnings of paths. Listing is for the answer "no such file", and for what arrived on a day. */
export const mayReadEvidence = (
  grantee: IGrantable,
  { evidence }: EvidenceBuckets,
  beginnings: readonly string[],
): void => {
  allow(
    grantee,
    ['GetObject'],
    beginnings.map((beginning) => evidence.arnForObjects(`${beginning}/*`)),
  )
  allow(grantee, ['ListBucket'], [evidence.bucketArn])
}

/**
 * Reads keys: of everybody, and with `make` makes those of new pupils; or of the academies alone, which open whole registers and no pupil's
 * history. No function may destroy one: an operator does (docs/evidence.md).
 */
export const mayUseKeys = (
  grantee: IGrantable,
  { keys }: EvidenceBuckets,
  which: 'make' | 'read' | 'academies',
): void => {
  const path = which === 'academies' ? `keys/*/${ACADEMY_OWNER}` : 'keys/*'
  allow(grantee, which === 'make' ? ['GetObject', 'PutObject'] : ['GetObject'], [keys.arnForObjects(path)])
  allow(grantee, ['ListBucket'], [keys.bucketArn])
}
