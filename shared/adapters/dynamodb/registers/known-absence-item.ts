/**
 * An absence known ahead, as an item: every register that is saved reads those of its day, so that an ordinary one stays under 200 bytes.
 * Its id and last day stand in the key alone, and both sessions are not written out.
 */
import * as z from 'zod'
import type { KnownAbsence } from '../../../domain/known-absence.ts'
import type { Act } from '../../../ports/stores.ts'
import { restOfKey } from '../table.ts'
import { code, session } from '../values.ts'
import type { Item } from '../write.ts'
import { knownAbsenceKey } from './known-keys.ts'

const KnownAbsenceItem = z.object({
  sk: z.string(),
  p: z.string(),
  f: z.string(),
  s: z.array(session).default(['AM', 'PM']),
  c: code.optional(),
  w: z.string().optional(),
  n: z.string().optional(),
  b: z.string(),
  a: z.string(),
})

const isAllDay = ({ sessions }: KnownAbsence): boolean => sessions.length === 2 && sessions[0] === 'AM'

/** An act that another record tells in full is not kept a second time. */
export const toKnownAbsenceItem = (academy: string, absence: KnownAbsence, act: Act): Item => ({
  ...knownAbsenceKey(academy, absence.until, absence.id),
  v: 1,
  p: absence.pupil,
  f: absence.from,
  ...(isAllDay(absence) ? {} : { s: absence.sessions }),
  ...(absence.code !== undefined && { c: absence.code }),
  ...(absence.words !== undefined && { w: absence.words }),
  ...(absence.note !== undefined && { n: absence.note }),
  b: absence.by,
  a: absence.at,
  ...(act.echo && !act.look ? {} : { act }),
})

export const fromKnownAbsenceItem = (found: Item): KnownAbsence => {
  const item = KnownAbsenceItem.parse(found)
  const [until = ''] = item.sk.split('#')
  return {
    id: restOfKey(item.sk, 1),
    pupil: item.p,
    from: item.f,
    until,
    sessions: item.s,
    ...(item.c !== undefined && { code: item.c }),
    ...(item.w !== undefined && { words: item.w }),
    ...(item.n !== undefined && { note: item.n }),
    by: item.b,
    at: item.a,
  }
}
