/**
 * Seals an academy's days one after another. A seal is one file that is put only where there is none, so however often this runs, at once
 * with itself or dying anywhere, each day has one seal; whoever comes second goes on from the first one's.
 */
import type { Sha256 } from '../../shared/domain/evidence/entry.ts'
import { missingVersions, versionInWords } from '../../shared/domain/evidence/missing-versions.ts'
import { type ArrivedFile, type Seal, type SealHead, sealDay } from '../../shared/domain/evidence/seal.ts'
import { addDays, type Instant, type LocalDate } from '../../shared/domain/time.ts'
import type { EvidenceShelf } from '../../shared/ports/evidence.ts'
import type { Log } from '../../shared/ports/world.ts'

export interface SealPorts {
  readonly shelf: EvidenceShelf
  readonly now: () => Instant
  readonly log: Log
  readonly sha256: Sha256
}

/** Registers of earlier days whose later versions are looked at again: an N is settled within five school days. */
const DAYS_BACK = 10
/** Files read at once. */
const AT_ONCE = 25

/** The day must not be sealed yet. */
export class DayIncomplete extends Error {
  override readonly name = 'DayIncomplete'
}

const filesOf = async (
  academy: string,
  names: readonly string[],
  shelf: EvidenceShelf,
): Promise<readonly ArrivedFile[]> => {
  const files: ArrivedFile[] = []
  for (let from = 0; from < names.length; from += AT_ONCE)
    files.push(
      ...(await Promise.all(
        names.slice(from, from + AT_ONCE).map(async (name) => ({ name, lines: await shelf.arrived(academy, name) })),
      )),
    )
  return files
}

/** What arrived and is in no seal: of this date, and of the date before after its seal was made. */
const unsealed = async (academy: string, date: LocalDate, previous: Seal | undefined, shelf: EvidenceShelf) => {
  const dates = previous ? [previous.date, date] : [date]
  const names = (await Promise.all(dates.map((each) => shelf.arrivedOn(academy, each)))).flat()
  return names.filter((name) => !previous?.covers.includes(name))
}

/** Versions that the record has, or must have had, and the evidence has not. */
const missingOf = async (academy: string, date: LocalDate, begins: LocalDate, shelf: EvidenceShelf) => {
  const expected = await shelf.expected(academy, date)
  if (expected === undefined) return undefined
  const dates = Array.from({ length: DAYS_BACK + 1 }, (_, back) => addDays(date, -back)).filter(
    (each) => each >= begins,
  )
  const kept = (await Promise.all(dates.map((each) => shelf.versionsOn(academy, each)))).flat()
  return missingVersions(expected, kept, { begins })
}

/** Throws DayIncomplete when the day may not be sealed; answers what it is sealed without, where a person has decided so. */
const checkWhole = async (
  academy: string,
  date: LocalDate,
  begins: LocalDate,
  { shelf, log }: SealPorts,
): Promise<SealHead['without']> => {
  const missing = await missingOf(academy, date, begins, shelf)
  if (missing?.length === 0) return undefined
  const decided = await shelf.decision(academy, date)
  if (decided) return { ...decided, registers: (missing ?? []).map(versionInWords) }
  log.write('SEAL_REFUSED', { academy, date, missing: missing?.length ?? 0, counted: missing !== undefined })
  throw new DayIncomplete('Register versions of the day are not all evidence yet')
}

export const sealUntil = async (academy: string, until: LocalDate, ports: SealPorts): Promise<void> => {
  const { shelf, now, log, sha256 } = ports
  const dates = await shelf.sealedDates(academy)
  const newest = dates.at(-1)
  let previous = newest === undefined ? undefined : await shelf.seal(academy, newest)
  const first = previous ? addDays(previous.date, 1) : await shelf.firstArrival(academy)
  if (first === undefined) return
  const begins = dates[0] ?? first
  for (let date = first; date <= until; date = addDays(date, 1)) {
    const without = await checkWhole(academy, date, begins, ports)
    const files = await filesOf(academy, await unsealed(academy, date, previous, shelf), shelf)
    const day = { academy, date, sealedAt: now(), previous, files, ...(without && { without }) }
    const seal = sealDay(day, sha256)
    const kept = await shelf.keepSeal(seal)
    previous = kept === 'put' ? seal : await shelf.seal(academy, date)
    if (kept === 'put')
      log.write('DAY_SEALED', { academy, date, number: seal.number, entries: seal.entries, histories: seal.histories })
  }
}
