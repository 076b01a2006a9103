import type { ReactNode } from 'react'
import type { Json } from '../../events/api/policy.ts'
import { Button } from '../parts/button.tsx'
import type { EditorProps } from './editor-props.ts'
import { emptyOf, isObject, withAt } from './values.ts'

const swapped = (list: readonly Json[], at: number): Json[] =>
  list.map((each, index) => (index === at ? (list[at - 1] ?? each) : index === at - 1 ? (list[at] ?? each) : each))

interface ListEditorProps extends EditorProps {
  /** The editor of one entry. */
  readonly Entry: (props: EditorProps) => ReactNode
}

/** A list in its order: entries are changed, moved, taken out and added. It is one value: whoever changes an entry says the whole list. */
export const ListEditor = ({ Entry, ...props }: ListEditorProps) => {
  const { node, path, label, value, isFixed, wrongAt, set } = props
  const list: readonly Json[] = Array.isArray(value) ? value : []
  const { items = {} } = node
  const wrong = wrongAt(path)
  const setBelow = (below: string, becomes: Json): void =>
    set(path, withAt([...list], below.slice(path.length + 1).split('.'), becomes))
  return (
    <fieldset className={`govuk-fieldset fb-group${wrong === undefined ? '' : ' govuk-form-group--error'}`}>
      <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{label}</legend>
      {node.description === undefined ? null : <p className="govuk-hint">{node.description}</p>}
      {wrong === undefined ? null : <p className="govuk-error-message">{wrong}</p>}
      <ol className="fb-entries">
        {list.map((entry, at) => (
          // An entry has no name but its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <li key={at} className={isObject(entry) ? 'fb-entries__group' : 'fb-entries__one'}>
            <Entry
              {...props}
              node={{ ...items, description: isObject(entry) ? items.description : undefined }}
              path={`${path}.${at}`}
              label={`${label}, ${at + 1}`}
              value={entry}
              set={setBelow}
            />
            {isFixed ? null : (
              <div className="fb-row__ways">
                {at === 0 ? null : (
                  <Button look="link" onClick={() => set(path, swapped(list, at))}>
                    Earlier
                    <span className="govuk-visually-hidden">
                      : {label}, {at + 1}
                    </span>
                  </Button>
                )}
                <Button
                  look="link"
                  onClick={() =>
                    set(
                      path,
                      list.filter((_each, index) => index !== at),
                    )
                  }
                >
                  Take out
                  <span className="govuk-visually-hidden">
                    : {label}, {at + 1}
                  </span>
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {isFixed ? null : (
        <Button look="secondary" onClick={() => set(path, [...list, emptyOf(items)])}>
          Add<span className="govuk-visually-hidden"> to {label}</span>
        </Button>
      )}
    </fieldset>
  )
}
