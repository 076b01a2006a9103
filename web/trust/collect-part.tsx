/** Collecting a file: it is written down who took it and what its bytes were, then the link stands for a minute. */
import { useState } from 'react'
import { CollectedAnswer } from '../../events/api/extracts.ts'
import { send } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice } from '../parts/notice.tsx'

interface CollectButtonProps {
  /** Data, List. */
  readonly says: string
  /** What it is of, for whoever listens to the page. */
  readonly of: string
  readonly path: string
  readonly body: Readonly<Record<string, string>>
  readonly look?: 'plain' | 'secondary'
  readonly after: () => Promise<void>
}

export const CollectButton = ({ says, of, path, body, look = 'secondary', after }: CollectButtonProps) => {
  const [link, setLink] = useState<string>()
  const [failure, setFailure] = useState<Failure>()
  const [isBusy, setBusy] = useState(false)
  const collect = async (): Promise<void> => {
    setBusy(true)
    const done = await send('POST', path, { ...body, hand: 'link' }, CollectedAnswer)
    setBusy(false)
    setFailure(done.ok ? undefined : done.failure)
    if (done.ok) setLink(done.value.address)
    await after()
  }
  if (link === undefined)
    return (
      <>
        {failure ? <FailureNotice failure={failure} /> : null}
        <Button look={look} disabled={isBusy} onClick={() => void collect()}>
          {says}
          <span className="govuk-visually-hidden"> of {of}</span>
        </Button>
      </>
    )
  return (
    <a className="govuk-link" href={link} target="_blank" rel="noreferrer" onClick={() => setTimeout(setLink, 500)}>
      Open it<span className="govuk-visually-hidden">: {of}, in a new window</span>
    </a>
  )
}
