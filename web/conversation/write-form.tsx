import { type FormEvent, useId, useRef, useState } from 'react'
import { WrittenAnswer } from '../../events/api/conversation-answers.ts'
import { LONGEST_REPLY, onOneLine } from '../../events/api/conversations.ts'
import { asWritten } from '../../shared/domain/texts/written.ts'
import { send } from '../client/client.ts'
import type { Failure } from '../client/failure.ts'
import { freshKey } from '../client/fresh-key.ts'
import { Button } from '../parts/button.tsx'
import { FailureNotice, Notice } from '../parts/notice.tsx'
import { lengthInWords, type Thread } from './words.ts'

interface WriteFormProps {
  readonly thread: Thread
  /** Told of the words as the phone will show them. */
  readonly sent: (body: string) => void
}

/** Why nothing may be written about some of the children, or at this moment, and what to do instead. */
const WhyNot = ({ thread }: { readonly thread: Thread }) => {
  const { notNow } = thread.writing
  const barred = thread.children.filter(({ whyNot }) => whyNot !== null)
  return (
    <>
      {notNow ? (
        <Notice title={notNow.why}>
          <p className="govuk-body">{notNow.remedy}</p>
        </Notice>
      ) : null}
      {barred.map(({ id, name, whyNot }) => (
        <Notice key={id} title={`Nothing can be written about ${name ?? 'this child'}. ${whyNot?.why ?? ''}`}>
          <p className="govuk-body">{whyNot?.remedy}</p>
        </Notice>
      ))}
    </>
  )
}

/** A text in the school’s own words, with the parts it will be sent in. The same press made twice is one text. */
export const WriteForm = ({ thread, sent }: WriteFormProps) => {
  const { children, writing, contact } = thread
  const open = children.filter(({ whyNot }) => whyNot === null)
  const [left, setLeft] = useState<readonly string[]>([])
  const [words, setWords] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const key = useRef(freshKey())
  const id = useId()
  const about = open.filter((child) => !left.includes(child.id)).map((child) => child.id)
  const said = onOneLine(words)
  const written = asWritten({ ...writing, provider: writing.carrier }, said)
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (isBusy || about.length === 0 || written.lost.length > 0) return
    setBusy(true)
    const body = { body: words, about }
    const done = await send('POST', `conversations/${contact}/replies`, body, WrittenAnswer, {
      'idempotency-key': key.current,
    })
    setBusy(false)
    setFailure(done.ok ? undefined : done.failure)
    // A request that may have been carried out is asked for again under its own key.
    if (done.ok || done.failure.kind === 'refused') key.current = freshKey()
    if (!done.ok) return
    setWords('')
    sent(done.value.body)
  }
  if (open.length === 0 || writing.notNow) return <WhyNot thread={thread} />
  return (
    <>
      <WhyNot thread={thread} />
      {failure ? <FailureNotice failure={failure} /> : null}
      <form onSubmit={(event) => void submit(event)} className="fb-decide">
        {open.length > 1 ? (
          <fieldset className="govuk-fieldset govuk-form-group">
            <legend className="govuk-fieldset__legend">About</legend>
            <div className="govuk-checkboxes govuk-checkboxes--small">
              {open.map((child) => (
                <div className="govuk-checkboxes__item" key={child.id}>
                  <input
                    className="govuk-checkboxes__input"
                    type="checkbox"
                    id={`${id}-${child.id}`}
                    checked={about.includes(child.id)}
                    onChange={({ target }) =>
                      setLeft(target.checked ? left.filter((each) => each !== child.id) : [...left, child.id])
                    }
                  />
                  <label className="govuk-label govuk-checkboxes__label" htmlFor={`${id}-${child.id}`}>
                    {child.name}
                  </label>
                </div>
              ))}
            </div>
          </fieldset>
        ) : null}
        <div className="govuk-form-group">
          <label className="govuk-label" htmlFor={id}>
            Write to {thread.name ?? 'them'}
          </label>
          <textarea
            className="govuk-textarea"
            id={id}
            rows={3}
            required
            maxLength={LONGEST_REPLY}
            value={words}
            aria-describedby={`${id}-length`}
            onChange={({ target }) => setWords(target.value)}
          />
          <p className="govuk-body-s fb-about" id={`${id}-length`} aria-live="polite">
            {lengthInWords(written, said.length, LONGEST_REPLY).join(' ')} Goes at once; not after {writing.until}.
          </p>
        </div>
        <Button type="submit" disabled={isBusy || about.length === 0 || written.lost.length > 0}>
          Send the text
        </Button>
      </form>
    </>
  )
}
