/** Plays one of the two policies of a rehearsal, and keeps what came of it; the second ends the rehearsal with the difference. */
import * as z from 'zod'
import type { RehearsalWork } from '../../events/rehearsal-work.v1.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { compare, type RehearsedYear } from '../../shared/rehearsal/compare.ts'
import { type KeptPart, KeptRequest, rehearsalPath, soFarPath } from '../../shared/rehearsal/kept.ts'
import { playYear } from '../../shared/rehearsal/play-year.ts'
import { readRecordedSchool, type Span, yearsBefore } from '../../shared/rehearsal/recorded-school.ts'
import { pupilYears, rehearsalOf } from '../../shared/rehearsal/rehearsal.ts'
import { withPupilIds } from '../../shared/rehearsal/with-pupil-ids.ts'
import { fromBytes, toBytes, type YearSoFar } from '../../shared/rehearsal/year-so-far.ts'

export interface RehearsalPorts {
  readonly stores: Stores
  readonly files: Files
  readonly work: Queue
  /** Whether this call has time for another stretch of days. */
  mayGoOn(): boolean
}

/** Progress is written down after every so many school days. */
const DAYS_A_NOTE = 10

/** What this function itself has written is what it reads. */
const KeptYear = z.custom<RehearsedYear>((value) => typeof value === 'object' && value !== null)

const BYTES = 'application/octet-stream'

const shelfOf = ({ academy, rehearsal, part }: RehearsalWork, files: Files) => ({
  async read<S extends z.ZodType>(part: KeptPart, schema: S): Promise<z.output<S> | undefined> {
    const bytes = await files.get(rehearsalPath(academy, rehearsal, part))
    return bytes && schema.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  },
  put: (part: KeptPart, value: unknown): Promise<void> =>
    files.put(rehearsalPath(academy, rehearsal, part), JSON.stringify(value), 'application/json'),
  soFar: async (): Promise<YearSoFar | undefined> => fromBytes(await files.get(soFarPath(academy, rehearsal, part))),
  rest: (soFar: YearSoFar): Promise<void> => files.put(soFarPath(academy, rehearsal, part), toBytes(soFar), BYTES),
  /** What was kept of the days names children; once the year is over it is not wanted any more. */
  restNoMore: (): Promise<void> => files.put(soFarPath(academy, rehearsal, part), new Uint8Array(), BYTES),
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

/** Throws when the record or the bucket cannot be reached, so that the queue brings it again: the days that were kept are not played twice. */
export const playPart = async (work: RehearsalWork, ports: RehearsalPorts): Promise<void> => {
  const { stores, files, work: queue } = ports
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
  const { happened, isWhole } = await playYear({
    before: await shelf.soFar(),
    school,
    played,
    supposed: suppositions,
    progress: async (date, day, of) => {
      if (day % DAYS_A_NOTE === 1) await shelf.put('progress', { part: work.part, date, day, of })
    },
    rest: async (soFar) => {
      await shelf.rest(soFar)
      return ports.mayGoOn() ? 'go-on' : 'stop'
    },
  })
  if (!isWhole) return queue.send([work])
  const rehearsal = rehearsalOf(happened, school, played, { suppositions, supposed })
  const year = withPupilIds({ rehearsal, pupils: pupilYears(happened) }, school)
  if (work.part === 'live') {
    await shelf.put('live', year)
    await shelf.restNoMore()
    return queue.send([{ ...work, part: 'draft' }])
  }
  if (before === undefined) throw new Error('The year under the policy in force is not there yet')
  await shelf.put('answer', {
    state: 'done',
    live: before.rehearsal,
    draft: year.rehearsal,
    difference: compare(before, year),
  })
  await shelf.restNoMore()
}
