import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { ACADEMIES_PER_STACK, inStacks } from './academies-stack.ts'
import { sampleAcademies, sampleStacks } from './sample-academies.ts'

describe('one academy', () => {
  let template: Template
  beforeAll(() => {
    const [academies] = sampleStacks(2).academies
    if (!academies) throw new Error('two academies make a stack')
    template = Template.fromStack(academies)
  })

  test('is a group of its own, so that deleting the group deletes all its schedules', () => {
    template.resourceCountIs('AWS::Scheduler::ScheduleGroup', 2)
    template.hasResourceProperties('AWS::Scheduler::ScheduleGroup', { Name: 'firstbell-academy-01' })
  })

  test('is a schedule for each sweep and one for the night, to the minute, in the school’s own zone', () => {
    const names = Object.values(template.findResources('AWS::Scheduler::Schedule')).map((each) => each.Properties.Name)
    expect(names.filter((name) => name.startsWith('academy-02-'))).toHaveLength(6)
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Name: 'academy-01-unreported-absence',
      ScheduleExpression: 'cron(30 10 ? * MON-FRI *)',
      ScheduleExpressionTimezone: 'Europe/London',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: Match.objectLike({
        Input: '{"academy":"academy-01","sweep":"unreported-absence","scheduledTime":"<aws.scheduler.scheduled-time>"}',
        RetryPolicy: { MaximumEventAgeInSeconds: 1800, MaximumRetryAttempts: 3 },
        DeadLetterConfig: { Arn: Match.anyValue() },
      }),
    })
    template.hasResourceProperties('AWS::Scheduler::Schedule', {
      Name: 'academy-01-nightly',
      ScheduleExpression: 'cron(0 2 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/London',
      Target: Match.objectLike({ Input: '{"academy":"academy-01","scheduledTime":"<aws.scheduler.scheduled-time>"}' }),
    })
  })

  test('whose provider lists received texts has one more, which looks there day and night', () => {
    const looks = template.findResources('AWS::Scheduler::Schedule', {
      Properties: { Name: Match.stringLikeRegexp('received-texts') },
    })
    expect(Object.values(looks).map(({ Properties }) => [Properties.Name, Properties.ScheduleExpression])).toEqual([
      ['academy-01-received-texts', 'cron(*/15 * * * ? *)'],
    ])
  })

  test('brings no function, no role and no alarm', () => {
    const types = new Set(Object.values(template.toJSON().Resources).map((each) => Object(each).Type))
    expect([...types].toSorted()).toEqual(['AWS::Scheduler::Schedule', 'AWS::Scheduler::ScheduleGroup'])
  })

  test('shares three functions, of the day, of the night and of received texts, and one role with every other', () => {
    const targets = Object.values(template.findResources('AWS::Scheduler::Schedule')).map(
      (each) => each.Properties.Target,
    )
    expect(new Set(targets.map(({ Arn }) => JSON.stringify(Arn))).size).toBe(3)
    expect(new Set(targets.map(({ RoleArn }) => JSON.stringify(RoleArn))).size).toBe(1)
  })
})

describe('a growing trust', () => {
  test('has at most forty academies in a stack', () => {
    expect(inStacks(sampleAcademies(ACADEMIES_PER_STACK)).map((part) => part.length)).toEqual([40])
    expect(inStacks(sampleAcademies(81)).map((part) => part.length)).toEqual([40, 40, 1])
    expect(inStacks([])).toEqual([])
  })

  test('adds no resource to the core, however many academies it has', () => {
    const count = (academies: number) =>
      Object.keys(Template.fromStack(sampleStacks(academies).core).toJSON().Resources).length
    expect(count(41)).toBe(count(1))
  })
})

test('staff of an academy have a sign-in group for each role', () => {
  const [staff] = sampleStacks(1).staff
  if (!staff) throw new Error('one academy makes a stack')
  Template.fromStack(staff).hasResourceProperties('AWS::Cognito::UserPoolGroup', { GroupName: 'academy-01.teacher' })
})
