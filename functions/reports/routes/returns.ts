import { BecauseBody } from '../../../events/api/office.ts'
import { AskReturnBody, EnquiryBody, ReturnSentBody } from '../../../events/api/returns.ts'
import { pathId } from '../../../events/values.ts'
import { answer, OFFICE, refusalAnswer, resultAnswer } from '../../../shared/api/call.ts'
import { pageOf, readCursor } from '../../../shared/api/page.ts'
import { findPupil } from '../../../shared/api/pupils.ts'
import { readDate, readWord } from '../../../shared/api/query.ts'
import type { Result } from '../../../shared/domain/result.ts'
import {
  type AuthorityReturn,
  returnState,
  settled,
  unsettled,
  WHAT_TO_SEND,
  withEnquiry,
} from '../../../shared/domain/returns/authority-return.ts'
import type { HttpAnswer } from '../../../shared/platform/http.ts'
import { type Call, type Route, route } from '../call.ts'
import { askEarly, findReturn, findReturns, saveReturn } from '../use-cases/settle-return.ts'

const show = (asked: AuthorityReturn) => {
  const { version: _version, pupil: _key, child, ...rest } = asked
  return { ...rest, pupil: child.pupilId, child, state: returnState(asked), send: WHAT_TO_SEND[asked.kind] }
}

/** What is due first by its day, then what was settled. */
const placeOf = (asked: AuthorityReturn): string => `${returnState(asked) === 'due' ? 0 : 1} ${asked.due} ${asked.id}`

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const state = readWord(call, 'state', ['due', 'all'])
  if (!state.ok) return refusalAnswer(state.refusal)
  const year = call.request.query.year === undefined ? undefined : readDate(call, 'year', call.date)
  if (year && !year.ok) return refusalAnswer(year.refusal)
  const found = await findReturns(call, year?.value)
  const wanted = found.filter((each) => state.value === 'all' || returnState(each) === 'due')
  const inOrder = wanted.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
  const { items, next } = pageOf(call, inOrder, placeOf, after.value)
  return answer(200, { returns: items.map(show), next: next ?? null })
})

const about = async (
  call: Call,
  id: string,
  run: (asked: AuthorityReturn) => Promise<Result<AuthorityReturn>>,
): Promise<HttpAnswer> => {
  const found = await findReturn(call, id)
  return found.ok ? resultAnswer(await run(found.value), 200, show) : refusalAnswer(found.refusal)
}

const returnPath = { academy: pathId, return: pathId }
const doer = (call: Call) => ({ by: call.caller.sub, at: call.now })

const sent = route({ roles: OFFICE, path: returnPath, body: ReturnSentBody }, (call, at, { on, how, cannotWait }) =>
  about(call, at.return, (asked) => {
    const rule = { today: call.date, enquiriesFirst: call.policy.returns.enquiriesFirst, cannotWait }
    const next = settled(asked, { state: 'sent', on, how, ...doer(call) }, rule)
    return saveReturn(call, next, 'return-sent', { on, how, ...(cannotWait ? { cannotWait } : {}) })
  }),
)

const notDue = route({ roles: OFFICE, path: returnPath, body: BecauseBody }, (call, at, { because }) =>
  about(call, at.return, (asked) => {
    const rule = { today: call.date, enquiriesFirst: 0, cannotWait: false }
    const next = settled(asked, { state: 'not-due', on: call.date, how: because, ...doer(call) }, rule)
    return saveReturn(call, next, 'return-not-due', { because })
  }),
)

const undo = route({ roles: OFFICE, path: returnPath, body: BecauseBody }, (call, at, { because }) =>
  about(call, at.return, (asked) =>
    saveReturn(call, unsettled(asked, { ...doer(call), because }), 'return-undone', { because }),
  ),
)

const enquire = route({ roles: OFFICE, path: returnPath, body: EnquiryBody }, (call, at, { what, on }) =>
  about(call, at.return, (asked) =>
    saveReturn(call, withEnquiry(asked, { what, on, ...doer(call) }, call.date), 'return-enquiry', { what, on }),
  ),
)

const ask = route(
  { roles: OFFICE, path: { academy: pathId, pupil: pathId }, body: AskReturnBody },
  async (call, at, { kind, because }) => {
    const found = await findPupil(call.stores, call.academy, at.pupil)
    if (!found.ok) return refusalAnswer(found.refusal)
    return resultAnswer(await askEarly(call, found.value, kind, because), 201, show)
  },
)

export const returnRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/returns': list,
  'POST /academies/{academy}/returns/{return}/sent': sent,
  'POST /academies/{academy}/returns/{return}/not-due': notDue,
  'POST /academies/{academy}/returns/{return}/undo': undo,
  'POST /academies/{academy}/returns/{return}/enquiries': enquire,
  'POST /academies/{academy}/pupils/{pupil}/returns': ask,
}
