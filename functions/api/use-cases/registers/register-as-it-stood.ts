/** The register of a class as it stood at a moment, from the evidence. */
import * as z from 'zod'
import { envelopes } from '../../../../shared/adapters/evidence/envelopes.ts'
import { keyring } from '../../../../shared/adapters/evidence/keyring.ts'
import { evidenceShelf } from '../../../../shared/adapters/evidence/shelf.ts'
import { stoodVersions } from '../../../../shared/adapters/evidence/stood-versions.ts'
import type { Session } from '../../../../shared/domain/codes.ts'
import { asItStood, type Stood } from '../../../../shared/domain/evidence/as-it-stood.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { canonicalInstant, type Instant, instantOf, isLocalDate } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

const InstantText = z.iso.datetime()
const LOCAL = /^(?:(\d{4}-\d{2}-\d{2})T)?([01]\d|2[0-3]):([0-5]\d)$/

/** A moment as it is asked for: an instant with Z, or the school's own clock, with a date or on the register's. */
const readMoment = (text: string, date: string, zone: string): Result<Instant> => {
  if (InstantText.safeParse(text).success) return ok(canonicalInstant(text))
  const [, given = date, hour, minute] = LOCAL.exec(text) ?? []
  return hour !== undefined && isLocalDate(given)
    ? ok(instantOf(given, `${hour}:${minute}`, zone))
    : refused('wrong-moment', 'That is no moment.', 'Write 10:30, 2026-03-04T10:30, or 2026-03-04T10:30:00Z.', 'at')
}

export const registerAsItStood = async (
  call: Call,
  place: { readonly date: string; readonly session: Session; readonly classId: string },
  asked: string,
): Promise<Result<{ readonly at: Instant; readonly stood: Stood }>> => {
  const moment = readMoment(asked, place.date, call.policy.zone)
  if (!moment.ok) return moment
  const versions = await stoodVersions(call.academy, place, {
    shelf: evidenceShelf(call.world.files(call.env.EVIDENCE_BUCKET)),
    envelopes: envelopes(keyring(call.world.files(call.env.EVIDENCE_KEYS_BUCKET))),
  })
  return ok({ at: moment.value, stood: asItStood(versions, moment.value) })
}
