/** Plays one of the two policies of a rehearsal, and keeps what came of it; the second ends the rehearsal with the difference. */
import * as z from 'zod'
import type { RehearsalWork } from '../../events/rehearsal-work.v1.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { compare, type RehearsedYear } from '../../shared/rehearsal/compare.ts'
import { type KeptPart, KeptRequest, rehearsalPath } from '../../shared/rehearsal/kept.ts'
import { playYear } from '../../shared/rehearsal/play-year.ts'
import { readRecordedSchool, type Span, yearsBefore } from '../../shared/rehearsal/recorded-school.ts'
import { pupilYears, rehearsalOf } from '../../shared/rehearsal/rehearsal.ts'
import { withPupilIds } from '../../shared/rehearsal/with-pupil-ids.ts'

export interface RehearsalPorts {
  readonly stores: Stores
  readonly files: Files
  readonly work: Queue
}

/** Progress is written down after every so many school days. */
const DAYS_A_NOTE = 10

/** What this function itself has written is what it reads. */
const KeptYear = z.custom<RehearsedYear>((value) => typeof value === 'object' && value !== null)

const shelfOf = ({ academy, rehearsal }: RehearsalWork, files: Files) => ({
  async read<S extends z.ZodType>(part: KeptPart, schema: S): Promise<z.output<S> | undefined> {
    const bytes = await files.get(rehearsalPath(academy, rehearsal, part))
    return bytes && schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  },
  put: (part: KeptPart, value: unknown): Promise<void> =>
    files.put(rehearsalPath(academy, rehearsal, part), JSON.stringify(value), 'application/json'),
})

const spansOf = ({ date, from, until }: KeptRequest): readonly Span[] => {
  const years = yearsBefore(date)
  if (from === undefined && until === undefined) return years
  const [last, present] = years
  return [{ from: from ?? last.from, until: until ?? present.until }]
}

const NOTHING = {
  state: 'refused',
  why: 'The record has no registers of those days.',
  remedy: 'Give dates of which there are, or rehearse a file of marks with npm run rehearse.',
} as const

/** Throws when the record or the bucket cannot be reached, so that the queue brings it again. */
export const playPart = async (work: RehearsalWork, { stores, files, work: queue }: RehearsalPorts): Promise<void> => {
  const shelf = shelfOf(work, files)
  const request = await shelf.read('request', KeptRequest)
  if (request === undefined || (await shelf.read('answer', z.unknown())) !== undefined) return
  const before = await shelf.read('live', KeptYear)
  if (work.part === 'live' && before !== undefined) return queue.send([{ ...work, part: 'draft' }])
  const recorded = await readRecordedSchool(stores, work.academy, spansOf(request))
  if (recorded === undefined) return shelf.put('answer', NOTHING)
  const { school, supposed } = recorded
  const { suppositions } = request
  const played = request[work.part]
  const { happened } = await playYear({
    school,
    played,
    supposed: suppositions,
    progress: async (date, day, of) => {
      if (day % DAYS_A_NOTE === 1) await shelf.put('progress', { part: work.part, date, day, of })
    },
  })
  const rehearsal = rehearsalOf(happened, school, played, { suppositions, supposed })
  const year = withPupilIds({ rehearsal, pupils: pupilYears(happened) }, school)
  if (work.part === 'live') {
    await shelf.put('live', year)
    return queue.send([{ ...work, part: 'draft' }])
  }
  if (before === undefined) throw new Error('The year under the policy in force is not there yet')
  await shelf.put('answer', {
    state: 'done',
    live: before.rehearsal,
    draft: year.rehearsal,
    difference: compare(before, year),
  })
}
