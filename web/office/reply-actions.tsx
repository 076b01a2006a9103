import type { Acting } from '../client/act.ts'
import { addressOf } from '../client/address.ts'
import { Button } from '../parts/button.tsx'
import type { DayRow } from './rows.ts'

interface ReplyActionsProps {
  readonly reply: NonNullable<DayRow['reply']>
  readonly name: string
  readonly isBusy: boolean
  readonly act: Acting['act']
}

/** What a parent wrote, what it seems to mean, and the one press that confirms it. */
export const ReplyActions = ({ reply, name, isBusy, act }: ReplyActionsProps) => (
  <div className="fb-reply">
    <blockquote className="fb-reply__words">{reply.words ?? 'The words are not kept any more.'}</blockquote>
    {reply.entitled ? null : (
      <p className="govuk-body-s">The sender may not speak for this child: ring somebody who may.</p>
    )}
    <div className="fb-row__ways">
      {reply.entitled ? (
        <Button disabled={isBusy} onClick={() => void act('POST', `replies/${reply.id}/confirm`, {})}>
          Confirm{reply.meaning === null ? '' : `: ${reply.meaning}`}
          <span className="govuk-visually-hidden"> for {name}</span>
        </Button>
      ) : null}
      <Button
        look="link"
        disabled={isBusy}
        onClick={() => void act('POST', `replies/${reply.id}/dismiss`, { because: 'The office: it was no answer' })}
      >
        It is no answer<span className="govuk-visually-hidden"> about {name}</span>
      </Button>
      {reply.contact === null ? null : (
        <a className="govuk-link" href={addressOf('conversations', reply.contact)}>
          Answer<span className="govuk-visually-hidden"> about {name}</span>
        </a>
      )}
    </div>
  </div>
)
