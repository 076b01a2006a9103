import { RemovalPolicy, type Stack } from 'aws-cdk-lib'
import { AttributeType, StreamViewType, TableEncryptionV2, TableV2 } from 'aws-cdk-lib/aws-dynamodb'
import { Effect, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'

const READS = ['GetItem', 'BatchGetItem', 'Query', 'ConditionCheckItem']
const WRITES = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem']
const STATEMENTS = ['PartiQLInsert', 'PartiQLUpdate', 'PartiQLDelete']

/** Partitions of the chronicle. */
const CHRONICLE = 'H#*'

const named = (actions: readonly string[]): string[] => actions.map((action) => `dynamodb:${action}`)

/** The one table, with its stream: pupil state, the day, and the chronicle in partitions of its own. */
export const recordTable = (stack: Stack, key: Key): TableV2 =>
  new TableV2(stack, 'Record', {
    partitionKey: { name: 'pk', type: AttributeType.STRING },
    sortKey: { name: 'sk', type: AttributeType.STRING },
    dynamoStream: StreamViewType.NEW_AND_OLD_IMAGES,
    encryption: TableEncryptionV2.customerManagedKey(key),
    pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true, recoveryPeriodInDays: 35 },
    deletionProtection: true,
    removalPolicy: RemovalPolicy.RETAIN,
    timeToLiveAttribute: 'ttl',
  })

const deny = (grantee: IGrantable, statement: PolicyStatement): void => {
  statement.effect = Effect.DENY
  grantee.grantPrincipal.addToPrincipalPolicy(statement)
}

/** Reading the whole table is never needed and would be one request away from every family: nobody may. */
export const neverScans = (grantee: IGrantable, table: TableV2): void =>
  deny(grantee, new PolicyStatement({ sid: 'NeverScan', actions: ['dynamodb:Scan'], resources: [table.tableArn] }))

const neverWritesChronicle = (grantee: IGrantable, table: TableV2): void =>
  deny(
    grantee,
    new PolicyStatement({
      sid: 'NeverWriteTheChronicle',
      actions: named([...WRITES, ...STATEMENTS]),
      resources: [table.tableArn],
      conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': [CHRONICLE] } },
    }),
  )

/** Reads the record and never writes it. */
export const mayReadRecord = (grantee: IGrantable, table: TableV2, key: Key): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: named(READS), resources: [table.tableArn] }),
  )
  key.grantEncryptDecrypt(grantee)
}

/** Changes links to families' pages, which are there already, and nothing else. */
export const mayMarkLinks = (grantee: IGrantable, table: TableV2): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['dynamodb:UpdateItem'],
      resources: [table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['LINK#*'] } },
    }),
  )
  neverWritesChronicle(grantee, table)
}

/** Reads and writes the record, but never the chronicle: what has happened cannot be rewritten by who made it happen. */
export const mayKeepRecord = (grantee: IGrantable, table: TableV2, key: Key): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({ actions: named([...READS, ...WRITES]), resources: [table.tableArn] }),
  )
  neverWritesChronicle(grantee, table)
  key.grantEncryptDecrypt(grantee)
}

/** Appends to the chronicle by the one action that refuses a key that exists already, and does nothing else to the table. */
export const mayAppendToChronicle = (grantee: IGrantable, table: TableV2, key: Key): void => {
  grantee.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['dynamodb:PartiQLInsert'],
      resources: [table.tableArn],
      conditions: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [CHRONICLE] } },
    }),
  )
  key.grantEncryptDecrypt(grantee)
}
