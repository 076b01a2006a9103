import { ConferenceBody, SupportAnswerBody, SupportBody } from '../../../events/api/attend.ts'
import { pathId } from '../../../events/values.ts'
import { mayTake, notYours } from '../../../shared/api/own-classes.ts'
import type { SupportRecord } from '../../../shared/domain/attend/support.ts'
import { answer, type Role, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { conferenceSheets, tickConference } from '../use-cases/attend/conferences.ts'
import { answerSupport, keepSupport } from '../use-cases/attend/keep-support.ts'
import { showTally } from '../use-cases/pupils/attendance-figures.ts'
import { findPupil, findPupilOrLeaver } from '../use-cases/pupils/find-pupil.ts'

const WORKERS: readonly Role[] = ['lead', 'head']
const STAFF: readonly Role[] = ['teacher', 'office', 'lead', 'head', 'dsl']
const ofPupil = { academy: pathId, pupil: pathId }

const shown = (record: SupportRecord, pupilId: string) =>
  record.is === 'conference'
    ? { ...record, pupil: pupilId, tally: showTally(record.tally) }
    : { ...record, pupil: pupilId }

const list = route({ roles: ['lead', 'head', 'dsl'], path: ofPupil }, async (call, at) => {
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const records = await call.stores.supportOf(call.academy, found.value.key)
  const newestFirst = records.toSorted((one, other) => other.at.localeCompare(one.at))
  return answer(200, { support: newestFirst.map((record) => shown(record, at.pupil)) })
})

const keep = route({ roles: WORKERS, path: ofPupil, body: SupportBody }, async (call, at, body) =>
  resultAnswer(await keepSupport(call, at.pupil, body), 201, (record) => shown(record, at.pupil)),
)

const answered = route(
  { roles: WORKERS, path: { ...ofPupil, record: pathId }, body: SupportAnswerBody },
  async (call, at, body) =>
    resultAnswer(await answerSupport(call, at.pupil, at.record, body), 200, (record) => shown(record, at.pupil)),
)

const sheets = route({ roles: STAFF, path: { academy: pathId, class: pathId } }, async (call, at) =>
  (await mayTake(call, at.class)) ? resultAnswer(await conferenceSheets(call, at.class), 200) : notYours,
)

const tick = route({ roles: STAFF, path: ofPupil, body: ConferenceBody }, async (call, at, body) => {
  const found = await findPupil(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  if (!(await mayTake(call, found.value.classId))) return notYours
  return resultAnswer(await tickConference(call, found.value, body), 201, ({ on, by }) => ({ pupil: at.pupil, on, by }))
})

export const supportRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/pupils/{pupil}/support': list,
  'POST /academies/{academy}/pupils/{pupil}/support': keep,
  'POST /academies/{academy}/pupils/{pupil}/support/{record}/answer': answered,
  'GET /academies/{academy}/classes/{class}/conference-sheets': sheets,
  'POST /academies/{academy}/pupils/{pupil}/conferences': tick,
}
