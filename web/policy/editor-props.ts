/** What every editor of a value is given. */
import type { Json, SchemaNode } from '../../events/api/policy.ts'

export interface EditorProps {
  readonly node: SchemaNode
  readonly path: string
  readonly label: string
  readonly value: Json | undefined
  readonly isFixed: boolean
  /** What is wrong at a path, and what to do. */
  readonly wrongAt: (path: string) => string | undefined
  readonly set: (path: string, value: Json) => void
}
