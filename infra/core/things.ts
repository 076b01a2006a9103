/** What the core stack is made of, for whoever connects a function to some of it. */
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import type { EventBus } from 'aws-cdk-lib/aws-events'
import type { Role } from 'aws-cdk-lib/aws-iam'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import type { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { EvidenceBuckets } from './evidence.ts'

export interface Things {
  readonly table: TableV2
  readonly texts: Queue
  readonly look: Queue
  readonly imports: Queue
  readonly files: Bucket
  /** What is to be done with letters, and where they are kept. */
  readonly letterWork: Queue
  readonly letters: Bucket
  readonly evidence: EvidenceBuckets
  /** Bundles that are to be made. */
  readonly evidenceWork: Queue
  /** Drafts of policies that are to be rehearsed. */
  readonly rehearsals: Queue
  /** Academies whose night has been. */
  readonly seals: Queue
  /** Academies whose extracts may be due, and where extracts are kept. */
  readonly extractWork: Queue
  readonly extracts: Bucket
  /** Academies whose reports may be due. */
  readonly reportWork: Queue
  /** The key of pseudonyms in the Trust's extracts. */
  readonly pseudonyms: Secret
  readonly bus: EventBus
  readonly phones: Secret
  /** The trust's accounts with providers outside AWS, put by the operator. */
  readonly accounts: Secret
  /** Texts from parents, and receipts, on their way. */
  readonly inbound: Queue
  readonly receipts: Queue
  /** Proved calls of providers that could not be read. */
  readonly unread: Queue
  readonly timers: Role
  /** The role of the timetable, and where its failed calls go. */
  readonly schedules: Role
  readonly scheduleFailures: Queue
}
