/** A register by keyboard: up and down go from child to child, one letter marks. They work on the marks alone, not elsewhere on the page. */
import type { KeyboardEvent } from 'react'

const rowOf = (target: EventTarget): HTMLElement | null =>
  target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]') : null

const focusRow = (row: Element | null): void => {
  const mark = row?.querySelector<HTMLElement>('input:checked') ?? row?.querySelector<HTMLElement>('input')
  mark?.focus()
}

/** The first child of a register, to begin marking with. */
export const focusFirstRow = (list: HTMLElement | null): void => focusRow(list?.querySelector('[data-row]') ?? null)

export const onRegisterKey = (event: KeyboardEvent<HTMLElement>): void => {
  const row = rowOf(event.target)
  if (!row || event.ctrlKey || event.altKey || event.metaKey) return
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault()
    focusRow(event.key === 'ArrowDown' ? row.nextElementSibling : row.previousElementSibling)
    return
  }
  const mark = row.querySelector<HTMLInputElement>(`input[data-key="${CSS.escape(event.key.toLowerCase())}"]`)
  if (!mark) return
  event.preventDefault()
  mark.click()
  mark.focus()
}
