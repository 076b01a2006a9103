/** The fields of forms: each with its label, named as the form reads it. */
import { type ComponentProps, type ReactNode, useId } from 'react'

interface Labelled {
  readonly label: string
  readonly name: string
  readonly hint?: string | undefined
  /** What is wrong with what stands in it, and what to do. */
  readonly wrong?: string | undefined
}

type Rest<T extends 'input' | 'select' | 'textarea'> = Omit<ComponentProps<T>, 'name' | 'className' | 'id'>

const described = (id: string, { hint, wrong }: Pick<Labelled, 'hint' | 'wrong'>) => {
  const ids = [...(hint === undefined ? [] : [`${id}-hint`]), ...(wrong === undefined ? [] : [`${id}-wrong`])]
  return ids.length === 0 ? {} : { 'aria-describedby': ids.join(' ') }
}

interface AroundProps extends Omit<Labelled, 'name'> {
  readonly id: string
  readonly children: ReactNode
}

/** A label, what helps and what is wrong, and the field itself. */
export const Around = ({ id, label, hint, wrong, children }: AroundProps) => (
  <div className={`govuk-form-group${wrong === undefined ? '' : ' govuk-form-group--error'}`}>
    <label className="govuk-label" htmlFor={id}>
      {label}
    </label>
    {hint === undefined ? null : (
      <p className="govuk-hint" id={`${id}-hint`}>
        {hint}
      </p>
    )}
    {wrong === undefined ? null : (
      <p className="govuk-error-message" id={`${id}-wrong`}>
        <span className="govuk-visually-hidden">Error:</span> {wrong}
      </p>
    )}
    {children}
  </div>
)

const WIDTHS: Readonly<Record<string, string>> = {
  date: ' govuk-input--width-10',
  time: ' govuk-input--width-10',
  number: ' govuk-input--width-5',
}

export const Field = ({ label, name, hint, wrong, type = 'text', ...rest }: Labelled & Rest<'input'>) => {
  const id = useId()
  return (
    <Around id={id} label={label} hint={hint} wrong={wrong}>
      <input
        className={`govuk-input${WIDTHS[type] ?? ''}${wrong === undefined ? '' : ' govuk-input--error'}`}
        id={id}
        name={name}
        type={type}
        {...described(id, { hint, wrong })}
        {...rest}
      />
    </Around>
  )
}

export const Lines = ({ label, name, hint, wrong, rows = 3, ...rest }: Labelled & Rest<'textarea'>) => {
  const id = useId()
  return (
    <Around id={id} label={label} hint={hint} wrong={wrong}>
      <textarea
        className={`govuk-textarea${wrong === undefined ? '' : ' govuk-textarea--error'}`}
        id={id}
        name={name}
        rows={rows}
        {...described(id, { hint, wrong })}
        {...rest}
      />
    </Around>
  )
}

export type Option = readonly [value: string, says: string]

interface ChoiceProps extends Labelled, Rest<'select'> {
  readonly options: readonly Option[]
}

export const Choice = ({ label, name, hint, wrong, options, ...rest }: ChoiceProps) => {
  const id = useId()
  return (
    <Around id={id} label={label} hint={hint} wrong={wrong}>
      <select className="govuk-select" id={id} name={name} {...described(id, { hint, wrong })} {...rest}>
        {options.map(([value, says]) => (
          <option key={value} value={value}>
            {says}
          </option>
        ))}
      </select>
    </Around>
  )
}

export const Tick = ({ label, name, ...rest }: Pick<Labelled, 'label' | 'name'> & Rest<'input'>) => {
  const id = useId()
  return (
    <div className="govuk-checkboxes govuk-checkboxes--small govuk-form-group">
      <div className="govuk-checkboxes__item">
        <input className="govuk-checkboxes__input" type="checkbox" id={id} name={name} {...rest} />
        <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
          {label}
        </label>
      </div>
    </div>
  )
}

interface OneOfProps {
  readonly legend: string
  readonly name: string
  readonly options: readonly Option[]
  /** Told of what is chosen. */
  readonly chosen?: (value: string) => void
}

/** One of a few, which must be chosen. */
export const OneOf = ({ legend, name, options, chosen }: OneOfProps) => {
  const id = useId()
  return (
    <fieldset className="govuk-fieldset govuk-form-group">
      <legend className="govuk-fieldset__legend">{legend}</legend>
      <div className="govuk-radios govuk-radios--small govuk-radios--inline">
        {options.map(([value, says]) => (
          <div className="govuk-radios__item" key={value}>
            <input
              className="govuk-radios__input"
              type="radio"
              required
              id={`${id}-${value}`}
              name={name}
              value={value}
              onChange={() => chosen?.(value)}
            />
            <label className="govuk-label govuk-radios__label" htmlFor={`${id}-${value}`}>
              {says}
            </label>
          </div>
        ))}
      </div>
    </fieldset>
  )
}
