import { ConversationsAnswer } from '../../events/api/conversation-answers.ts'
import { localDate, localTime, spokenDate } from '../../shared/domain/time.ts'
import { addressOf } from '../client/address.ts'
import { useLive } from '../client/live.ts'
import { Empty } from '../parts/empty.tsx'
import { Freshness } from '../parts/freshness.tsx'
import { Page } from '../parts/page.tsx'
import { Tag } from '../parts/tag.tsx'
import type { Today } from '../teacher/my-classes.tsx'
import { stateInWords } from './words.ts'

const LAST = { text: 'We wrote', reply: 'They wrote', call: 'They rang' } as const

/** With whom the school has written in the last week; who waits for an answer stands first. */
export const ConversationList = ({ today }: { readonly today: Today }) => {
  const live = useLive(ConversationsAnswer, 'conversations')
  const all = live.value?.conversations ?? []
  const inOrder = all.toSorted((one, other) => Number(other.waiting > 0) - Number(one.waiting > 0))
  const { zone } = today.academy
  const when = (at: string): string =>
    localDate(at, zone) === today.date ? localTime(at, zone) : spokenDate(localDate(at, zone))
  return (
    <Page title="Messages" about="Families with whom anything passed in the last week.">
      <Freshness live={live} />
      {live.value && all.length === 0 ? (
        <Empty>
          Nothing has passed this week. Texts and answers stand here; to write first, open a pupil and choose a contact.
        </Empty>
      ) : null}
      <ul className="fb-rows">
        {inOrder.map(({ contact, name, children, last, waiting }) => (
          <li className="fb-row" key={contact}>
            <div className="fb-row__facts">
              <h2 className="fb-row__subject">
                <a className="govuk-link" href={addressOf('conversations', contact)}>
                  {name ?? 'A contact no longer held'}
                </a>{' '}
                <span className="fb-row__class">{children.map((child) => child.name).join(', ')}</span>
              </h2>
              <p className="fb-row__next">
                {when(last.at)} · {LAST[last.what]}, {stateInWords(last.state)}
              </p>
            </div>
            {waiting === 0 ? null : <Tag tone="waiting">{waiting === 1 ? '1 to judge' : `${waiting} to judge`}</Tag>}
          </li>
        ))}
      </ul>
      {live.value?.next == null ? null : <p className="govuk-body">There are more; the newest are shown.</p>}
    </Page>
  )
}
