import type { ReactNode } from 'react'
import type { Failure } from '../client/failure.ts'

interface NoticeProps {
  readonly tone?: 'calm' | 'good' | 'urgent'
  readonly title: string
  readonly children?: ReactNode
}

/** Something to know, said aloud to whoever listens to the page. */
export const Notice = ({ tone = 'calm', title, children }: NoticeProps) => (
  <div className={`fb-notice fb-notice--${tone}`} role={tone === 'urgent' ? 'alert' : 'status'}>
    <p className="govuk-body fb-notice__title">{title}</p>
    {children}
  </div>
)

/** What went wrong and what to do, with the fields or pupils concerned. */
export const FailureNotice = ({ failure, children }: { readonly failure: Failure; readonly children?: ReactNode }) => (
  <Notice tone="urgent" title={failure.title}>
    <p className="govuk-body">{failure.remedy}</p>
    {failure.problem?.errors?.map(({ field, rule }) => (
      <p className="govuk-body" key={`${field} ${rule}`}>
        {field}: {rule}
      </p>
    ))}
    {children}
  </Notice>
)
