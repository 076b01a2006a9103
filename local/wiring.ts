/** The wiring of the synthesised stacks, in the shapes the local stack plays: what calls what, how often, and what happens on failure. */
import * as z from 'zod'
import type { Resource, Stacks } from './template.ts'

const whole = z.coerce.number().int()
const destination = z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).optional()

const FunctionShape = z.object({
  Environment: z.object({ Variables: z.record(z.string(), z.coerce.string()) }).default({ Variables: {} }),
  Timeout: whole.default(3),
})
const InvokeShape = z.object({
  FunctionName: z.string(),
  MaximumEventAgeInSeconds: whole.default(21_600),
  MaximumRetryAttempts: whole.default(2),
  DestinationConfig: destination,
})
const QueueShape = z.object({
  VisibilityTimeout: whole.default(30),
  DelaySeconds: whole.default(0),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: whole }).optional(),
})
const SubscriptionShape = z.object({
  TopicArn: z.string(),
  Protocol: z.string(),
  Endpoint: z.string(),
  RawMessageDelivery: z.coerce.boolean().default(false),
})
const MappingShape = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  BatchSize: whole.optional(),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.object({ Filters: z.array(z.object({ Pattern: z.string() })) }).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: whole.default(-1),
  MaximumRecordAgeInSeconds: whole.default(-1),
  DestinationConfig: destination,
})
/** Scheduler's and EventBridge's own patience where a template says nothing. */
const TargetShape = z.object({
  Arn: z.string(),
  Input: z.string().optional(),
  RetryPolicy: z
    .object({ MaximumRetryAttempts: whole.default(185), MaximumEventAgeInSeconds: whole.default(86_400) })
    .default({ MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 }),
  DeadLetterConfig: z.object({ Arn: z.string() }).optional(),
  InputPath: z.never({ error: 'is not played on one machine' }).optional(),
  InputTransformer: z.never({ error: 'is not played on one machine' }).optional(),
})
export type TargetWiring = z.output<typeof TargetShape>

const ScheduleShape = z.object({
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.string().default('ENABLED'),
  Target: TargetShape,
})
const RuleShape = z.object({
  ScheduleExpression: z.string().optional(),
  State: z.string().default('ENABLED'),
  EventPattern: z.record(z.string(), z.unknown()).optional(),
  EventBusName: z.string().optional(),
  Targets: z.array(TargetShape).default([]),
})
const RouteShape = z.object({
  RouteKey: z.string(),
  AuthorizationType: z.string().default('NONE'),
  AuthorizerId: z.string().optional(),
  Target: z.string(),
})
const IntegrationShape = z.object({ IntegrationUri: z.string() })
const AuthorizerShape = z.object({
  JwtConfiguration: z.object({ Issuer: z.string(), Audience: z.array(z.string()).default([]) }),
})
const BucketShape = z.object({
  NotificationConfiguration: z
    .object({
      QueueConfigurations: z
        .array(
          z.object({
            Event: z.string(),
            Queue: z.string(),
            Filter: z
              .object({ S3Key: z.object({ Rules: z.array(z.object({ Name: z.string(), Value: z.string() })) }) })
              .optional(),
          }),
        )
        .default([]),
    })
    .default({ QueueConfigurations: [] }),
})
const TableShape = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) })),
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
})

const FlowShape = z.object({ Name: z.string(), Content: z.string() })

const read = <T extends z.ZodType>(shape: T, resource: Resource): z.output<T> => {
  const parsed = shape.safeParse(resource.properties)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(
    `${resource.stack}/${resource.id}: ${issue?.path.join('.')} ${issue?.message}. The local stack cannot play it.`,
  )
}

const Folder = z.object({ 'firstbell.folder': z.string() })

/** Everything the local stack plays, read once from resolved templates. Throws naming the resource it cannot play. */
export const readWiring = (stacks: Stacks) => {
  const all = <T extends z.ZodObject>(shape: T, ...types: readonly string[]) =>
    stacks.ofType(...types).map((resource) => ({ ...read(shape, resource), id: resource.id, arn: resource.arn }))
  // A trigger may name its function by name or by arn.
  const namedFunction = <T extends { readonly FunctionName: string }>(trigger: T): T => {
    const { FunctionName } = trigger
    const found = stacks
      .ofType('AWS::Lambda::Function')
      .find(({ arn }) => arn === FunctionName || arn.endsWith(`:${FunctionName}`))
    return { ...trigger, FunctionName: found?.arn ?? FunctionName }
  }
  const tables = all(TableShape, 'AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable')
  return {
    functions: stacks.ofType('AWS::Lambda::Function').flatMap((resource) => {
      const folder = Folder.safeParse(resource.metadata)
      if (!folder.success) return []
      const shape = read(FunctionShape, resource)
      return [
        {
          id: resource.id,
          arn: resource.arn,
          folder: folder.data['firstbell.folder'],
          env: shape.Environment.Variables,
          timeout: shape.Timeout,
        },
      ]
    }),
    invokes: all(InvokeShape, 'AWS::Lambda::EventInvokeConfig').map(namedFunction),
    queues: all(QueueShape, 'AWS::SQS::Queue'),
    topics: stacks.ofType('AWS::SNS::Topic').map(({ id, arn }) => ({ id, arn })),
    subscriptions: all(SubscriptionShape, 'AWS::SNS::Subscription').filter(({ Protocol }) => Protocol === 'sqs'),
    mappings: all(MappingShape, 'AWS::Lambda::EventSourceMapping').map(namedFunction),
    schedules: all(ScheduleShape, 'AWS::Scheduler::Schedule').filter(({ State }) => State === 'ENABLED'),
    rules: all(RuleShape, 'AWS::Events::Rule').filter(({ State }) => State === 'ENABLED'),
    routes: all(RouteShape, 'AWS::ApiGatewayV2::Route'),
    integrations: all(IntegrationShape, 'AWS::ApiGatewayV2::Integration'),
    authorizers: all(AuthorizerShape, 'AWS::ApiGatewayV2::Authorizer'),
    buckets: stacks.ofType('AWS::S3::Bucket').map((resource) => ({
      name: resource.arn.split(':').at(-1) ?? resource.id,
      tells: read(BucketShape, resource).NotificationConfiguration.QueueConfigurations.map(({ Queue, Filter }) => ({
        queue: Queue,
        prefix: Filter?.S3Key.Rules.find(({ Name }) => Name.toLowerCase() === 'prefix')?.Value ?? '',
      })),
    })),
    flows: all(FlowShape, 'AWS::Connect::ContactFlow').map(({ id, Name, Content }) => ({
      reference: `${id}.ContactFlowArn`,
      name: Name,
      content: Content,
    })),
    table: tables[0],
  }
}

export type Wiring = ReturnType<typeof readWiring>
export type QueueWiring = Wiring['queues'][number]
export type MappingWiring = Wiring['mappings'][number]
export type FunctionWiring = Wiring['functions'][number]
