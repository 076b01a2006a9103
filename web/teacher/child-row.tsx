import type { Row } from './marks.ts'

interface ChildRowProps {
  readonly row: Row
  readonly code: string | undefined
  readonly isMissed: boolean
  readonly mark: (code: string) => void
}

/** One child and what they may be given. */
export const ChildRow = ({ row, code, isMissed, mark }: ChildRowProps) => (
  <li className={`fb-child${isMissed ? ' fb-child--missed' : ''}`} data-row={row.id}>
    <span className="fb-child__name" id={`name-${row.id}`}>
      {row.name}
      {row.known === undefined ? null : <span className="fb-child__known">The school knows of an absence</span>}
      {row.isMarkedBefore ? (
        <span className="fb-child__known">
          Marked in another class before moving here: look whether they are here now
        </span>
      ) : null}
    </span>
    <span className="fb-marks" role="radiogroup" aria-labelledby={`name-${row.id}`}>
      {row.choices.map((choice) => (
        <label key={choice.code} className={`fb-mark fb-mark--${choice.key}`}>
          <input
            type="radio"
            name={`mark-${row.id}`}
            value={choice.code}
            data-key={choice.key}
            checked={code === choice.code}
            onChange={() => mark(choice.code)}
          />
          <span>{choice.says}</span>
        </label>
      ))}
    </span>
  </li>
)
