import { type App, CfnOutput, Stack } from 'aws-cdk-lib'
import type { HttpApi } from 'aws-cdk-lib/aws-apigatewayv2'
import { EventBus } from 'aws-cdk-lib/aws-events'
import { PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import type { Key } from 'aws-cdk-lib/aws-kms'
import type { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs'
import type { Bucket } from 'aws-cdk-lib/aws-s3'
import { Secret } from 'aws-cdk-lib/aws-secretsmanager'
import type { Topic } from 'aws-cdk-lib/aws-sns'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { SignIn } from '../academies/sign-in.ts'
import { evidenceBuckets } from './core/evidence.ts'
import { extractsBucket } from './core/extracts.ts'
import { filesBucket } from './core/files.ts'
import { allFunctions } from './core/functions.ts'
import { httpApi } from './core/http.ts'
import { trustKey } from './core/key.ts'
import { lettersBucket } from './core/letters.ts'
import { deadLetters, RECEIPT_PATIENCE, workQueue } from './core/queues.ts'
import { recordTable } from './core/record.ts'
import { type StaffSignIn, signIn } from './core/sign-in.ts'
import { deliveryLogs } from './core/texting.ts'
import { schedulerRole, timersRole } from './core/timers.ts'
import { alarmsTopic, heardOnQueue } from './core/topics.ts'
import { wire } from './core/wiring.ts'
import { FOLDERS } from './folders.ts'

/** All data stays in London. */
export const REGION = 'eu-west-2'

/** What the other stacks need of this one. */
export interface Core {
  readonly stack: Stack
  readonly key: Key
  readonly sweep: NodejsFunction
  /** Answers the absence line. */
  readonly line: NodejsFunction
  readonly nightly: NodejsFunction
  /** Looks for texts of parents that nobody told us of. */
  readonly receivedTexts: NodejsFunction
  /** Answer what staff and officers ask. */
  readonly answering: Readonly<Record<'api' | 'reports' | 'extracts-api' | 'site', NodejsFunction>>
  readonly schedules: Role
  readonly scheduleFailures: Queue
  readonly staff: StaffSignIn
  readonly api: HttpApi
  readonly alarms: Topic
  readonly inbound: Topic
  readonly events: Topic
  /** Where the console sends files that are too large for a request. */
  readonly files: Bucket
}

/**
 * Everything but the academies: table, functions, API, queues, topics. It keeps to resource types that third-party emulators can
 * deploy; what they cannot is in the guard and texting stacks.
 */
export const coreStack = (
  app: App,
  trust: {
    readonly consoles: readonly string[]
    readonly signIn: SignIn
    readonly isLive: boolean
    readonly officers: readonly string[]
  },
): Core => {
  const stack = new Stack(app, 'Firstbell-Core', {
    env: { region: REGION },
    description: 'Firstbell: carries out the attendance policy of every academy of the trust.',
    terminationProtection: true,
  })
  const key = trustKey(stack)
  const alarms = alarmsTopic(stack, key)
  const ground = { key, alarms }
  const imports = workQueue(stack, 'ImportsQueue', ground, 'import')
  const inbound = workQueue(stack, 'InboundQueue', ground, 'inbound-text')
  const receipts = workQueue(stack, 'ReceiptsQueue', ground, 'receipts', RECEIPT_PATIENCE)
  const look = workQueue(stack, 'LookQueue', ground, 'look-again')
  const things = {
    table: recordTable(stack, key),
    texts: workQueue(stack, 'TextsQueue', ground, 'dispatch'),
    look,
    imports,
    files: filesBucket(stack, key, imports, trust.consoles),
    letterWork: workQueue(stack, 'LettersQueue', ground, 'letters'),
    letters: lettersBucket(stack, key),
    evidenceWork: workQueue(stack, 'EvidenceQueue', ground, 'evidence-bundle'),
    rehearsals: workQueue(stack, 'RehearsalsQueue', ground, 'rehearsal'),
    seals: workQueue(stack, 'SealQueue', ground, 'seal'),
    extractWork: workQueue(stack, 'ExtractsQueue', ground, 'extracts'),
    extracts: extractsBucket(stack, key),
    reportWork: workQueue(stack, 'ReportsQueue', ground, 'report-files'),
    pseudonyms: new Secret(stack, 'Pseudonyms', {
      description:
        'Makes the pseudonyms of the Trust’s extracts. A new one makes them all anew: files before and after do not match.',
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    }),
    evidence: evidenceBuckets(stack, key, trust.isLive),
    bus: new EventBus(stack, 'Bus', { eventBusName: 'firstbell', kmsKey: key }),
    phones: new Secret(stack, 'Phones', {
      description:
        'Hashes phone numbers for the look-up and seals references. The version before the last still works.',
      encryptionKey: key,
      generateSecretString: { passwordLength: 64, excludePunctuation: true },
    }),
    accounts: new Secret(stack, 'Accounts', {
      description:
        'The trust’s accounts at GOV.UK Notify and Twilio (docs/texts.md). Empty until an operator puts them.',
      encryptionKey: key,
      generateSecretString: { secretStringTemplate: '{"notify":{},"twilio":{}}', generateStringKey: 'unused' },
    }),
    inbound,
    receipts,
    unread: deadLetters(stack, 'UnreadCalls', ground, FOLDERS['inbound-text'].hurts, { heading: 'HOOK_UNREAD' }),
    timers: timersRole(stack, look),
    schedules: schedulerRole(stack, 'Schedules'),
    scheduleFailures: deadLetters(stack, 'ScheduleFailures', ground, FOLDERS.sweep.hurts),
  }
  const functions = allFunctions(stack, ground, things)
  wire(stack, ground, functions, things)
  const staff = signIn(stack, functions.roles, trust)
  const api = httpApi(stack, functions, key)
  const writer = deliveryLogs(stack, key, functions['receipts-from-logs'])

  const { schedules, scheduleFailures } = things
  schedules.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:InvokeFunction'],
      resources: [functions.sweep.functionArn, functions.nightly.functionArn, functions['received-texts'].functionArn],
    }),
  )
  scheduleFailures.grantSendMessages(schedules)

  for (const [id, value] of Object.entries({
    ApiAddress: api.apiEndpoint,
    StaffPool: staff.pool.userPoolId,
    StaffClient: staff.client.userPoolClientId,
    AlarmsTopic: alarms.topicArn,
    TextLogsRole: writer.roleArn,
    RecordTable: things.table.tableName,
  })) {
    new CfnOutput(stack, `${id}Output`, { value })
  }
  return {
    stack,
    key,
    sweep: functions.sweep,
    line: functions.line,
    nightly: functions.nightly,
    receivedTexts: functions['received-texts'],
    answering: functions,
    schedules,
    scheduleFailures,
    staff,
    api,
    alarms,
    inbound: heardOnQueue(stack, 'InboundTexts', key, inbound),
    events: heardOnQueue(stack, 'TextEvents', key, receipts),
    files: things.files,
  }
}
