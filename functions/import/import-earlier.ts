/** Feeder schools' attendance out of a CTF: matched to pupils on the roll, kept year by year, never counted with our own. */
import {
  type Difference,
  type DifferenceCounts,
  type Differences,
  NO_COUNTS,
} from '../../shared/domain/imports/differences.ts'
import { type EarlierYear, earlierId, saysTheSame } from '../../shared/domain/imports/earlier-school.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { Instant } from '../../shared/domain/time.ts'
import { type CtfPupil, parseCtf } from '../../shared/imports/ctf.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Checked } from './go-live.ts'

interface EarlierImport {
  readonly academy: string
  readonly importId: string
  /** The time of the facts in the file. */
  readonly asOf: Instant
  readonly now: Instant
}

interface Settled {
  readonly pupil: Pupil
  readonly line: number
  readonly year: EarlierYear
  readonly was: EarlierYear | undefined
  readonly kind: 'added' | 'changed' | 'kept' | 'unchanged'
}

const surname = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')

const notTaken = (line: number, column: string, what: string, remedy: string): FileProblem => ({
  line,
  column,
  what: `${what} The pupil’s attendance there is not taken.`,
  remedy,
})

/**
 * The pupil on the roll with this unique number, when date of birth and surname are theirs too: a number alone may be a slip of the
 * pen, and another child's attendance must never stand beside this one's.
 */
const matched = (found: CtfPupil, byUpn: ReadonlyMap<string, Pupil>): Pupil | FileProblem => {
  const pupil = byUpn.get(found.upn)
  if (pupil === undefined)
    return notTaken(
      found.line,
      'UPN',
      'is of nobody on the roll.',
      'Import the roll with UPNs first, then this file again.',
    )
  if (pupil.dateOfBirth !== found.dateOfBirth)
    return notTaken(found.line, 'DOB', 'is not that of the pupil with this UPN.', 'Ask which of the two is right.')
  if (surname(pupil.surname) !== surname(found.surname))
    return notTaken(found.line, 'Surname', 'is not that of the pupil with this UPN.', 'Ask which of the two is right.')
  return pupil
}

const settle = async (
  stores: Stores,
  run: EarlierImport,
  pupil: Pupil,
  found: CtfPupil,
): Promise<readonly Settled[]> => {
  const had = new Map((await stores.earlierYears(run.academy, pupil.key)).map((year) => [earlierId(year), year]))
  return found.years.map((said): Settled => {
    const year = { ...said, asOf: run.asOf }
    const was = had.get(earlierId(year))
    const kind =
      was === undefined ? 'added' : saysTheSame(was, year) ? 'unchanged' : was.asOf > year.asOf ? 'kept' : 'changed'
    return { pupil, line: found.line, year, was, kind }
  })
}

const shown = ({ possible, attended, authorised, unauthorised }: EarlierYear): string =>
  `${attended} of ${possible}, ${authorised} authorised, ${unauthorised} unauthorised`

const differencesOf = (settled: readonly Settled[]): Differences => {
  const counts: Record<keyof DifferenceCounts, number> = { ...NO_COUNTS }
  const rows: Difference[] = []
  for (const { pupil, line, year, was, kind } of settled) {
    counts[kind]++
    if (kind === 'unchanged') continue
    rows.push({
      kind,
      of: `${pupil.pupilId} ${earlierId(year)}`,
      line,
      fields: { attendance: { ...(was ? { was: shown(was) } : {}), now: shown(year) } },
      ...(kind === 'kept' ? { because: 'What stands is newer than the file.' } : {}),
    })
  }
  return { counts, rows }
}

/** Checks a CTF against the roll. Pupils who are not found are named and left out; a file of nobody is refused. */
export const checkEarlier = async (
  bytes: Uint8Array,
  pupils: readonly Pupil[],
  stores: Stores,
  run: EarlierImport,
): Promise<Checked> => {
  const { pupils: found, problems, warnings } = parseCtf(bytes)
  const byUpn = new Map(pupils.flatMap((pupil) => (pupil.upn === undefined ? [] : [[pupil.upn, pupil] as const])))
  const missing: FileProblem[] = []
  const settled: Settled[] = []
  for (const each of problems.length > 0 ? [] : found) {
    const pupil = matched(each, byUpn)
    if ('what' in pupil) missing.push(pupil)
    else settled.push(...(await settle(stores, run, pupil, each)))
  }
  const nobody: FileProblem = {
    line: 0,
    column: '',
    what: found.length === 0 ? 'The file holds no attendance.' : 'No pupil of this file is on the roll.',
    remedy: 'Export the attendance of the pupils with the CTF, and import the roll first.',
  }
  const changes = differencesOf(settled)
  return {
    count: found.reduce((sum, { years }) => sum + years.length, 0),
    problems: problems.length > 0 ? problems : settled.length === 0 ? [...missing, nobody] : [],
    warnings: [...warnings, ...missing],
    differences: async () => changes,
    goLive: async (report) => {
      for (const [index, { pupil, year, kind }] of settled.entries()) {
        if (kind !== 'added' && kind !== 'changed') continue
        await stores.putEarlierYear(run.academy, pupil.key, year, {
          at: run.now,
          by: 'import',
          kind: 'earlier-school-imported',
          pupils: [pupil.key],
          detail: { import: run.importId, year: year.year, school: `${year.authority}${year.establishment}` },
        })
        if (index % 200 === 199) await report(index + 1)
      }
      return { counts: changes.counts }
    },
  }
}
