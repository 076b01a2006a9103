/** Codes agreed here that the school's own system does not say yet: somebody enters them there. */
import { localDate, pathId } from '../../../events/values.ts'
import type { Register } from '../../../shared/domain/register.ts'
import { agreedHere } from '../../../shared/domain/write-back.ts'
import { answer, OFFICE, type Route, route } from '../call.ts'
import { readPupils } from '../show.ts'

const waiting = (register: Register) =>
  agreedHere(register).map(({ pupil, mark }) => ({ pupil, class: register.classId, session: register.session, mark }))

const list = route({ roles: OFFICE, path: { academy: pathId, date: localDate } }, async (call, at) => {
  if (call.policy.registerSource === 'firstbell') return answer(200, { date: at.date, rows: [] })
  const { registers } = await call.stores.day(call.academy, at.date)
  const rows = registers.flatMap(waiting)
  const { ids } = await readPupils(
    call,
    rows.map((row) => row.pupil),
  )
  return answer(200, {
    date: at.date,
    rows: rows.map(({ pupil, mark, ...row }) => ({
      pupil: ids([pupil])[0],
      ...row,
      code: mark.code,
      ...(mark.minutesLate === undefined ? {} : { minutesLate: mark.minutesLate }),
      ...(mark.note === undefined ? {} : { note: mark.note }),
    })),
  })
})

export const writeBackRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/days/{date}/write-back': list,
}
