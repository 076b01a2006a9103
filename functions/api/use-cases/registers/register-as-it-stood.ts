/** The register of a class as it stood at a moment, from the evidence. */
import { envelopes } from '../../../../shared/adapters/evidence/envelopes.ts'
import { keyring } from '../../../../shared/adapters/evidence/keyring.ts'
import { evidenceShelf } from '../../../../shared/adapters/evidence/shelf.ts'
import { stoodVersions } from '../../../../shared/adapters/evidence/stood-versions.ts'
import type { Session } from '../../../../shared/domain/codes.ts'
import { asItStood, type Stood } from '../../../../shared/domain/evidence/as-it-stood.ts'
import { readMoment } from '../../../../shared/domain/evidence/moment.ts'
import { ok, type Result } from '../../../../shared/domain/result.ts'
import type { Instant } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

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
