import { Stack } from 'aws-cdk-lib'
import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { FAMILY_ROUTES } from '../functions/family-page/routes-table.ts'
import { HOOK_ROUTES } from '../functions/hooks/routes-table.ts'
import { LINE_ROUTES } from '../functions/line/routes-table.ts'
import { API_ROUTES } from '../shared/api/tables/api-routes.ts'
import { FOLDERS } from './folders.ts'
import { sampleStacks } from './sample-academies.ts'

/** Types that third-party emulators can deploy. */
const DEPLOYABLE = new Set([
  'AWS::ApiGatewayV2::Api',
  'AWS::ApiGatewayV2::Authorizer',
  'AWS::ApiGatewayV2::Integration',
  'AWS::ApiGatewayV2::Route',
  'AWS::ApiGatewayV2::Stage',
  'AWS::CloudWatch::Alarm',
  'AWS::Cognito::UserPool',
  'AWS::Cognito::UserPoolClient',
  'AWS::Cognito::UserPoolDomain',
  'AWS::Cognito::UserPoolGroup',
  'AWS::DynamoDB::GlobalTable',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::IAM::Policy',
  'AWS::IAM::Role',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::EventInvokeConfig',
  'AWS::Lambda::EventSourceMapping',
  'AWS::Lambda::Function',
  'AWS::Lambda::Permission',
  'AWS::Logs::LogGroup',
  'AWS::Logs::SubscriptionFilter',
  'AWS::S3::Bucket',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::Subscription',
  'AWS::SNS::Topic',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::Queue',
  'AWS::SQS::QueuePolicy',
  'AWS::SecretsManager::Secret',
])

interface Shape {
  readonly Type: string
  readonly Properties: Record<string, unknown>
  readonly Metadata?: Record<string, unknown>
}

let template: Template
let resources: Readonly<Record<string, Shape>>
const ofType = (type: string) => Object.entries(resources).filter(([, resource]) => resource.Type === type)
const idOf = (folder: string): string =>
  ofType('AWS::Lambda::Function').find(([, { Metadata }]) => Metadata?.['firstbell.folder'] === folder)?.[0] ?? folder

beforeAll(() => {
  template = Template.fromStack(sampleStacks(2).core)
  resources = template.toJSON().Resources
})

describe('the record', () => {
  test('is one table that can be restored to any minute, under the trust’s own key, and cannot be deleted by mistake', () => {
    template.resourceCountIs('AWS::DynamoDB::GlobalTable', 1)
    template.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
      Replicas: [
        Match.objectLike({
          DeletionProtectionEnabled: true,
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 35 },
          SSESpecification: { KMSMasterKeyId: Match.anyValue() },
        }),
      ],
    })
    expect(ofType('AWS::DynamoDB::GlobalTable')[0]?.[1].Properties).not.toHaveProperty('GlobalSecondaryIndexes')
  })
})

