/** The blocks of a flow of Amazon Connect that the absence line uses. Source: Amazon Connect documentation, "Flow language". */

/** One block. Identifiers are names here, so that a person can read the flow. */
export interface FlowAction {
  readonly Identifier: string
  readonly Type: string
  readonly Parameters: Readonly<Record<string, unknown>>
  readonly Transitions: {
    readonly NextAction?: string
    readonly Errors?: readonly { readonly ErrorType: string; readonly NextAction: string }[]
    readonly Conditions?: readonly {
      readonly NextAction: string
      readonly Condition: { readonly Operator: 'Equals'; readonly Operands: readonly string[] }
    }[]
  }
}

export interface Flow {
  readonly Version: '2019-10-30'
  readonly StartAction: string
  readonly Metadata: Readonly<Record<string, unknown>>
  readonly Actions: readonly FlowAction[]
}

const failing = (to: string, ...types: readonly string[]) => types.map((ErrorType) => ({ ErrorType, NextAction: to }))

/** A block that sets something about the call; that it could not is no reason to lose the caller. */
export const set = (
  Identifier: string,
  Type: string,
  Parameters: FlowAction['Parameters'],
  next: string,
): FlowAction => ({
  Identifier,
  Type,
  Parameters,
  Transitions: { NextAction: next, Errors: failing(next, 'NoMatchingError') },
})

export const play = (Identifier: string, Text: string, next: string): FlowAction => ({
  Identifier,
  Type: 'MessageParticipant',
  Parameters: { Text },
  Transitions: { NextAction: next, Errors: failing(next, 'NoMatchingError') },
})

/** Asks and keeps what is keyed, at most so many keys; `Timeout` when nothing was. The star is a key like any other. */
export const keyed = (
  Identifier: string,
  Text: string,
  { most, seconds, next }: { readonly most: number; readonly seconds: number; readonly next: string },
): FlowAction => ({
  Identifier,
  Type: 'GetParticipantInput',
  Parameters: {
    Text,
    StoreInput: 'True',
    InputTimeLimitSeconds: String(seconds),
    InputValidation: { CustomValidation: { MaximumLength: String(most) } },
    DTMFConfiguration: { DisableCancelKey: 'True' },
  },
  Transitions: { NextAction: next, Errors: failing(next, 'NoMatchingError') },
})

/** Asks the function what comes next. It answers in flat strings, as `$.External.<name>`. */
export const ask = (
  Identifier: string,
  LambdaFunctionARN: string,
  LambdaInvocationAttributes: Readonly<Record<string, string>>,
  { next, failed }: { readonly next: string; readonly failed: string },
): FlowAction => ({
  Identifier,
  Type: 'InvokeLambdaFunction',
  Parameters: {
    LambdaFunctionARN,
    // The most there is.
    InvocationTimeLimitSeconds: '8',
    ResponseValidation: { ResponseType: 'STRING_MAP' },
    LambdaInvocationAttributes,
  },
  Transitions: { NextAction: next, Errors: failing(failed, 'NoMatchingError') },
})

/** Goes where the function said. */
export const choose = (
  Identifier: string,
  ComparisonValue: string,
  ways: Readonly<Record<string, string>>,
  otherwise: string,
): FlowAction => ({
  Identifier,
  Type: 'Compare',
  Parameters: { ComparisonValue },
  Transitions: {
    NextAction: otherwise,
    Errors: failing(otherwise, 'NoMatchingCondition'),
    Conditions: Object.entries(ways).map(([value, NextAction]) => ({
      NextAction,
      Condition: { Operator: 'Equals', Operands: [value] },
    })),
  },
})

/** Rings a number, and comes back when they have spoken or nobody answered. */
export const putThrough = (
  Identifier: string,
  ThirdPartyPhoneNumber: string,
  { answered, unanswered }: { readonly answered: string; readonly unanswered: string },
): FlowAction => ({
  Identifier,
  Type: 'TransferParticipantToThirdParty',
  Parameters: { ThirdPartyPhoneNumber, ThirdPartyConnectionTimeLimitSeconds: '20', ContinueFlowExecution: 'True' },
  Transitions: {
    NextAction: answered,
    Errors: failing(unanswered, 'CallFailed', 'ConnectionTimeLimitExceeded', 'NoMatchingError'),
  },
})

export const disconnect = (Identifier: string): FlowAction => ({
  Identifier,
  Type: 'DisconnectParticipant',
  Parameters: {},
  Transitions: {},
})

/** A flow with its blocks in rows, as a person would lay them out. */
export const flowOf = (StartAction: string, Actions: readonly FlowAction[]): Flow => ({
  Version: '2019-10-30',
  StartAction,
  Metadata: {
    entryPointPosition: { x: 20, y: 20 },
    ActionMetadata: Object.fromEntries(
      Actions.map(({ Identifier }, index) => [
        Identifier,
        { position: { x: 240 + 260 * (index % 5), y: 20 + 220 * Math.floor(index / 5) }, isFriendlyName: true },
      ]),
    ),
  },
  Actions,
})
