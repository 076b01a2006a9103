/** In which register a pupil stands: that of today's class, or of the class they were in then when they have moved since. */
import type { Session } from '../../../../shared/domain/codes.ts'
import { entryOf, isEntry } from '../../../../shared/domain/one-entry.ts'
import type { Pupil } from '../../../../shared/domain/people.ts'
import type { Register } from '../../../../shared/domain/register.ts'
import type { Call } from '../../call.ts'

export interface Placed {
  /** As a member of the class whose register it is. */
  readonly pupil: Pupil
  readonly register: Register | undefined
}

/**
 * The register of a class where it shows the pupil as missing, as of a moment ago: enough for whoever takes the N away, who saves on
 * condition of the version that was read.
 */
export const seenMissing = async (
  call: Call,
  pupil: Pick<Pupil, 'key' | 'classId'>,
  date: string,
  session: Session,
): Promise<Register | undefined> => {
  const seen = await call.stores.register(call.academy, date, session, pupil.classId, false)
  return seen?.marks[pupil.key]?.code === 'N' ? seen : undefined
}

/**
 * The register of that session which has the pupil's entry, or that of today's class where none has: what the teacher of another class has begun to
 * enter is none. The roll knows only where a pupil is
 * now; the registers of the day know where they were.
 */
export const placeOf = async (call: Call, pupil: Pupil, date: string, session: Session): Promise<Placed> => {
  const seen = await seenMissing(call, pupil, date, session)
  if (seen?.submitted) return { pupil, register: seen }
  const own = await call.stores.register(call.academy, date, session, pupil.classId)
  const stands = own?.marks[pupil.key]
  if (own && (isEntry(own, stands) || (stands && date === call.date && pupil.moved !== date)))
    return { pupil, register: own }
  const registers = await call.stores.registersOn(call.academy, date)
  const then = entryOf(registers, session, pupil.key, pupil.classId)
  return then ? { pupil: { ...pupil, classId: then.classId }, register: then } : { pupil, register: own }
}
