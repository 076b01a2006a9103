import { BecauseBody, ConfirmBody } from '../../../events/api/office.ts'
import { localDate, pathId } from '../../../events/values.ts'
import { type HttpAnswer, problem } from '../../../shared/platform/http.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { readPupils, showReply } from '../show.ts'
import { confirmReply, dismissReply, findReply } from '../use-cases/settle-reply.ts'

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const date = localDate.safeParse(call.request.query.date ?? call.date)
  if (!date.success)
    return refusalAnswer({
      code: 'wrong-date',
      why: 'That is not a date.',
      remedy: 'Write it YYYY-MM-DD, like 2026-01-12.',
      at: 'date',
    })
  const { replies } = await call.stores.day(call.academy, date.data)
  const { ids } = await readPupils(
    call,
    replies.flatMap((reply) => reply.pupils),
  )
  const words = await Promise.all(replies.map((reply) => call.stores.replyWords(call.academy, reply.date, reply.id)))
  return answer(200, { replies: replies.map((reply, index) => showReply(reply, ids, words[index])) })
})

const settled = async (
  call: Call,
  id: string,
  settle: (reply: NonNullable<Awaited<ReturnType<typeof findReply>>>) => Promise<HttpAnswer>,
): Promise<HttpAnswer> => {
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
      return done.ok ? answer(200, { id: reply.id, state: 'confirmed', ...done.value }) : refusalAnswer(done.refusal)
    }),
)

const dismiss = route(
  { roles: OFFICE, path: { academy: pathId, reply: pathId }, body: BecauseBody },
  (call, at, body) =>
    settled(call, at.reply, async (reply) => resultAnswer(await dismissReply(call, reply, body.because), 200)),
)

export const replyRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/replies': list,
  'POST /academies/{academy}/replies/{reply}/confirm': confirm,
  'POST /academies/{academy}/replies/{reply}/dismiss': dismiss,
}
