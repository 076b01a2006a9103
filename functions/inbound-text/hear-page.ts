/**
 * What a parent writes on the page of their child's record becomes a reply like any text, about that one child: a reason is proposed and
 * pauses calls until a person confirms it; what they say is wrong goes to a person and changes nothing by itself.
 */
import type { PageAnswered } from '../../events/page-answered.v1.ts'
import { writtenDate } from '../../shared/domain/letters/written-date.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import { findSender, findWriter, type Sender } from '../../shared/inbound/sender.ts'
import type { Heard } from './hear.ts'
import { BARRED, RECORD_WRONG } from './needs.ts'
import { type HearPorts, hearAs, settingAt } from './use-case.ts'

/** Whoever has the page from a letter wrote by no phone that we know. */
const NO_NUMBER = 'none'

/** Texts to a phone are stopped from that phone. */
const byNoPhone = (heard: Heard): Heard => ({ ...heard, stopped: [] })

/** The sender, as far as this child is concerned: whatever names the words hold, the page was that of one child. */
const aboutOne = (sender: Sender | undefined, { pupil, contactId }: PageAnswered): Sender | undefined => {
  const only = (pupils: readonly Pupil[]) => pupils.filter(({ key }) => key === pupil)
  return sender?.contactIds.includes(contactId)
    ? {
        contactId,
        contactIds: sender.contactIds,
        children: only(sender.children),
        notTheirs: only(sender.notTheirs),
        barredFrom: only(sender.barredFrom),
      }
    : undefined
}

/** A complaint about the record answers nothing of today; a danger word in it goes where danger words go. */
const asComplaint = (heard: Heard): Heard => {
  if (heard.reply.reading.kind === 'danger' || heard.needs.some(({ need }) => need === BARRED)) return heard
  const { readings: _, unread: __, ...reply } = heard.reply
  return {
    ...heard,
    reply: {
      ...reply,
      reading: { kind: 'unclear', confidence: 'low', because: [], named: [] },
      state: 'unread',
    },
    needs: [{ need: RECORD_WRONG, pupils: heard.reply.pupils }],
    answered: [],
    stopped: [],
  }
}

const wordsOf = ({ as, about, words }: PageAnswered): string =>
  as === 'wrong' && about !== undefined ? `About ${writtenDate(about)}: ${words}` : words

/** Hears an answer from a page. Heard again, it is the same reply. */
export const hearPage = async (answered: PageAnswered, ports: HearPorts): Promise<void> => {
  const { academy, from, page, words } = answered
  const setting = await settingAt(academy, ports)
  const found =
    from === undefined
      ? await findWriter(ports.stores, academy, answered, setting.date)
      : await findSender(ports.stores, academy, from, setting.date)
  const sender = aboutOne(found, answered)
  const text = {
    originationNumber: from ?? NO_NUMBER,
    destinationNumber: setting.version.policy.texts.number,
    messageBody: words,
    inboundMessageId: `page-${page}`,
    sentAt: answered.at,
  }
  await hearAs(text, sender, setting, ports, {
    via: 'page',
    words: wordsOf(answered),
    read: (heard) => {
      const read = answered.as === 'wrong' ? asComplaint(heard) : heard
      return from === undefined ? byNoPhone(read) : read
    },
  })
}
