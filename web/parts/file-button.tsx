import { LinkAnswer } from '../../events/api/lead.ts'
import { fetchOnce } from '../client/client.ts'
import { LinkButton } from './link-button.tsx'

interface FileButtonProps {
  /** PDF, CSV. */
  readonly form: string
  /** What it is of, for whoever listens to the page. */
  readonly of: string
  /** Answers with a link. */
  readonly path: string
}

/** A file that is made when it is asked for. */
export const FileButton = ({ form, of, path }: FileButtonProps) => (
  <LinkButton
    says={form}
    opens={`Open the ${form}`}
    about={` of ${of}`}
    fetchLink={() => fetchOnce(LinkAnswer, path)}
  />
)
