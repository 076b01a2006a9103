/** The one shape of the small forms: some fields, one press, and what went wrong beside it. */
import type { FormEvent, ReactNode } from 'react'
import type { Failure } from '../client/failure.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'

/** What was said in a form. */
export interface Said {
  /** The trimmed text of a field; empty where there is none. */
  readonly text: (name: string) => string
  readonly isTicked: (name: string) => boolean
  readonly all: (name: string) => readonly string[]
}

const saidIn = (form: FormData): Said => ({
  text: (name) => String(form.get(name) ?? '').trim(),
  isTicked: (name) => form.get(name) !== null,
  all: (name) => form.getAll(name).map(String),
})

interface AskFormProps {
  /** The words on the button. */
  readonly press: string
  readonly look?: 'plain' | 'secondary' | 'warning'
  readonly isBusy: boolean
  readonly failure?: Failure | undefined
  /** Whether it was done, where that is known: then the form is empty for the next. */
  readonly submit: (said: Said) => unknown
  readonly children: ReactNode
}

export const AskForm = ({ press, look = 'plain', isBusy, failure, submit, children }: AskFormProps) => {
  const send = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    if ((await submit(saidIn(new FormData(form)))) === true) form.reset()
  }
  return (
    <form className="fb-ask" onSubmit={(event) => void send(event)}>
      {failure ? <FailureNotice failure={failure} /> : null}
      {children}
      <Button type="submit" look={look} disabled={isBusy}>
        {press}
      </Button>
    </form>
  )
}

/** Something that is opened when it is wanted. */
export const Folded = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <details className="govuk-details">
    <summary className="govuk-details__summary">
      <span className="govuk-details__summary-text">{title}</span>
    </summary>
    <div className="govuk-details__text">{children}</div>
  </details>
)
