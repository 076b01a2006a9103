/** Each kind of file: checked against what is live, and how it goes live once nothing is wrong with it. */
import type { ImportRequested } from '../../events/import-requested.v1.ts'
import { keepYearsToRoll } from '../../shared/counting/keep-to-roll.ts'
import { NO_COUNTS } from '../../shared/domain/imports/differences.ts'
import { canonicalInstant, type Instant, localDate } from '../../shared/domain/time.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import { FILES } from '../../shared/imports/files.ts'
import { keepAddresses } from '../../shared/imports/keep-addresses.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { askAboutCalendar } from './ask-about-calendar.ts'
import { calendarWarnings, closedAfterRegisters } from './calendar-warnings.ts'
import { checkMarks } from './check-marks.ts'
import { idIn, keysOf, previousIds, readEntries, readPupils } from './context.ts'
import { rememberEnrolments } from './enrolments.ts'
import { type Checked, type ImportRequest, type Run, swap } from './go-live.ts'
import { goneFrom, keepLeavers, leavingKeys, withFormerKeys } from './identities.ts'
import { checkEarlier } from './import-earlier.ts'
import { languageWarnings } from './language-warnings.ts'
import { contactsLoss, rollLoss } from './loss.ts'
import { withMoves } from './moves.ts'
import { askRollReturns } from './roll-returns.ts'
import { agencyChanges, calendarChanges, contactChanges, rollChanges, staffChanges } from './what-changes.ts'

const grouped = <T>(
  rows: readonly { readonly pupil: string; readonly value: T }[],
): Readonly<Record<string, readonly T[]>> =>
  Object.fromEntries(
    [...Map.groupBy(rows, (row) => row.pupil)].map(([pupil, each]) => [pupil, each.map((row) => row.value)]),
  )

const entriesOf = ({ request, stores, live }: Run) => readEntries(stores, request.academy, live.classes)

const CHECKS: Readonly<Record<ImportRequested['file'], (run: Run) => Promise<Checked>>> = {
  roll: async (run) => {
    const { stores, request, now, live } = run
    const { version } = await policyAt(stores, request.academy, now)
    const today = localDate(now, version.policy.zone)
    const entries = await entriesOf(run)
    const previousKeys = Object.fromEntries(keysOf(entries))
    const file = FILES.roll(run.given, {
      today,
      previousKeys,
      generation: live.generations.roll + 1,
    })
    const before = await readPupils(stores, request.academy, entries)
    const known = await withFormerKeys(stores, request.academy, previousKeys, file.rows)
    const pupils = withMoves(before, known, today)
    const changes = rollChanges(before, pupils)
    return {
      ...file,
      loss: rollLoss(entries.values(), pupils, today),
      differences: async () => changes,
      goLive: async () => {
        // Before the roll without them goes live: whoever comes back later is the same pupil.
        await stores.roll.keepKeys(request.academy, leavingKeys(previousKeys, pupils))
        const moment = { academy: request.academy, importId: request.importId, now }
        await keepLeavers(stores, goneFrom(before, pupils), moment)
        await rememberEnrolments(stores, before, pupils, moment)
        await askRollReturns(
          stores,
          { academy: request.academy, now, today, ...version },
          [...entries.values()],
          pupils,
        )
        const went = await swap(run, changes.counts, { file: 'roll', pupils }, file.classes)
        if (went !== 'stale') await keepYearsToRoll(stores, today, { ...moment, policyVersion: version.version })
        return went
      },
    }
  },

  contacts: async (run) => {
    const entries = await entriesOf(run)
    const pupils = await readPupils(run.stores, run.request.academy, entries)
    const file = FILES.contacts(run.given, {
      keys: keysOf(entries),
      previousIds: previousIds(pupils),
      generation: run.live.generations.contacts + 1,
    })
    const rows = keepAddresses(pupils, file.rows)
    const byPupil = grouped(rows.map(({ pupil, contact }) => ({ pupil, value: contact })))
    const changes = contactChanges(pupils, rows, idIn(entries))
    const { version } = await policyAt(run.stores, run.request.academy, run.now)
    return {
      ...file,
      warnings: [
        ...file.warnings,
        ...languageWarnings(
          file.rows.map(({ contact }) => contact),
          version.policy,
        ),
      ],
      loss: contactsLoss(pupils, byPupil),
      differences: async () => changes,
      goLive: () => swap(run, changes.counts, { file: 'contacts', byPupil }),
    }
  },

  staff: async (run) => {
    const file = FILES.staff(run.given, { classes: run.live.classes.map(({ id }) => id) })
    const changes = staffChanges(await run.stores.roll.staff(run.request.academy), file.rows)
    return {
      ...file,
      differences: async () => changes,
      goLive: () => swap(run, changes.counts, { file: 'staff', staff: file.rows }),
    }
  },

  agencies: async (run) => {
    const entries = await entriesOf(run)
    const file = FILES.agencies(run.given, keysOf(entries))
    const pupils = await readPupils(run.stores, run.request.academy, entries)
    const changes = agencyChanges(pupils, file.rows, idIn(entries))
    const byPupil = grouped(file.rows.map(({ pupil, agency }) => ({ pupil, value: agency })))
    return {
      ...file,
      differences: async () => changes,
      goLive: () => swap(run, changes.counts, { file: 'agencies', byPupil }),
    }
  },

  calendar: async (run) => {
    const file = FILES.calendar(run.given)
    const dates = Object.fromEntries(file.rows.map(({ date, ...rest }) => [date, rest]))
    const { version, date: today } = await policyAt(run.stores, run.request.academy, run.now)
    const before = await calendarOf(run.stores, run.request.academy, version.policy)
    const closed = await closedAfterRegisters(file.rows, before, today, run.stores, run.request.academy)
    const changes = calendarChanges((await run.stores.roll.listedDates(run.request.academy)) ?? {}, dates)
    return {
      ...file,
      warnings: calendarWarnings(file.rows, closed),
      differences: async () => changes,
      goLive: async () => {
        const went = await swap(run, changes.counts, { file: 'calendar', dates })
        if (went !== 'stale') await askAboutCalendar(run.stores, closed, { ...run.request, now: run.now, ...version })
        return went
      },
    }
  },

  ctf: async (run) => {
    const { stores, request, now } = run
    const pupils = await readPupils(stores, request.academy, await entriesOf(run))
    const said = canonicalInstant(request.asOf)
    const { academy, importId } = request
    return checkEarlier(request.bytes, pupils, stores, { academy, importId, now, asOf: said < now ? said : now })
  },

  marks: checkMarks,
}

const NO_MAPPING: FileProblem = {
  line: 0,
  column: '',
  what: 'The mapping that was named is not kept any more.',
  remedy: 'Keep it again, or import the file without naming one.',
}

/** Checks a whole file; nothing is written. */
export const checkFile = async (
  request: ImportRequest,
  { stores, files }: { readonly stores: Stores; readonly files: Files },
  now: Instant,
): Promise<Checked> => {
  const [live, all] = await Promise.all([stores.roll.live(request.academy), stores.mappings(request.academy)])
  const kept = all.filter(({ file }) => file === request.file)
  const mapping = kept.find(({ id }) => id === request.mapping)
  if (request.mapping !== undefined && mapping === undefined)
    return {
      count: 0,
      problems: [NO_MAPPING],
      differences: async () => ({ counts: NO_COUNTS, rows: [] }),
      goLive: async () => 'stale',
    }
  const given = { bytes: request.bytes, kept, ...(mapping ? { mapping } : {}) }
  return CHECKS[request.file]({ request, given, stores, files, now, live })
}
