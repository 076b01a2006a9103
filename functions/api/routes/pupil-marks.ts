import { BecauseBody } from '../../../events/api/office.ts'
import { AbsenceBody, ArrivalBody, DepartureBody, MarkChangeBody } from '../../../events/api/registers.ts'
import { localDate, pathId, session } from '../../../events/values.ts'
import { mayTake, notYours } from '../../../shared/api/own-classes.ts'
import { answer, OFFICE, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { recordAbsence } from '../use-cases/absences/record-absence.ts'
import { withdrawAbsence } from '../use-cases/absences/withdraw-absence.ts'
import { findPupil, findPupilOrLeaver } from '../use-cases/pupils/find-pupil.ts'
import { amendMark } from '../use-cases/registers/amend-mark.ts'
import { recordArrival, recordDeparture } from '../use-cases/registers/record-arrival.ts'

const path = { academy: pathId, pupil: pathId }

const arrive = route({ roles: ['teacher', ...OFFICE], path, body: ArrivalBody }, async (call, at, body) => {
  const pupil = await findPupil(call.stores, call.academy, at.pupil)
  if (!pupil.ok) return refusalAnswer(pupil.refusal)
  if (!(await mayTake(call, pupil.value.classId))) return notYours
  return resultAnswer(await recordArrival(call, pupil.value, body), 201)
})

const depart = route({ roles: OFFICE, path, body: DepartureBody }, async (call, at, body) => {
  const pupil = await findPupil(call.stores, call.academy, at.pupil)
  return pupil.ok ? resultAnswer(await recordDeparture(call, pupil.value, body), 201) : refusalAnswer(pupil.refusal)
})

const report = route({ roles: OFFICE, path, body: AbsenceBody }, async (call, at, body) => {
  const pupil = await findPupil(call.stores, call.academy, at.pupil)
  return pupil.ok ? resultAnswer(await recordAbsence(call, pupil.value, body), 201) : refusalAnswer(pupil.refusal)
})

const withdraw = route(
  { roles: OFFICE, path: { ...path, absence: pathId }, body: BecauseBody },
  async (call, at, body) => {
    const pupil = await findPupil(call.stores, call.academy, at.pupil)
    return pupil.ok
      ? resultAnswer(await withdrawAbsence(call, pupil.value, at.absence, body.because), 200)
      : refusalAnswer(pupil.refusal)
  },
)

const amend = route(
  { roles: OFFICE, path: { ...path, date: localDate, session }, body: MarkChangeBody },
  async (call, at, body) => {
    const pupil = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
    if (!pupil.ok) return refusalAnswer(pupil.refusal)
    const amended = await amendMark(call, pupil.value, at, body)
    if (amended.ok) return answer(200, amended.value)
    const { mark, ...refusal } = amended.refusal
    return refusalAnswer(refusal, mark === undefined ? {} : { mark })
  },
)

export const pupilMarkRoutes: Readonly<Record<string, Route>> = {
  'POST /academies/{academy}/pupils/{pupil}/arrivals': arrive,
  'POST /academies/{academy}/pupils/{pupil}/departures': depart,
  'POST /academies/{academy}/pupils/{pupil}/absences': report,
  'DELETE /academies/{academy}/pupils/{pupil}/absences/{absence}': withdraw,
  'PATCH /academies/{academy}/pupils/{pupil}/marks/{date}/{session}': amend,
}
