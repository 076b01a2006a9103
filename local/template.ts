/**
 * Reads synthesised CloudFormation and answers its references as one machine would: every resource has a name, an arn and, for a
 * queue, an address. Only what the wiring asks for is resolved, so that a resource nobody plays locally needs no rule here.
 */
import * as z from 'zod'

const ResourceSchema = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Metadata: z.record(z.string(), z.unknown()).default({}),
})

const TemplateSchema = z.object({
  Resources: z.record(z.string(), ResourceSchema),
  Outputs: z
    .record(z.string(), z.object({ Value: z.unknown(), Export: z.object({ Name: z.unknown() }).optional() }))
    .default({}),
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
})

/** A template with the name of its stack. */
export interface NamedTemplate {
  readonly name: string
  readonly template: unknown
}

/** A resource whose properties are resolved. */
export interface Resource {
  readonly stack: string
  readonly id: string
  readonly type: string
  readonly arn: string
  readonly properties: unknown
  readonly metadata: Readonly<Record<string, unknown>>
}

export interface Stacks {
  /** Resources of these types, in the order of the templates. */
  ofType(...types: readonly string[]): readonly Resource[]
}

const REGION = 'eu-west-2'
const ACCOUNT = '000000000000'
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Region': REGION,
  'AWS::AccountId': ACCOUNT,
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::NoValue': '',
}

/** Where a queue is addressed on one machine. */
const queueUrl = (name: string): string => `https://queues.local/${ACCOUNT}/${name}`

const NAME_PROPERTIES = ['FunctionName', 'QueueName', 'TopicName', 'TableName', 'BucketName', 'RoleName', 'Name']

const arnOf = (type: string, name: string): string => {
  const service = (type.split('::')[1] ?? '').toLowerCase()
  const local = {
    'AWS::Lambda::Function': `function:${name}`,
    'AWS::DynamoDB::Table': `table/${name}`,
    'AWS::DynamoDB::GlobalTable': `table/${name}`,
    'AWS::Events::EventBus': `event-bus/${name}`,
  }[type]
  return `arn:aws:${service}:${REGION}:${ACCOUNT}:${local ?? name}`
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads templates together, so that one stack's exports answer another's imports. Throws when one is not a template. */
export const readStacks = (templates: readonly NamedTemplate[]): Stacks => {
  const stacks = new Map(templates.map(({ name, template }) => [name, TemplateSchema.parse(template)]))

  const nameOf = (stack: string, id: string): string => {
    const resource = stacks.get(stack)?.Resources[id]
    const given = NAME_PROPERTIES.map((property) => resource?.Properties[property]).find((value) => value !== undefined)
    return typeof given === 'string' && !/[/\s]/.test(given) ? given : id
  }

  const refer = (stack: string, id: string): unknown => {
    if (id in PSEUDO) return PSEUDO[id]
    if (id === 'AWS::StackName') return stack
    const template = stacks.get(stack)
    const resource = template?.Resources[id]
    if (!resource) return resolve(stack, template?.Parameters[id]?.Default ?? id)
    const name = nameOf(stack, id)
    if (resource.Type === 'AWS::SQS::Queue') return queueUrl(name)
    if (['AWS::SNS::Topic', 'AWS::SecretsManager::Secret'].includes(resource.Type)) return arnOf(resource.Type, name)
    return name
  }

  const attribute = (stack: string, id: string, name: string): string => {
    const resource = stacks.get(stack)?.Resources[id]
    const type = resource?.Type ?? ''
    const own = nameOf(stack, id)
    if (name === 'Arn' || name === 'TopicArn') return arnOf(type, own)
    if (name === 'StreamArn') return `${arnOf(type, own)}/stream/local`
    if (name.endsWith('Name')) return own
    if (name === 'QueueUrl') return queueUrl(own)
    return `${own}.${name}`
  }

  const substitute = (stack: string, text: string, values: Record<string, unknown>): string =>
    text.replace(/\$\{(!?)([^}]+)\}/g, (_whole, literal: string, name: string) => {
      if (literal) return `\${${name}}`
      if (name in values) return String(resolve(stack, values[name]))
      const [id = '', ...rest] = name.split('.')
      return String(rest.length === 0 ? refer(stack, id) : attribute(stack, id, rest.join('.')))
    })

  const imported = (exportName: string): unknown => {
    for (const [stack, template] of stacks) {
      for (const output of Object.values(template.Outputs)) {
        if (output.Export && resolve(stack, output.Export.Name) === exportName) return resolve(stack, output.Value)
      }
    }
    throw new Error(`No stack exports ${exportName}. Synthesise all stacks together.`)
  }

  const intrinsic = (stack: string, name: string, argument: unknown): unknown => {
    const list = Array.isArray(argument) ? argument : []
    switch (name) {
      case 'Ref':
        return refer(stack, String(argument))
      case 'Fn::GetAtt': {
        const [id = '', ...rest] = Array.isArray(argument) ? argument.map(String) : String(argument).split('.')
        return attribute(stack, id, rest.join('.'))
      }
      case 'Fn::Sub':
        return typeof argument === 'string'
          ? substitute(stack, argument, {})
          : substitute(stack, String(list[0]), isRecord(list[1]) ? list[1] : {})
      case 'Fn::Join': {
        const parts = resolve(stack, list[1])
        return (Array.isArray(parts) ? parts : []).map(String).join(String(list[0]))
      }
      case 'Fn::Select': {
        const from = resolve(stack, list[1])
        return Array.isArray(from) ? from[Number(list[0])] : undefined
      }
      case 'Fn::Split':
        return String(resolve(stack, list[1])).split(String(list[0]))
      case 'Fn::ImportValue':
        return imported(String(resolve(stack, argument)))
      default:
        throw new Error(
          `The local stack does not know ${name}. Say the value plainly in infra/, or add it to local/template.ts.`,
        )
    }
  }

  const resolve = (stack: string, value: unknown): unknown => {
    if (Array.isArray(value)) return value.map((item) => resolve(stack, item))
    if (!isRecord(value)) return value
    const entries = Object.entries(value)
    const [only] = entries
    if (only && entries.length === 1 && (only[0] === 'Ref' || only[0].startsWith('Fn::')))
      return intrinsic(stack, only[0], only[1])
    return Object.fromEntries(entries.map(([key, item]) => [key, resolve(stack, item)]))
  }

  return {
    ofType: (...types) =>
      [...stacks].flatMap(([stack, template]) =>
        Object.entries(template.Resources)
          .filter(([, resource]) => types.includes(resource.Type))
          .map(([id, resource]) => ({
            stack,
            id,
            type: resource.Type,
            arn: arnOf(resource.Type, nameOf(stack, id)),
            properties: resolve(stack, resource.Properties),
            metadata: resource.Metadata,
          })),
      ),
  }
}
