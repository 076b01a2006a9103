/** A form made from the schema of a policy: each kind of value has its field, with the schema's own description. */
import type { Json, SchemaNode } from '../../events/api/policy.ts'
import type { EditorProps } from './editor-props.ts'
import { ListEditor } from './list-editor.tsx'
import { PlainEditor } from './plain-editor.tsx'
import { isObject, labelOf } from './values.ts'

const GroupEditor = (props: EditorProps) => {
  const { node, path, label, value } = props
  const known = node.properties ?? {}
  const more = isObject(node.additionalProperties as Json) ? (node.additionalProperties as SchemaNode) : undefined // the other kind is a boolean
  const own = isObject(value) ? value : {}
  const fields: readonly (readonly [string, SchemaNode])[] = [
    ...Object.entries(known),
    ...(more === undefined
      ? []
      : Object.keys(own)
          .filter((key) => !Object.hasOwn(known, key))
          .map((key) => [key, more] as const)),
  ]
  return (
    <fieldset className="govuk-fieldset fb-group">
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      {node.description === undefined ? null : <p className="govuk-hint">{node.description}</p>}
      {fields.map(([key, inner]) => (
        <ValueEditor key={key} {...props} node={inner} path={`${path}.${key}`} label={labelOf(key)} value={own[key]} />
      ))}
    </fieldset>
  )
}

export const ValueEditor = (props: EditorProps) => {
  const { node } = props
  if (node.type === 'array') return <ListEditor {...props} Entry={ValueEditor} />
  if (node.type === 'object') return <GroupEditor {...props} />
  return <PlainEditor {...props} />
}
