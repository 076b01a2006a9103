import { Match, Template } from 'aws-cdk-lib/assertions'
import { beforeAll, describe, expect, test } from 'vitest'
import { ConnectAnswerV1, ConnectCallV1 } from '../events/hooks/connect.ts'
import { sampleAcademies, sampleStacks } from './sample-academies.ts'
import { trustStacks, UNBUNDLED } from './stacks.ts'
import type { Flow, FlowAction } from './voice/flow-parts.ts'
import { endedFlow, lineFlow } from './voice/line-flow.ts'

const FLOW = lineFlow('arn:line', 'arn:ended')
const ENDED = endedFlow('arn:line')
const FLOWS: readonly (readonly [string, Flow])[] = [
  ['the absence line', FLOW],
  ['the end of a call', ENDED],
]

const nextOf = ({ Transitions: { NextAction, Errors = [], Conditions = [] } }: FlowAction): readonly string[] => [
  ...(NextAction === undefined ? [] : [NextAction]),
  ...[...Errors, ...Conditions].map((each) => each.NextAction),
]
const ofType = (flow: Flow, type: string) => flow.Actions.filter(({ Type }) => Type === type)

/** The errors that each type of block may have, and must lead somewhere. Source: the flow language, "Errors" of each action. */
const ERRORS: Readonly<Record<string, readonly string[]>> = {
  UpdateFlowLoggingBehavior: ['NoMatchingError'],
  UpdateContactTextToSpeechVoice: ['NoMatchingError'],
  UpdateContactEventHooks: ['NoMatchingError'],
  UpdateContactRecordingBehavior: ['NoMatchingError'],
  MessageParticipant: ['NoMatchingError'],
  GetParticipantInput: ['NoMatchingError'],
  InvokeLambdaFunction: ['NoMatchingError'],
  Compare: ['NoMatchingCondition'],
  TransferParticipantToThirdParty: ['CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'],
  DisconnectParticipant: [],
}

describe.each(FLOWS)('the flow of %s', (_name, flow) => {
  test('leads from every block to one that is there, whatever goes wrong, and reaches them all', () => {
    const names = flow.Actions.map(({ Identifier }) => Identifier)
    expect(new Set(names).size).toBe(names.length)
    expect(flow.Actions.flatMap(nextOf).filter((next) => !names.includes(next))).toEqual([])
    const reached = new Set([flow.StartAction])
    for (const name of reached) {
      const action = flow.Actions.find(({ Identifier }) => Identifier === name)
      if (action) for (const next of nextOf(action)) reached.add(next)
    }
    expect([...reached].toSorted()).toEqual(names.toSorted())
  })
  test('has blocks of the documented types, each with the errors of its type', () => {
    for (const { Type, Transitions } of flow.Actions)
      expect(
        (Transitions.Errors ?? []).map(({ ErrorType }) => ErrorType),
        Type,
      ).toEqual(ERRORS[Type])
  })
  test('asks the function within Connect’s limit, for flat strings, and with parameters that the function takes', () => {
    const asks = ofType(flow, 'InvokeLambdaFunction')
    expect(asks.length).toBeGreaterThan(0)
    for (const { Parameters } of asks) {
      expect(Parameters).toMatchObject({
        LambdaFunctionARN: 'arn:line',
        InvocationTimeLimitSeconds: '8',
        ResponseValidation: { ResponseType: 'STRING_MAP' },
      })
      const given = Object.entries(Object(Parameters.LambdaInvocationAttributes)).map(([name, value]) => [
        name,
        String(value).startsWith('$.') ? '1' : value,
      ])
      const event = {
        Name: 'ContactFlowEvent',
        Details: {
          ContactData: {
            Channel: 'VOICE',
            ContactId: '4a573372-1f28-4e26-8b97-000000000001',
            CustomerEndpoint: null,
            SystemEndpoint: { Address: '+447700900910', Type: 'TELEPHONE_NUMBER' },
          },
          Parameters: Object.fromEntries(given),
        },
      }
      expect(ConnectCallV1.safeParse(event).success, JSON.stringify(given)).toBe(true)
    }
  })
  test('logs nothing that is keyed', () => {
    expect(flow.Actions[0]).toMatchObject({ Identifier: flow.StartAction, Type: 'UpdateFlowLoggingBehavior' })
    expect(flow.Actions[0]?.Parameters).toEqual({ FlowLoggingBehavior: 'Disabled' })
  })
})

