/** Collecting a file: it is written down who took it and what its bytes were, then the link stands for a minute. */
import { CollectedAnswer } from '../../events/api/extracts.ts'
import { send } from '../client/client.ts'
import { LinkButton } from '../parts/link-button.tsx'

/** Asked for by hand, a file comes with its link. */
const Handed = CollectedAnswer.required({ address: true })

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

export const CollectButton = ({ says, of, path, body, look = 'secondary', after }: CollectButtonProps) => (
  <LinkButton
    says={says}
    opens="Open it"
    about={` of ${of}`}
    look={look}
    fetchLink={async () => {
      const done = await send('POST', path, { ...body, hand: 'link' }, Handed)
      await after()
      return done
    }}
  />
)
