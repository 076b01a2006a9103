/** One pupil's mark is changed in whatever register there is, again if somebody saved in between. */
import type { Session } from '../../../../shared/domain/codes.ts'
import type { Pupil, PupilKey } from '../../../../shared/domain/people.ts'
import type { Mark, Register } from '../../../../shared/domain/register.ts'
import type { LocalTime } from '../../../../shared/domain/time.ts'
import type { Act } from '../../../../shared/ports/stores.ts'
import type { Call } from '../../call.ts'
import { noteChangedMarks } from '../letters/note-changed-marks.ts'

const TRIES = 5

export interface MarkChange {
  readonly date: string
  readonly session: Session
  readonly pupil: Pick<Pupil, 'key' | 'classId'>
  /** The mark to set, seeing the one that stands; `none` takes it out, `undefined` leaves the register as it is. */
  readonly to: (was: Mark | undefined, current: Register | undefined) => Mark | 'none' | undefined
  readonly act: (was: Mark | undefined, now: Mark | undefined) => Act
  /** Without a register: begin a draft with this mark, or change nothing. */
  readonly without: 'draft' | 'nothing'
  /** What is said of being on the site: signed out at a local time, or back. What was said before stands when left out. */
  readonly site?: { readonly left: LocalTime } | 'back'
  /** The register as it was read a moment ago, so that it need not be read again unless somebody saved since. */
  readonly seen?: Register
}

/** Who is off the site after this, of those who signed out in the session. */
const leftAfter = (
  { left = {} }: Register,
  pupil: PupilKey,
  site: NonNullable<MarkChange['site']>,
): Pick<Register, 'left'> => {
  const { [pupil]: _was, ...others } = left
  return { left: site === 'back' ? others : { ...others, [pupil]: site.left } }
}

/** Answers the register as it then stands. Throws when others keep saving it, so that the caller tries again. */
export const changeMark = async (call: Call, change: MarkChange): Promise<Register | undefined> => {
  const { academy, stores } = call
  const { date, session, pupil } = change
  for (let tried = 0; tried < TRIES; tried++) {
    const seen = tried === 0 ? change.seen : undefined
    const current = seen ?? (await stores.register(academy, date, session, pupil.classId))
    if (!current && change.without === 'nothing') return undefined
    const was = current?.marks[pupil.key]
    const to = change.to(was, current)
    if (to === undefined) return current
    const { [pupil.key]: _was, ...others } = current?.marks ?? {}
    const now = to === 'none' ? undefined : to
    const base: Register = current ?? {
      classId: pupil.classId,
      date,
      session,
      version: 0,
      submitted: false,
      asOf: call.now,
      marks: {},
    }
    const marks = now === undefined ? others : { ...base.marks, [pupil.key]: now }
    const site = change.site === undefined ? {} : leftAfter(base, pupil.key, change.site)
    const next = { ...base, version: base.version + 1, ...(now === was ? {} : { amendedAt: call.now }), marks, ...site }
    if ((await stores.saveRegister(academy, next, base.version, change.act(was, now))) === 'saved') {
      await noteChangedMarks(call, current, next)
      return next
    }
  }
  throw new Error('The register was being saved by others at every try')
}
