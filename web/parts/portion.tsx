/** A long list a portion at a time: what is not shown costs the page nothing, and one press brings more. */
import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from './button.tsx'

/** As many as somebody works through before looking up. */
export const PORTION = 30

export interface Portion<T> {
  readonly shown: readonly T[]
  /** For the element whose children are the rows. */
  readonly list: RefObject<HTMLUListElement | null>
  readonly left: number
  readonly size: number
  readonly more: () => void
}

/** The rows that are shown. After more are asked for, the keyboard stands at the first of the new ones. */
export const usePortion = <T,>(rows: readonly T[], size = PORTION): Portion<T> => {
  const [most, setMost] = useState(size)
  const list = useRef<HTMLUListElement>(null)
  const goTo = useRef<number>(undefined)
  useEffect(() => {
    if (goTo.current === undefined) return
    list.current?.children[goTo.current]?.querySelector<HTMLElement>('a, button')?.focus()
    goTo.current = undefined
  })
  return {
    shown: rows.slice(0, most),
    list,
    size,
    left: Math.max(0, rows.length - most),
    more() {
      goTo.current = most
      setMost(most + size)
    },
  }
}

interface MoreRowsProps extends Pick<Portion<unknown>, 'left' | 'more' | 'size'> {
  /** Of what list, for whoever hears the button alone. */
  readonly of: string
}

export const MoreRows = ({ left, more, size, of }: MoreRowsProps) =>
  left === 0 ? null : (
    <p className="govuk-body fb-more-rows">
      <Button look="secondary" onClick={more}>
        Show {Math.min(size, left)} more<span className="govuk-visually-hidden"> of: {of}</span>
      </Button>{' '}
      <span>{left} are not shown yet.</span>
    </p>
  )
