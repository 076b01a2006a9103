import { type FormEvent, useRef, useState } from 'react'
import type { Session } from '../../shared/domain/codes.ts'
import { spokenDate } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import { Button } from '../parts/button.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { Page } from '../parts/page.tsx'
import { ChildRow } from './child-row.tsx'
import { Disputed } from './disputed.tsx'
import type { KeptPlace } from './kept.ts'
import { focusFirstRow, onRegisterKey } from './keys.ts'
import { countsOf, meaningOf, unmarked } from './marks.ts'
import { MissedSummary } from './missed-summary.tsx'
import { Submitted } from './submitted.tsx'
import { useTaking } from './use-taking.ts'

const HALF: Readonly<Record<Session, string>> = { AM: 'morning', PM: 'afternoon' }

interface RegisterPageProps {
  readonly place: KeptPlace
  /** The register has arrived. */
  readonly told: () => void
}

/** One class, one session: everybody present with one press, then who is not. */
export const RegisterPage = ({ place, told }: RegisterPageProps) => {
  const { taking, live, className = '', happen, submit } = useTaking(place, told)
  const [missed, setMissed] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const missing = taking ? unmarked(taking.rows, taking.marking) : []
  const trySubmit = (event: FormEvent): void => {
    event.preventDefault()
    setMissed(missing.length > 0)
    if (missing.length === 0 && taking?.disputed.length === 0) void submit()
  }
  const everybody = (): void => {
    happen({ what: 'everybody' })
    setMissed(false)
    focusFirstRow(list.current)
  }
  const isOver = taking?.phase === 'submitted' || taking?.phase === 'waiting'
  return (
    <Page
      title={`Register ${className}`}
      about={`${spokenDate(place.date)}, ${HALF[place.session]}. ${taking && !isOver ? countsOf(taking.rows, taking.marking) : ''}`}
    >
      <Freshness live={live} />
      {taking?.failure && taking.disputed.length === 0 ? <FailureNotice failure={taking.failure} /> : null}
      {taking && taking.disputed.length > 0 ? (
        <Disputed taking={taking} mark={(id, code) => happen({ what: 'marked', id, code })} />
      ) : null}
      {taking?.register.closed === undefined ? null : (
        <Notice title="There is no school in this session.">
          <p className="govuk-body">
            Everybody holds {taking.register.closed}: {meaningOf(taking.register.closed)}.
          </p>
        </Notice>
      )}
      {taking && isOver ? <Submitted taking={taking} reopen={() => happen({ what: 'reopened' })} /> : null}
      {taking && !isOver && taking.register.closed === undefined ? (
        <form onSubmit={trySubmit}>
          {missed && missing.length > 0 ? <MissedSummary missing={missing} /> : null}
          <div className="govuk-button-group">
            {missing.length === 0 ? null : (
              <Button look="secondary" onClick={everybody}>
                Everyone {missing.length < taking.rows.length ? 'else ' : ''}present
              </Button>
            )}
            {taking.before.length === 0 ? null : (
              <Button look="link" onClick={() => happen({ what: 'undo' })}>
                Undo the last mark
              </Button>
            )}
          </div>
          <p className="govuk-body-s fb-keys">
            Keys: <kbd>↑</kbd> <kbd>↓</kbd> child, <kbd>P</kbd> present, <kbd>L</kbd> late, <kbd>A</kbd> absent,{' '}
            <kbd>Enter</kbd> submits.
          </p>
          <ol className="fb-register" ref={list} onKeyDown={onRegisterKey}>
            {taking.rows.map((row) => (
              <ChildRow
                key={row.id}
                row={row}
                code={taking.marking[row.id]}
                isMissed={missed && taking.marking[row.id] === undefined}
                mark={(code) => happen({ what: 'marked', id: row.id, code })}
              />
            ))}
          </ol>
          <div className="fb-submit">
            <p className="govuk-body-s" role="status">
              {countsOf(taking.rows, taking.marking)}
            </p>
            <Button type="submit" disabled={taking.phase === 'sending'}>
              {taking.phase === 'sending' ? 'Sending…' : 'Submit register'}
            </Button>
          </div>
        </form>
      ) : null}
      <p className="govuk-body">
        <a className="govuk-link" href={addressOf('classes')}>
          Back to the classes
        </a>
      </p>
      <p className="govuk-body">
        <a className="govuk-link" href={addressOf('stood', place.class, place.date, place.session)}>
          This register as it stood at a moment
        </a>
      </p>
    </Page>
  )
}
