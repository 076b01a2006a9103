import { BecauseBody } from '../../../events/api/office.ts'
import { localDate, pathId } from '../../../events/values.ts'
import { conflictsOn, type InConflict } from '../../../shared/counting/closed-days.ts'
import { isUnexplained } from '../../../shared/domain/codes.ts'
import { answer, LEADS, type Route, refusalAnswer, route } from '../call.ts'
import { closedDatesOfYear, confirmClosedDay, schoolAsKnown } from '../use-cases/closures/closed-days.ts'

const showConflict = ({ register: { session, classId, marks }, code }: InConflict) => {
  const codes = Object.values(marks).map((mark) => mark.code)
  return {
    session,
    class: classId,
    becomes: code,
    marks: codes.length,
    unexplained: codes.filter(isUnexplained).length,
  }
}

const list = route({ roles: LEADS, path: { academy: pathId } }, async (call) => {
  const school = await schoolAsKnown(call)
  const days = await Promise.all(
    closedDatesOfYear(call, school).map(async (date) => ({
      date,
      registers: (await conflictsOn(call.stores, call.academy, date, school)).map(showConflict),
    })),
  )
  return answer(200, { days: days.filter(({ registers }) => registers.length > 0) })
})

const confirm = route(
  { roles: LEADS, path: { academy: pathId, date: localDate }, body: BecauseBody },
  async (call, at, { because }) => {
    const confirmed = await confirmClosedDay(call, at.date, because)
    return confirmed.ok ? answer(200, { date: at.date, ...confirmed.value }) : refusalAnswer(confirmed.refusal)
  },
)

export const closedDayRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/closed-days': list,
  'POST /academies/{academy}/closed-days/{date}/confirm': confirm,
}
