/**
 * The kinds of function there are, each composed once with middy: parse the environment at cold start, log the beginning and
 * the end with codes only, parse what arrives, run, and settle failure the way its trigger needs.
 */
import middy from '@middy/core'
import type { DynamoDBBatchResponse, DynamoDBStreamEvent, SQSBatchResponse, SQSEvent } from 'aws-lambda'
import type * as z from 'zod'
import type { World } from '../ports/world.ts'
import { readEnvironment } from './environment.ts'

interface Kind<Env extends z.ZodType> {
  readonly name: string
  readonly env: Env
}

/** Names an error without its message, which may hold what a person wrote. */
export const errorName = (error: unknown): string => (error instanceof Error ? error.name : typeof error)

const logged = <Event, Answer>(name: string, world: World): middy.MiddlewareObj<Event, Answer> => ({
  before: () => world.log.write('STARTED', { function: name }),
  after: () => world.log.write('COMPLETED', { function: name }),
})

/** Parses what arrived, or logs which field broke which rule and throws so that it ends in the dead letters. */
const parseInput = <S extends z.ZodType>(schema: S, input: unknown, name: string, world: World): z.output<S> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  world.log.write('INPUT_REFUSED', { function: name, field: issue?.path.join('.') ?? '', rule: issue?.code ?? '' })
  throw new RangeError('The message does not have the agreed shape')
}

/** Called by Scheduler or an EventBridge rule with one event. Throwing makes the trigger try again. */
export const scheduledFunction =
  <Env extends z.ZodType, Input extends z.ZodType>(
    kind: Kind<Env> & {
      readonly input: Input
      run(input: z.output<Input>, env: z.output<Env>, world: World): Promise<void>
    },
  ) =>
  (world: World) => {
    const env = readEnvironment(kind.env, world.env)
    return middy<unknown, void>()
      .use(logged(kind.name, world))
      .handler(async (event: unknown) => {
        try {
          await kind.run(parseInput(kind.input, event, kind.name, world), env, world)
        } catch (error) {
          world.log.write('BROKEN', { function: kind.name, error: errorName(error) })
          throw error
        }
      })
  }

/** Called by a service that waits for the answer and passes it on. Throwing lets that service do what it does without one. */
export const answeringFunction =
  <Env extends z.ZodType, Input extends z.ZodType, Answer>(
    kind: Kind<Env> & {
      readonly input: Input
      run(input: z.output<Input>, env: z.output<Env>, world: World): Promise<Answer>
    },
  ) =>
  (world: World) => {
    const env = readEnvironment(kind.env, world.env)
    return middy<unknown, Answer>()
      .use(logged(kind.name, world))
      .handler(async (event: unknown): Promise<Answer> => {
        try {
          return await kind.run(parseInput(kind.input, event, kind.name, world), env, world)
        } catch (error) {
          world.log.write('BROKEN', { function: kind.name, error: errorName(error) })
          throw error
        }
      })
  }

const readBody = (body: string): unknown => {
  try {
    return JSON.parse(body)
  } catch {
    return body
  }
}

/** Called with a batch of queue messages; each is handled by itself, and only those that failed come again. */
export const queueFunction =
  <Env extends z.ZodType, Input extends z.ZodType>(
    kind: Kind<Env> & {
      readonly input: Input
      /** `received`: how often the message has been handed out, this time counted. */
      run(message: z.output<Input>, env: z.output<Env>, world: World, received: number): Promise<void>
    },
  ) =>
  (world: World) => {
    const env = readEnvironment(kind.env, world.env)
    return middy<SQSEvent, SQSBatchResponse>()
      .use(logged(kind.name, world))
      .handler(async (event: SQSEvent): Promise<SQSBatchResponse> => {
        const failed: string[] = []
        for (const record of event.Records) {
          try {
            const received = Number(record.attributes?.ApproximateReceiveCount ?? 1)
            await kind.run(parseInput(kind.input, readBody(record.body), kind.name, world), env, world, received)
          } catch (error) {
            world.log.write('BROKEN', { function: kind.name, error: errorName(error) })
            failed.push(record.messageId)
          }
        }
        return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) }
      })
  }

/** Called with a batch of table changes in order. The first that fails stops the batch there, so that order is kept. */
export const streamFunction =
  <Env extends z.ZodType>(
    kind: Kind<Env> & {
      run(
        records: DynamoDBStreamEvent['Records'],
        env: z.output<Env>,
        world: World,
      ): Promise<{ readonly failedAt?: string }>
    },
  ) =>
  (world: World) => {
    const env = readEnvironment(kind.env, world.env)
    return middy<DynamoDBStreamEvent, DynamoDBBatchResponse>()
      .use(logged(kind.name, world))
      .handler(async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
        try {
          const { failedAt } = await kind.run(event.Records, env, world)
          return { batchItemFailures: failedAt === undefined ? [] : [{ itemIdentifier: failedAt }] }
        } catch (error) {
          world.log.write('BROKEN', { function: kind.name, error: errorName(error) })
          throw error
        }
      })
  }
