/** What people decide about penalty notices, and what the office writes down of the authority's. */
import { BecauseBody } from '../../../events/api/office.ts'
import { type Consider, ConsiderBody, NoticeBody, NoticeEntryBody } from '../../../events/api/penalties.ts'
import { pathId } from '../../../events/values.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { Result } from '../../../shared/domain/result.ts'
import { penaltyMatterOf } from '../../../shared/penalties/load-penalties.ts'
import type { HttpAnswer } from '../../../shared/platform/http.ts'
import type { Role } from '../call.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, route } from '../call.ts'
import { showMatter } from '../show-penalties.ts'
import { considerPenalty, takeBack } from '../use-cases/penalties/consider-penalty.ts'
import { followNotice, recordNotice, undoNotice } from '../use-cases/penalties/record-notice.ts'
import { findReferral, referralAddress } from '../use-cases/penalties/refer-penalty.ts'
import { findPupil, findPupilOrLeaver } from '../use-cases/pupils/find-pupil.ts'
import { heldPupils } from './penalties.ts'

/** Who decides a case: it may end in court. */
const DECIDERS: readonly Role[] = ['lead', 'head']
const pupilPath = { academy: pathId, pupil: pathId }

/** The pupil of an address, what is to be done with them, and their matter as it stands then. Of whoever has left, what became of a notice. */
const about = async (
  call: Call,
  pupilId: string,
  status: number,
  run: (pupil: Pupil) => Promise<Result<unknown>>,
  find = findPupilOrLeaver,
): Promise<HttpAnswer> => {
  const found = await find(call.stores, call.academy, pupilId)
  if (!found.ok) return refusalAnswer(found.refusal)
  const done = await run(found.value)
  if (!done.ok) return refusalAnswer(done.refusal)
  const matter = await penaltyMatterOf(call.stores, call.academy, call.policy, found.value)
  return answer(status, showMatter(call, matter, await heldPupils(call)))
}

/** Nothing new begins about whoever has left; that they are not referred is decided, so that the matter ends. */
const finderFor = (decision: Consider['decision']): typeof findPupil =>
  decision === 'not-referred' ? findPupilOrLeaver : findPupil

const consider = route({ roles: DECIDERS, path: pupilPath, body: ConsiderBody }, (call, at, body) =>
  about(call, at.pupil, 201, (pupil) => considerPenalty(call, pupil, body), finderFor(body.decision)),
)

const undoDecision = route(
  { roles: DECIDERS, path: { ...pupilPath, decision: pathId }, body: BecauseBody },
  (call, at, { because }) => about(call, at.pupil, 200, (pupil) => takeBack(call, pupil, at.decision, because)),
)

const record = route({ roles: OFFICE, path: pupilPath, body: NoticeBody }, (call, at, body) =>
  about(call, at.pupil, 201, (pupil) => recordNotice(call, pupil, body)),
)

const noticePath = { ...pupilPath, notice: pathId }

const follow = route({ roles: OFFICE, path: noticePath, body: NoticeEntryBody }, (call, at, body) =>
  about(call, at.pupil, 200, (pupil) => followNotice(call, pupil, at.notice, body)),
)

const undo = route({ roles: OFFICE, path: noticePath, body: BecauseBody }, (call, at, { because }) =>
  about(call, at.pupil, 200, (pupil) => undoNotice(call, pupil, at.notice, because)),
)

/** The pack that goes to the authority, as it was when the decision was made. */
const pack = route({ roles: DECIDERS, path: { ...pupilPath, decision: pathId } }, async (call, at) => {
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const referral = await findReferral(call, found.value, at.decision)
  if (!referral.ok) return refusalAnswer(referral.refusal)
  const address = await referralAddress(call, referral.value)
  return address.ok ? answer(303, undefined, { location: address.value }) : refusalAnswer(address.refusal)
})

const PUPIL = '/academies/{academy}/pupils/{pupil}/penalty-notices'

export const penaltyDecisionRoutes: Readonly<Record<string, Route>> = {
  [`POST ${PUPIL}/decisions`]: consider,
  [`POST ${PUPIL}/decisions/{decision}/undo`]: undoDecision,
  [`GET ${PUPIL}/decisions/{decision}/pack`]: pack,
  [`POST ${PUPIL}/notices`]: record,
  [`POST ${PUPIL}/notices/{notice}/entries`]: follow,
  [`POST ${PUPIL}/notices/{notice}/undo`]: undo,
}
