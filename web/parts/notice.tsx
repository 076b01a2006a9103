import { type ReactNode, type Ref, useEffect, useRef } from 'react'
import type { Failure } from '../client/failure.ts'

interface NoticeProps {
  readonly tone?: 'calm' | 'good' | 'urgent'
  readonly title: string
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLDivElement>
}

/** Something to know, said aloud to whoever listens to the page. */
export const Notice = ({ tone = 'calm', title, children, ref }: NoticeProps) => (
  <div ref={ref} className={`fb-notice fb-notice--${tone}`} role={tone === 'urgent' ? 'alert' : 'status'}>
    <p className="govuk-body fb-notice__title">{title}</p>
    {children}
  </div>
)

interface FailureNoticeProps {
  readonly failure: Failure
  /** Nobody has pressed anything: the page stays where it is read. */
  readonly isQuiet?: boolean
  readonly children?: ReactNode
}

/** Counts what it is given anew, so that the same words are spoken again when somebody has pressed again and failed again. */
const useTurn = (failure: Failure, isQuiet: boolean): number => {
  const last = useRef({ failure, turn: 0 })
  if (!isQuiet && last.current.failure !== failure) last.current = { failure, turn: last.current.turn + 1 }
  return last.current.turn
}

/** What went wrong and what to do, with the fields or pupils concerned. Wherever on a long page somebody pressed, it comes into sight. */
export const FailureNotice = ({ failure, isQuiet = false, children }: FailureNoticeProps) => {
  const shown = useRef<HTMLDivElement>(null)
  const turn = useTurn(failure, isQuiet)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each failure anew
  useEffect(() => {
    if (!isQuiet) shown.current?.scrollIntoView({ block: 'nearest' })
  }, [failure, isQuiet])
  return (
    <Notice key={turn} tone="urgent" title={failure.title} ref={shown}>
      <p className="govuk-body">{failure.remedy}</p>
      {failure.problem?.errors?.map(({ field, rule }) => (
        <p className="govuk-body" key={`${field} ${rule}`}>
          {field}: {rule}
        </p>
      ))}
      {children}
    </Notice>
  )
}
