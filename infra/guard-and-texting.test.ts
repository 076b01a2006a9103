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
        MetricName: 'Codes',
        Dimensions: [{ Name: 'code', Value: code }],
        AlarmDescription: `${hurts} See docs/runbook.md#${code.toLowerCase()}.`,
      })
    }
  })

  test('is counted in the log of every function, by a pattern that CloudWatch takes', () => {
    const filters = Object.values(Template.fromStack(stacks.guard).findResources('AWS::Logs::MetricFilter'))
    expect(filters).toHaveLength(Object.keys(FOLDERS).length)
    for (const { Properties } of filters) {
      for (const { code } of alarmCodes()) expect(Properties.FilterPattern).toContain(`($.code = "${code}")`)
      // The most that a pattern may have (CloudWatch Logs, PutMetricFilter).
      expect(Properties.FilterPattern.length).toBeLessThanOrEqual(1024)
      expect(Properties.MetricTransformations).toEqual([
        {
          MetricNamespace: 'Firstbell',
          MetricName: 'Codes',
          MetricValue: '1',
          Dimensions: [{ Key: 'code', Value: '$.code' }],
        },
      ])
    }
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
