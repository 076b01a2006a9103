import type { PageProps } from '../pages/page-for.ts'
import { ConversationList } from './conversation-list.tsx'
import { ThreadPage } from './thread-page.tsx'

/** Everybody with whom something passed, or what passed with one of them. */
export const ConversationsPage = ({ today, rest: [contact, about] }: Pick<PageProps, 'today' | 'rest'>) =>
  contact === undefined ? (
    <ConversationList today={today} />
  ) : (
    <ThreadPage key={`${contact} ${about}`} contact={contact} about={about} today={today} />
  )
