import { useEffect, useRef } from 'react'
import { type HandedLink, useHandedLink } from '../client/handed-link.ts'
import { Button } from './button.tsx'
import { FailureNotice } from './notice.tsx'

interface OpenLinkProps {
  readonly handed: Pick<HandedLink<never>, 'address' | 'opened'>
  readonly says: string
  /** What it is of, for whoever listens to the page. */
  readonly about: string
}

/** The link, while it is good. */
export const OpenLink = ({ handed: { address, opened }, says, about }: OpenLinkProps) => (
  <a className="govuk-link" href={address} target="_blank" rel="noreferrer" onClick={opened} onAuxClick={opened}>
    {says}
    <span className="govuk-visually-hidden">{about}, in a new window</span>
  </a>
)

const ENDED = {
  opened: 'If nothing opened, press again: each link opens once.',
  over: 'The link has run out: press again.',
} as const

/** What became of a link that is not there any more. */
export const LinkEnded = ({ ended }: Pick<HandedLink<never>, 'ended'>) => (
  <span className="govuk-body-s fb-about fb-link-ended" role="status">
    {ended === undefined ? '' : ENDED[ended]}
  </span>
)

interface LinkButtonProps extends Omit<OpenLinkProps, 'handed'> {
  /** On the link once it is there. */
  readonly opens: string
  readonly look?: 'plain' | 'secondary'
  readonly fetchLink: Parameters<typeof useHandedLink<[]>>[0]
}

/** A button that becomes a link to a file, and a button again. Whoever works by keyboard stays at it. */
export const LinkButton = ({ says, opens, about, look = 'secondary', fetchLink }: LinkButtonProps) => {
  const handed = useHandedLink(fetchLink)
  const place = useRef<HTMLSpanElement>(null)
  const { address, isBusy, failure, ended, ask } = handed
  const before = useRef(address)
  useEffect(() => {
    if (before.current !== address && document.activeElement === document.body)
      place.current?.querySelector<HTMLElement>('a, button')?.focus()
    before.current = address
  }, [address])
  return (
    <>
      {failure ? <FailureNotice failure={failure} /> : null}
      <span ref={place}>
        {address === undefined ? (
          <Button look={look} disabled={isBusy} onClick={() => void ask()}>
            {says}
            <span className="govuk-visually-hidden">{about}</span>
          </Button>
        ) : (
          <OpenLink handed={handed} says={opens} about={about} />
        )}
      </span>
      <LinkEnded ended={ended} />
    </>
  )
}
