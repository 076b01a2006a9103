/** Conditional writes: losing a race is an answer, not an error. Everything else is thrown. */
import { setTimeout as pause } from 'node:timers/promises'
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import {
  type DynamoDBDocumentClient,
  PutCommand,
  type PutCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
  UpdateCommand,
  type UpdateCommandInput,
} from '@aws-sdk/lib-dynamodb'
import { unmarshall } from '@aws-sdk/util-dynamodb'

/** The table, and the connection to it. */
export interface Db {
  readonly client: DynamoDBDocumentClient
  readonly table: string
}

export type Item = Readonly<Record<string, unknown>>
/** `old` is the item that stood in the way, when there was one; `now` the item as written, where an update asks for it. */
export type Attempt =
  | { readonly won: true; readonly now?: Item }
  | { readonly won: false; readonly old: Item | undefined }

const TRIES = 6

/** Two writers met in the middle of a transaction: nothing was decided, so it is tried again, a little later each time. */
const again = async <T>(attempt: () => Promise<T>, met: (error: unknown) => boolean): Promise<T> => {
  for (let tried = 1; ; tried++) {
    try {
      return await attempt()
    } catch (error) {
      if (tried === TRIES || !met(error)) throw error
      await pause(15 * 2 ** tried)
    }
  }
}

const isConflict = (error: unknown): boolean => error instanceof Error && error.name === 'TransactionConflictException'

const conditional = async (send: () => Promise<{ readonly Attributes?: Item | undefined }>): Promise<Attempt> => {
  try {
    const { Attributes: now } = await again(send, isConflict)
    return now === undefined ? { won: true } : { won: true, now }
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error
    return { won: false, old: error.Item && unmarshall(error.Item) }
  }
}

/** A condition that fails gives back what stood in the way, without a second read. */
const oldOf = (write: { readonly ConditionExpression?: string | undefined }) =>
  write.ConditionExpression === undefined ? {} : ({ ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const)

type Write<T> = Omit<T, 'TableName' | 'ReturnValuesOnConditionCheckFailure'>

export const putIf = (db: Db, put: Write<PutCommandInput>): Promise<Attempt> =>
  conditional(() => db.client.send(new PutCommand({ ...put, TableName: db.table, ...oldOf(put) })))

export const updateIf = (db: Db, update: Write<UpdateCommandInput>): Promise<Attempt> =>
  conditional(() => db.client.send(new UpdateCommand({ ...update, TableName: db.table, ...oldOf(update) })))

export const IF_NEW = 'attribute_not_exists(pk)'
export const IF_THERE = 'attribute_exists(pk)'

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number]

const withTable = (db: Db, step: Step): TransactItem => {
  const TableName = db.table
  if ('put' in step) return { Put: { TableName, ...step.put, ...oldOf(step.put) } }
  if ('update' in step) return { Update: { TableName, ...step.update, ...oldOf(step.update) } }
  if ('remove' in step) return { Delete: { TableName, ...step.remove, ...oldOf(step.remove) } }
  return { ConditionCheck: { TableName, ...step.check, ...oldOf(step.check) } }
}

type In<K extends keyof TransactItem> = Omit<NonNullable<TransactItem[K]>, 'TableName'>
/** One write of a transaction. */
export type Step =
  | { readonly put: In<'Put'> }
  | { readonly update: In<'Update'> }
  | { readonly remove: In<'Delete'> }
  | { readonly check: In<'ConditionCheck'> }

/** All or nothing. `lost` has one entry per step, in order: the condition that failed, or `undefined` where none did. */
export type Transaction =
  | { readonly won: true }
  | { readonly won: false; readonly lost: readonly ({ readonly old: Item | undefined } | undefined)[] }

const reasonsOf = (error: unknown) =>
  error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : []

const metAnother = (error: unknown): boolean => {
  const codes = reasonsOf(error).map((reason) => reason.Code)
  return (
    !codes.includes('ConditionalCheckFailed') &&
    codes.some((code) =>
      ['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded'].includes(code ?? ''),
    )
  )
}

/** One update as it is, several as a transaction, which costs twice as much for each. */
export const updateAll = async (
  db: Db,
  updates: readonly (Write<UpdateCommandInput> & In<'Update'>)[],
): Promise<Transaction> => {
  const [only, ...others] = updates
  if (only === undefined || others.length > 0)
    return transact(
      db,
      updates.map((update) => ({ update })),
    )
  const one = await updateIf(db, only)
  return one.won ? one : { won: false, lost: [{ old: one.old }] }
}

export const transact = async (db: Db, steps: readonly Step[]): Promise<Transaction> => {
  const TransactItems = steps.map((step) => withTable(db, step))
  try {
    await again(() => db.client.send(new TransactWriteCommand({ TransactItems })), metAnother)
    return { won: true }
  } catch (error) {
    const reasons = reasonsOf(error)
    if (!reasons.some((reason) => reason.Code === 'ConditionalCheckFailed')) throw error
    const lost = reasons.map((reason) =>
      reason.Code === 'ConditionalCheckFailed' ? { old: reason.Item && unmarshall(reason.Item) } : undefined,
    )
    return { won: false, lost }
  }
}
