/** Whether the list of a date's absences is what the date's registers say. */
import type { Register } from '../register.ts'
import type { LocalDate } from '../time.ts'
import { type AbsenceDay, type ListedAbsence, listedIn } from './absence-day.ts'

export interface ListDifference {
  readonly date: LocalDate
  /** In a register, and not in the list. */
  readonly missing: readonly ListedAbsence[]
  /** In the list, and in no register. */
  readonly extra: readonly ListedAbsence[]
}

const wordOf = ({ pupil, session, code }: ListedAbsence): string => `${session} ${pupil} ${code}`

/** How a date's list differs from its registers, all of them counted; nothing where it does not. */
export const listDifference = (
  date: LocalDate,
  list: AbsenceDay | undefined,
  registers: readonly Register[],
): ListDifference | undefined => {
  const derived = registers.flatMap(listedIn)
  const stored = list?.absences ?? []
  const without = (some: readonly ListedAbsence[], others: readonly ListedAbsence[]) => {
    const words = new Set(others.map(wordOf))
    return some.filter((each) => !words.has(wordOf(each)))
  }
  const [missing, extra] = [without(derived, stored), without(stored, derived)]
  return missing.length + extra.length === 0 ? undefined : { date, missing, extra }
}
