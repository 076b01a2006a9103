/**
 * Amazon Connect on one machine: it runs the flow that the voice stack ships, block by block, and calls the function as the flow says.
 * Only the blocks that the flow uses are known; another one stops the call with an error, as a flow that cannot be published would.
 */
import { createHash } from 'node:crypto'
import * as z from 'zod'
import type { Caller } from './caller.ts'

const Action = z.object({
  Identifier: z.string(),
  Type: z.string(),
  Parameters: z.record(z.string(), z.unknown()),
  Transitions: z.object({
    NextAction: z.string().optional(),
    Errors: z.array(z.object({ ErrorType: z.string(), NextAction: z.string() })).default([]),
    Conditions: z
      .array(z.object({ NextAction: z.string(), Condition: z.object({ Operands: z.array(z.string()) }) }))
      .default([]),
  }),
})
type Action = z.output<typeof Action>
const Flow = z.object({ StartAction: z.string(), Actions: z.array(Action) })

const Recording = z.object({ RecordingBehavior: z.object({ IVRRecordingBehavior: z.enum(['Enabled', 'Disabled']) }) })
const Hooks = z.object({ EventHooks: z.object({ CustomerRemaining: z.string() }) })
const Input = z.object({
  Text: z.string(),
  InputValidation: z.object({ CustomValidation: z.object({ MaximumLength: z.coerce.number() }) }),
})
const Ask = z.object({
  LambdaFunctionARN: z.string(),
  LambdaInvocationAttributes: z.record(z.string(), z.string()),
})
const Answer = z.record(z.string(), z.string({ error: 'Connect takes flat strings only' }))

export interface ConnectParts {
  /** The flows of the template, by the reference that other flows name them by. */
  readonly flows: readonly { readonly reference: string; readonly name: string; readonly content: string }[]
  call(functionArn: string, event: unknown): Promise<unknown>
}

const uuidOf = (of: string): string => {
  const hex = createHash('sha256').update(of).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** No flow of one call runs more blocks than this; one that does goes in a circle. */
const MOST_BLOCKS = 500

/** Plays one call to its end. Gives the id of the contact. */
export const ringByConnect = async (caller: Caller, count: number, { flows, call }: ConnectParts): Promise<string> => {
  const { from, to } = caller.script
  const contact = uuidOf(`contact ${count}`)
  const external = new Map<string, string>()
  let stored = ''
  let isRecording = false
  let hasLeft = false
  let endedFlow: string | undefined
  let lineFunction = ''
  const words: string[] = []

  const value = (text: string): string => {
    const [, name] = /^\$\.External\.(\w+)$/.exec(text) ?? []
    if (name !== undefined) return external.get(name) ?? ''
    return text === '$.StoredCustomerInput' ? stored : text
  }
  const event = (parameters: Readonly<Record<string, string>>) => ({
    Name: 'ContactFlowEvent',
    Details: {
      ContactData: {
        Attributes: {},
        Channel: 'VOICE',
        ContactId: contact,
        CustomerEndpoint: from === undefined ? null : { Address: from, Type: 'TELEPHONE_NUMBER' },
        InitialContactId: contact,
        InitiationMethod: 'INBOUND',
        PreviousContactId: contact,
        Queue: null,
        SystemEndpoint: { Address: to, Type: 'TELEPHONE_NUMBER' },
      },
      Parameters: parameters,
    },
  })

  const asks = async (parameters: Action['Parameters']): Promise<void> => {
    const { LambdaFunctionARN, LambdaInvocationAttributes } = Ask.parse(parameters)
    const given = Object.entries(LambdaInvocationAttributes).map(([name, text]) => [name, value(text)])
    const answered = Answer.parse(await call(LambdaFunctionARN, event(Object.fromEntries(given))))
    lineFunction = LambdaFunctionARN
    external.clear()
    for (const [name, text] of Object.entries(answered)) external.set(name, text)
  }
  const takesKeys = (parameters: Action['Parameters']): void => {
    const { Text, InputValidation } = Input.parse(parameters)
    caller.hears(value(Text))
    hasLeft = caller.hasLeft()
    if (hasLeft) return
    if (isRecording) {
      const message = caller.leavesMessage()
      if (message?.words !== undefined) words.push(message.words)
      stored = message ? '#' : 'Timeout'
      return
    }
    // The flow takes keys and no speech; the hash key ends what is keyed and is no part of it.
    const answer = caller.answers(InputValidation.CustomValidation.MaximumLength)
    stored = answer.by === 'keys' ? answer.keys.replace(/#.*/, '') : 'Timeout'
  }

  const run = async ({ Type, Parameters, Transitions }: Action): Promise<string | undefined> => {
    const failed = (type: string) => Transitions.Errors.find(({ ErrorType }) => ErrorType === type)?.NextAction
    switch (Type) {
      case 'UpdateFlowLoggingBehavior':
      case 'UpdateContactTextToSpeechVoice':
        return Transitions.NextAction
      case 'UpdateContactEventHooks':
        endedFlow = Hooks.parse(Parameters).EventHooks.CustomerRemaining
        return Transitions.NextAction
      case 'UpdateContactRecordingBehavior':
        isRecording = Recording.parse(Parameters).RecordingBehavior.IVRRecordingBehavior === 'Enabled'
        return Transitions.NextAction
      case 'InvokeLambdaFunction':
        try {
          await asks(Parameters)
          return Transitions.NextAction
        } catch {
          return failed('NoMatchingError')
        }
      case 'Compare': {
        const compared = value(String(Parameters.ComparisonValue))
        const way = Transitions.Conditions.find(({ Condition }) => Condition.Operands.includes(compared))
        return way?.NextAction ?? failed('NoMatchingCondition')
      }
      case 'MessageParticipant':
        caller.hears(value(String(Parameters.Text)))
        return Transitions.NextAction
      case 'GetParticipantInput':
        takesKeys(Parameters)
        return Transitions.NextAction
      case 'TransferParticipantToThirdParty':
        return caller.isPutThrough(value(String(Parameters.ThirdPartyPhoneNumber)))
          ? Transitions.NextAction
          : failed('CallFailed')
      case 'DisconnectParticipant':
        return undefined
      default:
        throw new Error(`The flow has a block ${Type}, which the telephone of one machine does not know`)
    }
  }

  const play = async (content: string, mayLeave: boolean): Promise<void> => {
    const flow = Flow.parse(JSON.parse(content))
    let at: string | undefined = flow.StartAction
    for (let blocks = 0; at !== undefined; blocks++) {
      if (blocks > MOST_BLOCKS) throw new Error('The flow goes in a circle')
      const action = flow.Actions.find(({ Identifier }) => Identifier === at)
      if (!action) throw new Error(`The flow has no block ${at}`)
      at = await run(action)
      if (mayLeave && hasLeft) return
    }
  }

  const line = flows.find(({ name }) => name === 'Firstbell: absence line')
  if (!line) throw new Error('The stacks ship no flow of the absence line')
  await play(line.content, true)
  const ended = flows.find(({ reference }) => reference === endedFlow)
  if (ended && caller.script.tellsEnd) await play(ended.content, false)
  // As an integration of the trust would, once the recording is transcribed.
  if (words.length > 0) await call(lineFunction, event({ heard: 'transcript', words: words.join(' ') }))
  return contact
}
