import type { ComponentProps } from 'react'

interface ButtonProps extends Omit<ComponentProps<'button'>, 'className'> {
  readonly look?: 'plain' | 'secondary' | 'warning' | 'link'
}

const LOOKS = {
  plain: 'govuk-button',
  secondary: 'govuk-button govuk-button--secondary',
  warning: 'govuk-button govuk-button--warning',
  link: 'fb-link-button',
} as const

export const Button = ({ look = 'plain', type = 'button', ...rest }: ButtonProps) => (
  <button className={LOOKS[look]} type={type} {...rest} />
)
