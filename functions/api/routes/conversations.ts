import type * as z from 'zod'
import type { ConversationsAnswer, ThreadAnswer } from '../../../events/api/conversation-answers.ts'
import { ReplyBody } from '../../../events/api/conversations.ts'
import { pathId } from '../../../events/values.ts'
import type { TextKind } from '../../../shared/domain/absence.ts'
import type { Pupil, PupilKey } from '../../../shared/domain/people.ts'
import { byCarriers } from '../../../shared/domain/texts/written.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { fullName, type Ids, readPupils, showReply } from '../show.ts'
import { type Conversation, childrenOf, conversationsIn, spokenOf } from '../use-cases/conversation/conversations.ts'
import { senderOf } from '../use-cases/conversation/reply-sender.ts'
import { spokenOfWith, type ThreadLine, threadWith } from '../use-cases/conversation/thread.ts'
import { daysOf, readDates } from '../use-cases/conversation/thread-days.ts'
import { whyNotAbout, whyNotNow } from '../use-cases/conversation/when-to-write.ts'
import { writeReply } from '../use-cases/conversation/write-reply.ts'
import { findPupil } from '../use-cases/pupils/find-pupil.ts'

const named = (pupil: Pupil) => ({ id: pupil.pupilId, name: fullName(pupil) })

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
      pupils: [...ids(each.pupils)],
      children: each.pupils.flatMap((key) => (pupils[key] ? [named(pupils[key])] : [])),
      last: each.last,
      waiting: each.waiting,
    })),
    next: next ?? null,
  } satisfies z.input<typeof ConversationsAnswer>)
})

const OF_NO_SESSION: readonly TextKind[] = ['acknowledgement', 'reply']

const showLine = async (
  call: Call,
  line: ThreadLine,
  pupils: Readonly<Record<string, Pupil>>,
  ids: Ids,
): Promise<z.input<typeof ThreadAnswer>['lines'][number]> => {
  if (line.what === 'text') {
    const { kind, state } = line.text
    const session = OF_NO_SESSION.includes(kind) ? null : line.text.session
    const { body = null, parts = null, by = null } = line.sent ?? {}
    return { what: 'text', at: line.at, kind, state, session, pupils: [...ids(line.pupils)], body, parts, by }
  }
  // Of a phone that two families answer, this thread shows what concerns the one.
  const reply = { ...line.reply, pupils: line.pupils }
  const children = line.pupils.flatMap((key) => pupils[key] ?? [])
  const words = await call.stores.replyWords(call.academy, reply.date, reply.id)
  const shown = showReply(reply, senderOf(reply, { children, about: children }, call.date), ids, words)
  return { ...shown, what: reply.via === 'line' ? 'call' : 'reply', pupils: [...shown.pupils] }
}

/** The child named by `?about=`, when it is one of the contact's: a thread may begin before anything has passed. */
const childAsked = async (call: Call, contactId: string): Promise<readonly PupilKey[]> => {
  const { about } = call.request.query
  const found = about === undefined ? undefined : await findPupil(call.stores, call.academy, about)
  return found?.ok && found.value.contacts.some((each) => each.contactId === contactId) ? [found.value.key] : []
}

const NOTHING_PASSED = refusalAnswer({
  code: 'not-found',
  why: 'Nothing passed with this contact on these days.',
  remedy: 'Check the contact id, or ask for more days.',
})

const thread = route({ roles: OFFICE, path: { academy: pathId, contact: pathId } }, async (call, at) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const dates = readDates(call)
  if (!dates.ok) return refusalAnswer(dates.refusal)
  const [days, asked] = await Promise.all([daysOf(call, dates.value), childAsked(call, at.contact)])
  const { pupils, ids } = await readPupils(call, [...spokenOfWith(at.contact, days), ...asked])
  const lines = await threadWith(call, at.contact, days, pupils)
  if (lines.length === 0 && asked.length === 0) return NOTHING_PASSED
  const keys = childrenOf(at.contact, Object.keys(pupils), pupils)
  const children = keys.flatMap((key) => pupils[key] ?? [])
  const { items, next } = pageOf(call, lines, (line) => line.place, after.value)
  const [shown, whyNot] = await Promise.all([
    Promise.all(items.map((line) => showLine(call, line, pupils, ids))),
    whyNotAbout(call, at.contact, children),
  ])
  const by = byCarriers(call.policy)
  return answer(200, {
    contact: at.contact,
    name: children[0]?.contacts.find(({ contactId }) => contactId === at.contact)?.name ?? null,
    pupils: [...ids(keys)],
    children: children.map((child, index) => ({ ...named(child), whyNot: whyNot[index] ?? null })),
    writing: {
      carrier: by.provider,
      second: by.second,
      pencePerPart: by.pencePerPart,
      until: call.policy.texts.usefulUntil.reply,
      notNow: whyNotNow(call) ?? null,
    },
    lines: shown,
    next: next ?? null,
  } satisfies z.input<typeof ThreadAnswer>)
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
