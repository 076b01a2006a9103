import { ReplyBody } from '../../../events/api/conversations.ts'
import { pathId } from '../../../events/values.ts'
import type { TextKind } from '../../../shared/domain/absence.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { type Ids, readPupils, showReply } from '../show.ts'
import { type Conversation, childrenOf, conversationsIn, spokenOf } from '../use-cases/conversations.ts'
import { senderOf } from '../use-cases/reply-sender.ts'
import { spokenOfWith, type ThreadLine, threadWith } from '../use-cases/thread.ts'
import { daysOf, readDates } from '../use-cases/thread-days.ts'
import { writeReply } from '../use-cases/write-reply.ts'

const LATEST = Date.parse('9999-12-31T23:59:59Z')

/** The newest first, and yet in rising order, as pages need it. */
const placeOf = ({ contactId, last }: Conversation): string =>
  `${String(LATEST - Date.parse(last.at)).padStart(16, '0')} ${contactId}`

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const dates = readDates(call)
  if (!dates.ok) return refusalAnswer(dates.refusal)
  const days = await daysOf(call, dates.value)
  const { pupils, ids } = await readPupils(call, spokenOf(days))
  const inOrder = conversationsIn(days, pupils).toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const { items, next } = pageOf(call, inOrder, placeOf, after.value)
  const nameOf = ({ contactId, pupils: [first = ''] }: Conversation) =>
    pupils[first]?.contacts.find((contact) => contact.contactId === contactId)?.name ?? null
  return answer(200, {
    conversations: items.map((each) => ({
      contact: each.contactId,
      name: nameOf(each),
      pupils: ids(each.pupils),
      last: each.last,
      waiting: each.waiting,
    })),
    next: next ?? null,
  })
})

const OF_NO_SESSION: readonly TextKind[] = ['acknowledgement', 'reply']

const showLine = async (
  call: Call,
  line: ThreadLine,
  pupils: Readonly<Record<string, Pupil>>,
  ids: Ids,
): Promise<object> => {
  if (line.what === 'text') {
    const { kind, state } = line.text
    const session = OF_NO_SESSION.includes(kind) ? null : line.text.session
    const { body = null, parts = null, by = null } = line.sent ?? {}
    return { what: 'text', at: line.at, kind, state, session, pupils: ids(line.pupils), body, parts, by }
  }
  // Of a phone that two families answer, this thread shows what concerns the one.
  const reply = { ...line.reply, pupils: line.pupils }
  const children = line.pupils.flatMap((key) => pupils[key] ?? [])
  const words = await call.stores.replyWords(call.academy, reply.date, reply.id)
  const shown = showReply(reply, senderOf(reply, { children, about: children }, call.date), ids, words)
  return { what: reply.via === 'line' ? 'call' : 'reply', ...shown }
}

const thread = route({ roles: OFFICE, path: { academy: pathId, contact: pathId } }, async (call, at) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const dates = readDates(call)
  if (!dates.ok) return refusalAnswer(dates.refusal)
  const days = await daysOf(call, dates.value)
  const { pupils, ids } = await readPupils(call, spokenOfWith(at.contact, days))
  const children = childrenOf(at.contact, Object.keys(pupils), pupils)
  const lines = await threadWith(call, at.contact, days, pupils)
  if (lines.length === 0)
    return refusalAnswer({
      code: 'not-found',
      why: 'Nothing passed with this contact on these days.',
      remedy: 'Check the contact id, or ask for more days.',
    })
  const { items, next } = pageOf(call, lines, (line) => line.place, after.value)
  return answer(200, {
    contact: at.contact,
    pupils: ids(children),
    lines: await Promise.all(items.map((line) => showLine(call, line, pupils, ids))),
    next: next ?? null,
  })
})

const reply = route(
  { roles: OFFICE, path: { academy: pathId, contact: pathId }, body: ReplyBody },
  async (call, at, body) => resultAnswer(await writeReply(call, at.contact, body), 202),
)

export const conversationRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/conversations': list,
  'GET /academies/{academy}/conversations/{contact}': thread,
  'POST /academies/{academy}/conversations/{contact}/replies': reply,
}
