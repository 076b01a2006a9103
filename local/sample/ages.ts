/** How old the pupils of a year group are. */
import { addDays, type LocalDate } from '../../shared/domain/time.ts'

/** School years since reception: nursery before it is negative. */
export const yearsSinceReception = (yearGroup: string): number => {
  if (yearGroup === 'R') return 0
  return /^N\d$/.test(yearGroup) ? Number(yearGroup.slice(1)) - 3 : Number(yearGroup)
}

/** A date of birth in a year group, `place` 0 to 364 days after the first that could be. */
export const dateOfBirth = (yearGroup: string, yearStarts: LocalDate, place: number): LocalDate => {
  const born = Number(yearStarts.slice(0, 4)) - 5 - yearsSinceReception(yearGroup)
  return addDays(`${born}-09-01`, place)
}
