import type * as z from 'zod'
import type { StaffAnswer } from '../../../events/api/staff.ts'
import { pathId } from '../../../events/values.ts'
import { answer, LEADS } from '../../../shared/api/call.ts'
import { inForce } from '../../../shared/domain/people.ts'
import { type Route, route } from '../call.ts'

/** Who works here today, for whoever names an owner: no number and no address. */
const list = route({ roles: LEADS, path: { academy: pathId } }, async (call) => {
  const staff = await call.stores.roll.staff(call.academy)
  return answer(200, {
    staff: staff
      .filter((member) => inForce(member, call.date))
      .map(({ staffId, name, role }) => ({ id: staffId, name, role }))
      .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB') || one.id.localeCompare(other.id)),
  } satisfies z.input<typeof StaffAnswer>)
})

export const staffRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/staff': list,
}
