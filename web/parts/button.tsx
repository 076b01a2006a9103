import type { ComponentProps, MouseEvent } from 'react'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly look?: 'plain' | 'secondary' | 'warning' | 'link'
}

const LOOKS = {
  plain: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
  link: 'fb-link-button',
} as const

/** One that is disabled does nothing, a form's own included, and keeps the keyboard: the browser's own would drop whoever has just pressed it. */
export const Button = ({ look = 'plain', type = 'button', disabled = false, onClick, ...rest }: ButtonProps) => {
  const press = (event: MouseEvent<HTMLButtonElement>): void => {
    if (disabled) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button className={LOOKS[look]} type={type} aria-disabled={disabled ? true : undefined} onClick={press} {...rest} />
  )
}
