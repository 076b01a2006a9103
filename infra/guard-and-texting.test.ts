import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { FOLDERS } from './folders.ts'
import { alarmCodes } from './guard-stack.ts'
import { sampleStacks } from './sample-academies.ts'
import type { Stacks } from './stacks.ts'

let stacks: Stacks
beforeAll(() => {
  stacks = sampleStacks(1)
})

describe('what the functions log', () => {
  test('every code that hurts somebody is an alarm that says whom', () => {
    const guard = Template.fromStack(stacks.guard)
    expect(alarmCodes().length).toBeGreaterThan(5)
    for (const { code, hurts } of alarmCodes()) {
      guard.hasResourceProperties('AWS::CloudWatch::Alarm', {
        MetricName: code,
        AlarmDescription: `${hurts} See docs/runbook.md#${code.toLowerCase()}.`,
      })
    }
  })

  test('is counted in the log of every function', () => {
    Template.fromStack(stacks.guard).resourceCountIs(
      'AWS::Logs::MetricFilter',
      alarmCodes().length * Object.keys(FOLDERS).length,
    )
  })
})

test('End User Messaging tells what became of every text, and may bring what parents reply', () => {
  const texting = Template.fromStack(stacks.texting)
  texting.hasResourceProperties('AWS::SMSVOICE::ConfigurationSet', {
    ConfigurationSetName: 'firstbell',
    EventDestinations: [Match.objectLike({ MatchingEventTypes: ['TEXT_ALL'], SnsDestination: Match.anyValue() })],
  })
  texting.hasResourceProperties('AWS::IAM::Policy', {
    PolicyDocument: Match.objectLike({ Statement: Match.arrayWith([Match.objectLike({ Action: 'sns:Publish' })]) }),
  })
})
