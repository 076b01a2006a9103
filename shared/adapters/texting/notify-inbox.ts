/**
 * The texts that GOV.UK Notify has received for a service, newest first, page by page; it keeps them for seven days.
 * Source: GOV.UK Notify API documentation, "Get received text messages".
 */
import * as z from 'zod'
import { canonicalInstant } from '../../domain/time.ts'
import type { Inbox, ReceivedText } from '../../ports/inbox.ts'
import { type NotifyAccount, notifyClient } from './notify-client.ts'

const Page = z.object({
  data: z.object({
    received_text_messages: z.array(
      z.object({
        id: z.string().min(1).max(64),
        user_number: z.string().max(60),
        notify_number: z.string().max(60),
        content: z.string().max(20_000),
        created_at: z.string().transform((at) => canonicalInstant(at)),
      }),
    ),
  }),
})
type Listed = z.output<typeof Page>['data']['received_text_messages'][number]

/** Who writes may have a name in place of a number; what came to a name did not come to a school. */
const isToANumber = ({ to }: ReceivedText): boolean => /^\+?\d{3,15}$/.test(to)

/** A page holds 250 texts: more in a quarter of an hour is no school. */
const MOST_PAGES = 40

const received = ({ id, user_number, notify_number, content, created_at }: Listed): ReceivedText => ({
  id,
  from: user_number,
  to: notify_number,
  words: content,
  at: created_at,
})

/** `account` is read each time, so that a replaced key is used at once. `baseUrl` is another address only in tests. */
export const notifyInbox = (account: () => Promise<Pick<NotifyAccount, 'apiKey'>>, baseUrl?: string): Inbox => ({
  async receivedSince(since) {
    const client = notifyClient(await account(), { baseUrl })
    const found: ReceivedText[] = []
    let olderThan: string | undefined
    for (let page = 0; page < MOST_PAGES; page++) {
      const listed = Page.parse(await client.getReceivedTexts(olderThan)).data.received_text_messages
      found.push(...listed.map(received))
      olderThan = listed.at(-1)?.id
      const isBefore = listed.some(({ created_at }) => created_at < since)
      if (olderThan === undefined || isBefore) return found.filter((text) => text.at >= since && isToANumber(text))
    }
    throw new Error('GOV.UK Notify lists more received texts than any school has')
  },
})
