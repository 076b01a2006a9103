import { useState } from 'react'
import { ThreadAnswer } from '../../events/api/conversation-answers.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { ThreadLines } from './thread-lines.tsx'
import type { Thread } from './words.ts'
import { WriteForm } from './write-form.tsx'

interface ThreadPageProps {
  readonly contact: string
  /** The child from whose page somebody came, where nothing may have passed yet. */
  readonly about: string | undefined
  readonly today: Today
}

/** After this long a text that was handed over stands in the thread. */
const SHOWN_AFTER_MS = 2000

const isShown = (thread: Thread, words: string): boolean =>
  thread.lines.some((line) => line.what === 'text' && line.kind === 'reply' && line.body === words)

/** Everything that passed with one parent, and the next words to them. */
export const ThreadPage = ({ contact, about, today }: ThreadPageProps) => {
  const live = useLive(ThreadAnswer, `conversations/${contact}${about === undefined ? '' : `?about=${about}`}`)
  const [sent, setSent] = useState<string>()
  const thread = live.value
  return (
    <Page
      title={thread?.name ?? 'Conversation'}
      inWindow="A conversation"
      about={
        thread ? (
          <>
            About{' '}
            {thread.children.map(({ id, name }, index) => (
              <span key={id}>
                {index === 0 ? '' : ', '}
                <a className="govuk-link" href={addressOf('pupils', id)}>
                  {name}
                </a>
              </span>
            ))}
            . The last week.
          </>
        ) : undefined
      }
    >
      <Freshness live={live} />
      {thread ? (
        <>
          <ThreadLines
            thread={thread}
            zone={today.academy.zone}
            onItsWay={sent !== undefined && !isShown(thread, sent) ? sent : undefined}
          />
          <WriteForm
            thread={thread}
            sent={(body) => {
              setSent(body)
              setTimeout(() => void live.refresh(), SHOWN_AFTER_MS)
            }}
          />
        </>
      ) : null}
    </Page>
  )
}
