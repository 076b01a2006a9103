/** A bundle of evidence is asked for, and later handed over; who was given what is in the pupil's own history. */
import * as z from 'zod'
import { bundlePath } from '../../../../shared/domain/evidence/bundle.ts'
import type { Pupil, PupilKey } from '../../../../shared/domain/people.ts'
import type { LocalDate } from '../../../../shared/domain/time.ts'
import type { Call } from '../../call.ts'

interface Between {
  readonly from: LocalDate
  readonly until: LocalDate
}

/** Asks for a bundle and answers its id. */
export const askForBundle = async (call: Call, pupil: PupilKey, between: Between): Promise<string> => {
  const bundle = call.world.ids.fresh()
  const work = { academy: call.academy, pupil, ...between, bundle, by: call.caller.sub }
  await call.world.queue(call.env.EVIDENCE_QUEUE_URL).send([work])
  return bundle
}

const Done = z.object({ sha256: z.string() })

/** A link to the bundle, once it is written down that it was given; `undefined` while there is none. */
export const handOverBundle = async (
  call: Call,
  pupil: Pupil,
  between: Between,
  bundle: string,
): Promise<string | undefined> => {
  const files = call.world.files(call.env.FILES_BUCKET)
  const done = await files.get(bundlePath(call.academy, pupil.key, bundle, 'done.json'))
  if (done === undefined) return undefined
  const { sha256 } = Done.parse(JSON.parse(Buffer.from(done).toString('utf8')))
  const given = { bundle, pupil: pupil.key, ...between, by: call.caller.sub, at: call.now, sha256 }
  await call.stores.recordExport(
    call.academy,
    { ...given, id: call.world.ids.fresh() },
    call.act('evidence-exported', { pupils: [pupil.key], detail: { bundle, ...between, sha256 } }),
  )
  return files.downloadAddress(bundlePath(call.academy, pupil.key, bundle, 'bundle.zip'), {
    name: `evidence-${pupil.pupilId}-${between.from}-${between.until}.zip`,
    contentType: 'application/zip',
  })
}
