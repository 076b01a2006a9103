/** The form of one part of the policy, value by value. */
import type { ReactNode } from 'react'
import type { Json, SchemaNode } from '../../events/api/policy.ts'
import { FieldNotes } from './field-notes.tsx'
import { Plainer } from './plainer.tsx'
import type { Editing } from './use-policy.ts'
import { ValueEditor } from './value-editor.tsx'
import { isObject, labelOf, valueAt } from './values.ts'

interface PartFormProps {
  readonly editing: Editing
  readonly node: SchemaNode
  readonly path: string
  readonly mayEdit: boolean
  /** What more there is to one value. */
  readonly more: (path: string) => ReactNode
}

/** Values below a group stand each by themselves; a list, or a group without names of its own, is one value. */
const isOpened = (node: SchemaNode): boolean => node.type === 'object' && node.properties !== undefined

export const PartForm = ({ editing, node, path, mayEdit, more }: PartFormProps) => {
  const { live, edits, values, checked, set, undo } = editing
  const notes = live.value?.fields ?? []
  const own: Json | undefined = valueAt(values, path.split('.'))
  if (isOpened(node))
    return (
      <section className="fb-part" aria-label={labelOf(path.split('.').at(-1) ?? '')}>
        {path.includes('.') ? (
          <>
            <h2 className="govuk-heading-s">{labelOf(path.split('.').at(-1) ?? '')}</h2>
            {node.description === undefined ? null : <p className="govuk-hint">{node.description}</p>}
          </>
        ) : null}
        {Object.entries(node.properties ?? {})
          .filter(([key]) => isObject(own) && Object.hasOwn(own, key))
          .map(([key, inner]) => (
            <PartForm key={key} editing={editing} node={inner} path={`${path}.${key}`} mayEdit={mayEdit} more={more} />
          ))}
      </section>
    )
  const note = notes.find((each) => each.path === path)
  const name = labelOf(path.split('.').at(-1) ?? '')
  return (
    <div className="fb-value" data-path={path}>
      <ValueEditor
        node={node}
        path={path}
        label={name}
        value={own}
        isFixed={!mayEdit || note?.locked === true || note?.deploy === true}
        wrongAt={(at) => {
          const found = checked?.problems.find(({ field }) => field === at)
          return found ? `It ${found.what} ${found.remedy}` : undefined
        }}
        set={set}
      />
      <Plainer path={path} editing={editing} />
      <FieldNotes
        note={note}
        name={name}
        was={Object.hasOwn(edits, path) ? { value: valueAt(live.value?.values, path.split('.')) } : undefined}
        take={(value) => set(path, value)}
        undo={() => undo(path)}
      />
      {more(path)}
    </div>
  )
}
