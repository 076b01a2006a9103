import { useEffect, useRef } from 'react'
import type { Row } from './marks.ts'

/** Who has no mark yet, each a way to the child. */
export const MissedSummary = ({ missing }: { readonly missing: readonly Row[] }) => {
  const summary = useRef<HTMLDivElement>(null)
  useEffect(() => summary.current?.focus(), [])
  return (
    <div className="govuk-error-summary" ref={summary} tabIndex={-1} role="alert">
      <h2 className="govuk-error-summary__title">
        {missing.length === 1 ? 'One child has' : `${missing.length} children have`} no mark
      </h2>
      <ul className="govuk-list govuk-error-summary__list">
        {missing.map(({ id, name }) => (
          <li key={id}>
            <button type="button" className="fb-link-button" onClick={() => focusChild(id)}>
              {name}: not in the room is Absent
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const focusChild = (id: string): void =>
  document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"] input`)?.focus()
