/** A register as it stands once the rows of a file are in it. */
import { enteredElsewhere, withoutMarksOf } from '../../shared/domain/one-entry.ts'
import type { Register } from '../../shared/domain/register.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { Settled } from './settle-register.ts'
import type { PlacedRow } from './where-marked.ts'

/**
 * The settled marks, without what a draft says of pupils whom the file does not name in this class and whom another register has by now. Drafts come
 * from arrivals before the file, whom it names, so almost never anything is read.
 */
const marksOf = async (
  stores: Pick<Stores, 'registersOn'>,
  academy: string,
  rows: readonly PlacedRow[],
  current: Register | undefined,
  { marks }: Settled,
): Promise<Register['marks']> => {
  if (current === undefined || current.submitted) return marks
  const named = new Set(rows.map(({ pupil }) => pupil))
  const others = Object.keys(current.marks).filter((key) => !named.has(key))
  if (others.length === 0) return marks
  return withoutMarksOf(marks, enteredElsewhere(current, others, await stores.registersOn(academy, current.date)))
}

/**
 * The next version. Rows that were exported under another class, of pupils who have moved there, take no register and make none fresh: they say
 * nothing of the others in it.
 */
export const nextRegister = async (
  stores: Pick<Stores, 'registersOn'>,
  run: { readonly academy: string; readonly asOf: Instant },
  rows: readonly PlacedRow[],
  current: Register | undefined,
  settled: Settled,
): Promise<Omit<Register, 'classId' | 'date' | 'session'>> => {
  const isTaken = rows.some(({ isMoved }) => isMoved === undefined)
  const submitted = isTaken || current?.submitted === true
  const keepsAge = current !== undefined && (settled.isOlder || !isTaken)
  return {
    version: (current?.version ?? 0) + 1,
    submitted,
    ...(submitted ? { submittedAt: current?.submittedAt ?? run.asOf } : {}),
    asOf: keepsAge ? current.asOf : run.asOf,
    marks: await marksOf(stores, run.academy, rows, current, settled),
    ...(current?.amendedAt === undefined ? {} : { amendedAt: current.amendedAt }),
    ...(current?.left === undefined ? {} : { left: current.left }),
  }
}
