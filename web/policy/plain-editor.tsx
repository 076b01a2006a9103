/** The fields of single values: times, dates, numbers, choices and texts. */
import type { SchemaNode } from '../../events/api/policy.ts'
import { Choice, Field, Lines } from '../forms/fields.tsx'
import type { EditorProps } from './editor-props.ts'
import { sayValue } from './values.ts'

const TIME = '2[0-3]'
const DATE = String.raw`\d{4}-\d{2}-\d{2}`
/** A text this long has a field of several lines. */
const LONG = 100

const inputType = ({ pattern = '' }: SchemaNode): 'time' | 'date' | 'text' =>
  pattern.includes(TIME) ? 'time' : pattern.includes(DATE) ? 'date' : 'text'

/** Of several kinds of value each is said in the hint. */
const alternatives = ({ anyOf = [] }: SchemaNode): string =>
  anyOf
    .flatMap((each) => (each.const === undefined ? (each.enum ?? []) : [each.const]))
    .map(sayValue)
    .join(', ')

/** One value that is no group and no list. */
export const PlainEditor = ({ node, path, label, value, isFixed, wrongAt, set }: EditorProps) => {
  const common = { label, name: path, hint: node.description, wrong: wrongAt(path), disabled: isFixed }
  if (node.enum !== undefined || node.type === 'boolean') {
    const options = node.enum ?? [true, false]
    return (
      <Choice
        {...common}
        value={JSON.stringify(value)}
        options={options.map((each) => [JSON.stringify(each), sayValue(each)])}
        onChange={({ target }) => set(path, JSON.parse(target.value))}
      />
    )
  }
  if (node.type === 'integer' || node.type === 'number')
    return (
      <Field
        {...common}
        type="number"
        step={node.type === 'integer' ? 1 : 'any'}
        value={typeof value === 'number' ? value : ''}
        onChange={({ target }) => set(path, target.value === '' ? null : Number(target.value))}
      />
    )
  const text = typeof value === 'string' ? value : ''
  if ((node.maxLength ?? 0) > LONG || text.length > LONG)
    return (
      <Lines
        {...common}
        value={text}
        rows={Math.ceil(text.length / 70) + 1}
        onChange={({ target }) => set(path, target.value)}
      />
    )
  const others = alternatives(node)
  return (
    <Field
      {...common}
      hint={others === '' ? common.hint : `${common.hint ?? ''} It may also be ${others}.`}
      type={inputType(node)}
      value={text}
      onChange={({ target }) => set(path, target.value)}
    />
  )
}
