/**
 * The texts that Twilio lists as received at one number, newest first, page by page. It calls our hook once and no more, so that list is where
 * a text is found whose call failed. Source: Twilio documentation, "Messages resource: list" and "Twilio's response: paging".
 */
import * as z from 'zod'
import type { Inbox, ReceivedText } from '../../ports/inbox.ts'
import { askTwilio, messagesPath, readJson, type TwilioElsewhere, type TwilioKeys } from './twilio-http.ts'

/** Twilio writes moments as RFC 2822: "Mon, 12 Jan 2026 10:35:00 +0000". */
const moment = z.string().transform((text, context) => {
  const at = new Date(text)
  if (!Number.isNaN(at.getTime())) return at.toISOString()
  context.addIssue({ code: 'custom', message: 'a moment is written as RFC 2822' })
  return z.NEVER
})

const Page = z.object({
  messages: z.array(
    z.object({
      sid: z.string().min(1).max(64),
      from: z.string().max(60),
      to: z.string().max(60),
      body: z.string().max(20_000).nullable(),
      direction: z.string().max(30),
      date_sent: moment.nullable(),
      date_created: moment,
    }),
  ),
  /** Where the next page is, from the host on. */
  next_page_uri: z.string().startsWith('/').nullish(),
})
type Listed = z.output<typeof Page>['messages'][number]

const PAGE_SIZE = 200
/** More in a quarter of an hour is no school. */
const MOST_PAGES = 40

/** Who writes may have a name in place of a number; what came to a name did not come to a school. */
const isToANumber = ({ to }: ReceivedText): boolean => /^\+?\d{3,15}$/.test(to)

const received = ({ sid, from, to, body, date_sent, date_created }: Listed): ReceivedText => ({
  id: sid,
  from,
  to,
  words: body ?? '',
  at: date_sent ?? date_created,
})

/** `account` is read each time, so that a replaced token is used at once. `number` is the school's, in E.164. */
export const twilioInbox = (
  account: () => Promise<TwilioKeys>,
  number: string,
  elsewhere: TwilioElsewhere = {},
): Inbox => ({
  async receivedSince(since) {
    const keys = await account()
    // By the day, as Twilio documents it; a day earlier, so that no reading of its days leaves one out.
    const day = new Date(Date.parse(since) - 86_400_000).toISOString().slice(0, 'YYYY-MM-DD'.length)
    const query = new URLSearchParams({ To: number, 'DateSent>': day, PageSize: String(PAGE_SIZE) })
    const found: ReceivedText[] = []
    let path: string | undefined = `${messagesPath(keys)}?${query}`
    for (let page = 0; page < MOST_PAGES; page++) {
      const answer = await askTwilio(keys, path, elsewhere)
      if (!answer.ok) throw new Error(`Twilio answered ${answer.status} when asked for received texts`)
      const { messages, next_page_uri } = Page.parse(await readJson(answer))
      const texts = messages.filter(({ direction }) => direction === 'inbound').map(received)
      found.push(...texts)
      path = next_page_uri ?? undefined
      if (path === undefined || texts.some(({ at }) => at < since))
        return found.filter((text) => text.at >= since && isToANumber(text))
    }
    throw new Error('Twilio lists more received texts than any school has')
  },
})
