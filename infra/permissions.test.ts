import { Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { FOLDERS } from './folders.ts'
import { sampleStacks } from './sample-academies.ts'

interface Statement {
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Resource: unknown
  readonly Condition?: unknown
}

const statements = new Map<string, readonly Statement[]>()
const actionsOf = (statement: Statement): readonly string[] => [statement.Action].flat()
const of = (folder: string, effect: Statement['Effect']) =>
  (statements.get(folder) ?? []).filter(({ Effect }) => Effect === effect)
const allowed = (folder: string) => of(folder, 'Allow').flatMap(actionsOf)
const FOLDER_NAMES = Object.keys(FOLDERS)

beforeAll(() => {
  const template = Template.fromStack(sampleStacks(1).core)
  const policies = Object.values(template.findResources('AWS::IAM::Policy'))
  for (const made of Object.values(template.findResources('AWS::Lambda::Function'))) {
    const role = made.Properties.Role['Fn::GetAtt'][0]
    const own = policies.filter(({ Properties }) => Properties.Roles.some((each: { Ref: string }) => each.Ref === role))
    statements.set(
      made.Metadata['firstbell.folder'],
      own.flatMap(({ Properties }) => Properties.PolicyDocument.Statement),
    )
  }
})

describe('the chronicle', () => {
  test('is written by one function, with the one action that refuses what exists, and only there', () => {
    const table = of('chronicle', 'Allow').filter((each) =>
      actionsOf(each).some((action) => /^dynamodb:(?!.*(Stream|Records|ShardIterator))/.test(action)),
    )
    expect(table).toHaveLength(1)
    expect(table[0]).toMatchObject({
      Action: 'dynamodb:PartiQLInsert',
      Condition: { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['H#*'] } },
    })
  })

  test.each(FOLDER_NAMES.filter((folder) => folder !== 'chronicle'))(
    'is closed to %s, whatever else it may write',
    (folder) => {
      const writes = allowed(folder).filter((action) => /^dynamodb:(Put|Update|Delete|BatchWrite|PartiQL)/.test(action))
      expect(allowed(folder)).not.toContain('dynamodb:PartiQLInsert')
      if (writes.length === 0) return
      const closed = of(folder, 'Deny').find(({ Condition }) => JSON.stringify(Condition ?? '').includes('H#*'))
      expect(closed?.Condition).toEqual({ 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': ['H#*'] } })
      expect(actionsOf(closed ?? { Effect: 'Deny', Action: [], Resource: '' })).toEqual(expect.arrayContaining(writes))
    },
  )
})

describe('the seal', () => {
  test('has neither the record nor a key: it reads hashes and puts seals, and nobody else puts one', () => {
    expect(allowed('seal').filter((action) => action.startsWith('dynamodb:'))).toEqual([])
    expect(JSON.stringify(of('seal', 'Allow').map(({ Resource }) => Resource))).not.toContain('EvidenceKeys')
    const sealers = FOLDER_NAMES.filter((folder) =>
      of(folder, 'Allow').some(
        (each) => actionsOf(each).includes('s3:PutObject') && JSON.stringify(each.Resource).includes('/seals/'),
      ),
    )
    expect(sealers).toEqual(['seal'])
  })
})

describe('every function', () => {
  test.each(FOLDER_NAMES)('%s may never read the whole table', (folder) => {
    expect(of(folder, 'Deny').flatMap(actionsOf)).toContain('dynamodb:Scan')
    expect(allowed(folder)).not.toContain('dynamodb:Scan')
  })

  test.each(FOLDER_NAMES)('%s may do nothing by a wildcard but with the trust’s own key', (folder) => {
    expect(allowed(folder).filter((action) => action.includes('*') && !action.startsWith('kms:'))).toEqual([])
  })
})

describe('texts', () => {
  test('only dispatch may send one', () => {
    const senders = FOLDER_NAMES.filter((folder) =>
      allowed(folder).some((action) => ['sns:Publish', 'sms-voice:SendTextMessage'].includes(action)),
    )
    expect(senders).toEqual(['dispatch'])
  })

  test('dispatch may text a phone but speak on no topic', () => {
    const closed = of('dispatch', 'Deny').find((each) => actionsOf(each).includes('sns:Publish'))
    expect(JSON.stringify(closed?.Resource)).toContain(':sns:*:*:*')
  })
})

describe('the calls of providers', () => {
  test('hooks answers at once: it may read its accounts and put on four queues, and do nothing else', () => {
    const actions = allowed('hooks').filter((action) => !/^(kms|logs):/.test(action))
    expect(new Set(actions)).toEqual(
      new Set([
        'secretsmanager:GetSecretValue',
        'secretsmanager:DescribeSecret',
        'sqs:SendMessage',
        'sqs:GetQueueAttributes',
        'sqs:GetQueueUrl',
      ]),
    )
    const queues = of('hooks', 'Allow').filter((each) => actionsOf(each).includes('sqs:SendMessage'))
    const names = queues.map(({ Resource }) => JSON.stringify(Resource).replace(/.*"(\w+?)[0-9A-F]{8}".*/, '$1'))
    expect(names.toSorted()).toEqual(['InboundQueue', 'LettersQueue', 'ReceiptsQueue', 'UnreadCalls'])
  })
})

describe('one-off schedules', () => {
  const named = (folder: string) =>
    JSON.stringify(of(folder, 'Allow').find((each) => actionsOf(each).includes('scheduler:CreateSchedule'))?.Resource)
  const handsOver = (folder: string) => of(folder, 'Allow').find((each) => actionsOf(each).includes('iam:PassRole'))
  const TO_SCHEDULER = { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } }

  test('alarms are set by those who look at a day, who hand over no role but that of alarms', () => {
    const setters = FOLDER_NAMES.filter((folder) => named(folder)?.includes('*-look-*'))
    expect(setters.toSorted()).toEqual(['judge', 'look-again', 'sweep', 'watchdog'])
    for (const folder of setters) {
      expect(handsOver(folder)?.Condition).toEqual(TO_SCHEDULER)
      expect(handsOver(folder)?.Resource).toMatchObject({ 'Fn::GetAtt': [expect.stringContaining('Timers'), 'Arn'] })
    }
  })

  test('the sweeps of a late opening are set by the API, which hands over no role but that of the timetable', () => {
    const setters = FOLDER_NAMES.filter((folder) => allowed(folder).includes('scheduler:CreateSchedule'))
    expect(setters.filter((folder) => !named(folder)?.includes('*-look-*'))).toEqual(['api'])
    expect(named('api')).toContain('firstbell-*/*-late-*')
    expect(handsOver('api')?.Condition).toEqual(TO_SCHEDULER)
    expect(handsOver('api')?.Resource).toMatchObject({ 'Fn::GetAtt': [expect.stringContaining('Schedules'), 'Arn'] })
  })
})
