/** In which register a pupil stands: that of today's class, or of the class they were in then when they have moved since. */
import type { Session } from '../../../shared/domain/codes.ts'
import type { Pupil } from '../../../shared/domain/people.ts'
import type { Register } from '../../../shared/domain/register.ts'
import type { Call } from '../call.ts'

export interface Placed {
  /** As a member of the class whose register it is. */
  readonly pupil: Pupil
  readonly register: Register | undefined
}

/**
 * The register of that session which has the pupil's mark, or that of today's class where none has. The roll knows only where a pupil is
 * now; the registers of the day know where they were.
 */
export const placeOf = async (call: Call, pupil: Pupil, date: string, session: Session): Promise<Placed> => {
  const own = await call.stores.register(call.academy, date, session, pupil.classId)
  if (own?.marks[pupil.key]) return { pupil, register: own }
  const { registers } = await call.stores.day(call.academy, date)
  const then = registers.find((register) => register.session === session && register.marks[pupil.key] !== undefined)
  return then ? { pupil: { ...pupil, classId: then.classId }, register: then } : { pupil, register: own }
}
