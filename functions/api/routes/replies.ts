import { ConfirmBody, DismissBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import type { Reply } from '../../../shared/domain/known.ts'
import { type HttpAnswer, problem } from '../../../shared/platform/http.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { readDate } from '../query.ts'
import { readPupils, showReply } from '../show.ts'
import { senderOf } from '../use-cases/conversation/reply-sender.ts'
import { confirmReply, dismissReply, findReply } from '../use-cases/conversation/settle-reply.ts'

/** In the order in which they came. */
const placeOf = (reply: Reply): string => `${reply.at} ${reply.id}`

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const date = readDate(call, 'date', call.date)
  if (!date.ok) return refusalAnswer(date.refusal)
  const { replies } = await call.stores.day(call.academy, date.value)
  const inOrder = replies.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const { items, next } = pageOf(call, inOrder, placeOf, after.value)
  const { pupils, ids } = await readPupils(
    call,
    items.flatMap((reply) => reply.pupils),
  )
  const words = await Promise.all(items.map((reply) => call.stores.replyWords(call.academy, reply.date, reply.id)))
  const shown = items.map((reply, index) => {
    const children = reply.pupils.flatMap((key) => pupils[key] ?? [])
    return showReply(reply, senderOf(reply, { children, about: children }, call.date), ids, words[index])
  })
  return answer(200, { replies: shown, next: next ?? null })
})

const settled = async (call: Call, id: string, settle: (reply: Reply) => Promise<HttpAnswer>): Promise<HttpAnswer> => {
  const reply = await findReply(call, id)
  return reply
    ? settle(reply)
    : problem({
        status: 404,
        code: 'not-found',
        title: 'There is no such reply today.',
        remedy: 'Look at the list again.',
      })
}

const confirm = route(
  { roles: OFFICE, path: { academy: pathId, reply: pathId }, body: ConfirmBody },
  (call, at, body) =>
    settled(call, at.reply, async (reply) => {
      const done = await confirmReply(call, reply, body)
      return done.ok ? answer(200, { id: reply.id, ...done.value }) : refusalAnswer(done.refusal)
    }),
)

const dismiss = route(
  { roles: OFFICE, path: { academy: pathId, reply: pathId }, body: DismissBody },
  (call, at, body) =>
    settled(call, at.reply, async (reply) => resultAnswer(await dismissReply(call, reply, body), 200)),
)

export const replyRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/replies': list,
  'POST /academies/{academy}/replies/{reply}/confirm': confirm,
  'POST /academies/{academy}/replies/{reply}/dismiss': dismiss,
}
