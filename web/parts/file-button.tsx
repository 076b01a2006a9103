import { useState } from 'react'
import { LinkAnswer } from '../../events/api/lead.ts'
import { fetchOnce } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { Button } from './button.tsx'
import { FailureNotice } from './notice.tsx'

interface FileButtonProps {
  /** PDF, CSV. */
  readonly form: string
  /** What it is of, for whoever listens to the page. */
  readonly of: string
  /** Answers with a link. */
  readonly path: string
}

/** A file that is made when it is asked for; its link is good once, and for a minute. */
export const FileButton = ({ form, of, path }: FileButtonProps) => {
  const [link, setLink] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const [isBusy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    setBusy(true)
    const heard = await fetchOnce(LinkAnswer, path)
    setBusy(false)
    setFailure(heard.ok ? undefined : heard.failure)
    if (heard.ok) setLink(heard.value.address)
  }
  if (link === undefined)
    return (
      <>
        {failure ? <FailureNotice failure={failure} /> : null}
        <Button look="secondary" disabled={isBusy} onClick={() => void make()}>
          {form}
          <span className="govuk-visually-hidden"> of {of}</span>
        </Button>
      </>
    )
  return (
    <a className="govuk-link" href={link} target="_blank" rel="noreferrer" onClick={() => setTimeout(setLink, 500)}>
      Open the {form}
      <span className="govuk-visually-hidden"> of {of}, in a new window</span>
    </a>
  )
}
