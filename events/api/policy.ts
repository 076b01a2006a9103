/** The policy of an academy as the console edits it: its values and their schema, a draft, and the versions there were. */
import * as z from 'zod'
import { localDate, pathId } from '../values.ts'

const values = z.record(z.string(), z.json())
const version = pathId

export const PolicyDraftBody = z.strictObject({
  base: version.describe('The version over which the draft is laid: the newest there is.'),
  policy: values.describe('The values that would be others, as the academy’s file has them.'),
})

const because = z
  .string()
  .trim()
  .min(3)
  .max(300)
  .describe('Why: it stands in the record, and as the source of new values.')

export const PolicyPublishBody = PolicyDraftBody.extend({ because })
export const PolicyAgainBody = z.strictObject({
  base: version.describe('The newest version there is.'),
  because,
})

export type Json = z.core.util.JSONType

/** As much of JSON Schema as the schema of a policy is written in. */
export interface SchemaNode {
  readonly description?: string | undefined
  readonly type?: string | undefined
  readonly enum?: readonly Json[] | undefined
  readonly const?: Json | undefined
  readonly pattern?: string | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly maxLength?: number | undefined
  readonly minItems?: number | undefined
  readonly properties?: Readonly<Record<string, SchemaNode>> | undefined
  readonly additionalProperties?: SchemaNode | boolean | undefined
  readonly items?: SchemaNode | undefined
  readonly anyOf?: readonly SchemaNode[] | undefined
}

const SchemaNode: z.ZodType<SchemaNode> = z.lazy(() =>
  z.looseObject({
    description: z.string().optional(),
    type: z.string().optional(),
    enum: z.array(z.json()).optional(),
    const: z.json().optional(),
    pattern: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxLength: z.number().optional(),
    minItems: z.number().optional(),
    properties: z.record(z.string(), SchemaNode).optional(),
    additionalProperties: z.union([SchemaNode, z.boolean()]).optional(),
    items: SchemaNode.optional(),
    anyOf: z.array(SchemaNode).optional(),
  }),
)

const Line = z.object({ label: z.string(), say: z.string() })

const advice = z
  .array(z.object({ field: z.string(), what: z.string(), remedy: z.string() }))
  .describe('What its texts to families could say more plainly. It may be published as it is.')

export const PolicyAnswer = z
  .object({
    version,
    from: z.string().describe('The first date it is in force.'),
    inForce: version.describe('The version in force today; another than `version` while one waits for tomorrow.'),
    schema: SchemaNode.describe('JSON Schema of a policy, each field described.'),
    values,
    fields: z
      .array(
        z.object({
          path: z.string(),
          source: z.string().optional().describe('Where the value comes from.'),
          locked: z.literal(true).optional().describe('Every academy has the trust’s value.'),
          deploy: z.literal(true).optional().describe('Changes only by the command line.'),
          trust: z.json().optional().describe('What the trust says, where that is something else.'),
        }),
      )
      .describe('What there is to say of single values.'),
    advice,
  })
  .describe('The newest policy of the academy, and how it may be changed.')

export const PolicyCheckAnswer = z
  .object({
    problems: z.array(z.object({ field: z.string(), what: z.string(), remedy: z.string() })),
    advice,
    changes: z.array(
      z.object({ field: z.string(), meaning: z.string(), was: z.json().optional(), becomes: z.json().optional() }),
    ),
    sentences: z
      .array(z.object({ title: z.string(), was: z.array(Line), becomes: z.array(Line) }))
      .describe('What would be done otherwise; empty while there are problems.'),
  })
  .describe('A draft as if it were to be published.')

export const PolicyVersionsAnswer = z
  .object({
    versions: z.array(
      z.object({
        version,
        from: localDate,
        at: z.string().describe('When it was published.'),
        by: z.string(),
        because: z.string().optional(),
        again: z.literal(true).optional().describe('An earlier version, published once more.'),
      }),
    ),
  })
  .describe('Every version that was published, the newest first.')

export const PolicyPublishedAnswer = z.object({ version, from: localDate }).describe('From when it holds.')

export const WordingPreviewAnswer = z
  .object({
    texts: z.array(
      z.looseObject({
        pupil: z.string(),
        contactId: z.string(),
        body: z.string(),
        costs: z.array(z.looseObject({ parts: z.int() })),
      }),
    ),
  })
  .describe('What the contacts of some children would read.')