describe('the flow of the absence line', () => {
  test('goes every way that the function may say, and no other', () => {
    const [route] = ofType(FLOW, 'Compare')
    expect(route?.Parameters).toEqual({ ComparisonValue: '$.External.next' })
    const ways = route?.Transitions.Conditions?.flatMap(({ Condition }) => Condition.Operands)
    expect(ways?.toSorted()).toEqual([...ConnectAnswerV1.shape.next.options].toSorted())
  })
  test('reads only what the function answers', () => {
    const read = [...JSON.stringify(FLOW).matchAll(/\$\.External\.(\w+)/g)].map(([, name]) => name)
    expect(new Set(read)).toEqual(new Set(Object.keys(ConnectAnswerV1.shape)))
  })
  test('records only while a message is left', () => {
    const recording = ofType(FLOW, 'UpdateContactRecordingBehavior')
    expect(
      recording.map(({ Parameters, Transitions }) => [Parameters.RecordingBehavior, Transitions.NextAction]),
    ).toEqual([
      [{ RecordedParticipants: [], IVRRecordingBehavior: 'Enabled' }, 'ask-message'],
      [{ RecordedParticipants: [], IVRRecordingBehavior: 'Disabled' }, 'told-message'],
    ])
  })
  test('never plays a sentence just before it asks for keys, which would swallow the first of them', () => {
    const asking = ofType(FLOW, 'GetParticipantInput').map(({ Identifier }) => Identifier)
    expect(
      ofType(FLOW, 'MessageParticipant')
        .flatMap(nextOf)
        .filter((next) => asking.includes(next)),
    ).toEqual([])
  })
  test('says sorry when the function cannot be asked', () => {
    for (const { Transitions } of ofType(FLOW, 'InvokeLambdaFunction'))
      expect(Transitions.Errors).toEqual([{ ErrorType: 'NoMatchingError', NextAction: 'sorry' }])
  })
})

describe('the stack', () => {
  let template: Template
  beforeAll(() => {
    const [voice] = sampleStacks(1).voice
    if (!voice) throw new Error('one academy by Connect makes a stack')
    template = Template.fromStack(voice)
  })
  test('takes and makes calls, and logs no flow', () => {
    template.hasResourceProperties('AWS::Connect::Instance', {
      Attributes: { InboundCalls: true, OutboundCalls: true, ContactflowLogs: false, ContactLens: false },
    })
  })
  test('lets this instance of this account ask the one function, and nobody else', () => {
    template.resourceCountIs('AWS::Lambda::Permission', 1)
    template.hasResourceProperties('AWS::Lambda::Permission', {
      Principal: 'connect.amazonaws.com',
      SourceAccount: Match.anyValue(),
      SourceArn: Match.anyValue(),
    })
    template.hasResourceProperties('AWS::Connect::IntegrationAssociation', { IntegrationType: 'LAMBDA_FUNCTION' })
  })
  test('ships both flows as they are built here', () => {
    template.resourceCountIs('AWS::Connect::ContactFlow', 2)
    const names = ['Firstbell: a call has ended', 'Firstbell: absence line']
    for (const Name of names)
      template.hasResourceProperties('AWS::Connect::ContactFlow', { Name, Type: 'CONTACT_FLOW', State: 'ACTIVE' })
  })
  test('keeps messages for thirty days, under the trust’s key', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      LifecycleConfiguration: { Rules: [Match.objectLike({ ExpirationInDays: 30 })] },
    })
    template.hasResourceProperties('AWS::Connect::InstanceStorageConfig', {
      ResourceType: 'CALL_RECORDINGS',
      S3Config: Match.objectLike({ EncryptionConfig: Match.objectLike({ EncryptionType: 'KMS' }) }),
    })
  })
  test('is not made where nobody’s line is answered by Connect', () => {
    const others = sampleAcademies(2).map((academy) => ({ ...academy, byConnect: false }))
    expect(trustStacks(others, { context: UNBUNDLED, builtinCloudFormationValidation: false }).voice).toEqual([])
  })
})