describe('the functions', () => {
  test('are one for each folder, and tell where their source is', () => {
    const folders = ofType('AWS::Lambda::Function').map(([, { Metadata }]) => Metadata?.['firstbell.folder'])
    expect(folders.toSorted()).toEqual(Object.keys(FOLDERS).toSorted())
  })

  test('run on the one runtime, each under its own role', () => {
    const functions = ofType('AWS::Lambda::Function').map(([, { Properties }]) => Properties)
    for (const each of functions) {
      expect(each).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
    }
    expect(new Set(functions.map(({ Role }) => JSON.stringify(Role))).size).toBe(functions.length)
  })

  test('keep their logs for half a year, not for ever', () => {
    template.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: Match.anyValue() })
    for (const folder of Object.keys(FOLDERS)) {
      template.hasResourceProperties('AWS::Logs::LogGroup', {
        LogGroupName: `/firstbell/${folder}`,
        RetentionInDays: 180,
      })
    }
  })

  test.each(['sweep', 'watchdog', 'receipts-from-logs'])(
    '%s gives up after half an hour and two more tries, and keeps what failed',
    (folder) => {
      template.hasResourceProperties('AWS::Lambda::EventInvokeConfig', {
        FunctionName: { Ref: idOf(folder) },
        MaximumEventAgeInSeconds: 1800,
        MaximumRetryAttempts: 2,
        DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      })
    },
  )

  test('whatever a schedule or a rule calls has such an end, a function added later too', () => {
    const { core, academies } = sampleStacks(2)
    const schedules = academies.flatMap((stack) =>
      Object.values(Template.fromStack(stack).findResources('AWS::Scheduler::Schedule')),
    )
    const exported = Object.entries(Template.fromStack(core).findOutputs('*')).map(
      ([, output]) => [output.Export?.Name, output.Value?.['Fn::GetAtt']?.[0]] as const,
    )
    const bySchedules = schedules.map(({ Properties }) => {
      const name = Properties.Target.Arn['Fn::ImportValue']
      return exported.find(([each]) => each === name)?.[1]
    })
    const byRules = ofType('AWS::Events::Rule').flatMap(([, { Properties }]) =>
      (Properties.Targets as { Arn: { 'Fn::GetAtt': [string, string] } }[]).map(({ Arn }) => Arn['Fn::GetAtt'][0]),
    )
    const called = new Set([...bySchedules, ...byRules])
    expect(called).toEqual(new Set(['sweep', 'nightly', 'watchdog', 'received-texts'].map(idOf)))
    const ends = ofType('AWS::Lambda::EventInvokeConfig').map(
      ([, { Properties }]) => Object(Properties.FunctionName).Ref,
    )
    expect([...called].filter((each) => !ends.includes(each))).toEqual([])
  })

  test('the watchdog runs from an EventBridge rule, so that it speaks when Scheduler is silent', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      ScheduleExpression: 'cron(*/5 7-17 ? * MON-FRI *)',
      Targets: [Match.objectLike({ Arn: { 'Fn::GetAtt': [idOf('watchdog'), 'Arn'] } })],
    })
  })
})

describe('the API', () => {
  test('has every route of the table and no other, behind tokens unless it is open', () => {
    const { core, routes: staffs } = sampleStacks(1)
    const routes = [core, staffs]
      .flatMap((stack) => Object.values(Template.fromStack(stack).findResources('AWS::ApiGatewayV2::Route')))
      .map(({ Properties }) => [Properties.RouteKey, Properties.AuthorizationType])
    const staffRoutes = API_ROUTES.map(({ route, open }) => [route, open ? 'NONE' : 'JWT'])
    const hooks = [...HOOK_ROUTES, ...LINE_ROUTES, ...FAMILY_ROUTES].map((route) => [route, 'NONE'])
    expect(routes.toSorted()).toEqual([...staffRoutes, ...hooks].toSorted())
  })

  test('logs no path, because a path names a pupil', () => {
    const stage = JSON.stringify(ofType('AWS::ApiGatewayV2::Stage'))
    expect(stage).toContain('$context.routeKey')
    expect(stage).not.toMatch(/\$context\.path|\$context\.identity/)
  })
})

describe('alarms', () => {
  test('every alarm says who is hurt, where to read on, and is sent to somebody', () => {
    for (const [, { Properties }] of ofType('AWS::CloudWatch::Alarm')) {
      expect(Properties.AlarmDescription).toMatch(/^[A-Z].{20,}\. See docs\/runbook\.md#[a-z_]+\.$/)
      expect(Properties.AlarmActions).toHaveLength(1)
    }
  })

  test('a chronicle a quarter of an hour behind is an alarm', () => {
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'IteratorAge',
      Threshold: 900_000,
      Dimensions: [{ Name: 'FunctionName', Value: { Ref: idOf('chronicle') } }],
    })
  })

  test('every function’s errors are an alarm', () => {
    const errors = ofType('AWS::CloudWatch::Alarm').filter(([, { Properties }]) => Properties.MetricName === 'Errors')
    expect(errors).toHaveLength(Object.keys(FOLDERS).length)
  })
})

test('no stack comes near the 500 resources that CloudFormation takes', () => {
  const { app } = sampleStacks(1)
  for (const stack of app.node.children) {
    if (!(stack instanceof Stack)) continue
    const { Resources } = Template.fromStack(stack).toJSON()
    expect(Object.keys(Resources ?? {}).length, stack.stackName).toBeLessThan(400)
  }
})

test('the core keeps to what third-party emulators can deploy', () => {
  const types = new Set(Object.values(resources).map(({ Type }) => Type))
  expect([...types].filter((type) => !DEPLOYABLE.has(type))).toEqual([])
})
