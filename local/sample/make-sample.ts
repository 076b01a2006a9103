/** A made-up academy of any size as the files a real one would hand over. The same seed makes the same school. */
import type { Policy } from '../../academies/policy.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import { agenciesFile } from './agencies-file.ts'
import { classesOf, placesOf } from './classes.ts'
import { contactsFile } from './contacts-file.ts'
import { csvText } from './csv-text.ts'
import { familiesOf } from './families.ts'
import { marksFile } from './marks-file.ts'
import { pupilsOf } from './pupils.ts'
import { rollFile } from './roll-file.ts'
import { listedDays, schoolDays, yearStart } from './school-days.ts'
import { staffFile } from './staff-file.ts'

export interface SampleOptions {
  readonly policy: Policy
  /** The last day with marks. */
  readonly date: LocalDate
  /** The first day with marks; ten school days before the last unless said otherwise, and never after it. */
  readonly from?: LocalDate
  /** A two-form primary, or a small secondary, unless said otherwise. */
  readonly pupils?: number
  readonly seed?: string
}

export interface SampleFiles {
  readonly roll: string
  readonly contacts: string
  readonly staff: string
  readonly agencies: string
  readonly marks: string
  readonly calendar: string
}

/** School days of history that show a school as it runs, without a long wait to read them. */
const HISTORY_DAYS = 10
const USUAL_PUPILS = 420
const STAFF_MOBILES = 10

const firstDay = (days: readonly LocalDate[], date: LocalDate): LocalDate =>
  days.at(-1 - HISTORY_DAYS) ?? days[0] ?? date

/** The six files of one academy. `staffFrom` keeps staff mobiles of several academies apart. */
export const makeSample = (options: SampleOptions, staffFrom = 0): SampleFiles => {
  const { policy, date } = options
  const seed = `${options.seed ?? '1'}|${policy.academy}`
  const size = options.pupils ?? USUAL_PUPILS
  const starts = yearStart(date)
  const year = { starts, days: schoolDays(policy, starts, date) }
  const from = options.from ?? firstDay(year.days, date)
  const lived = from < starts ? schoolDays(policy, from, date) : year.days
  const families = familiesOf(placesOf(policy, size), seed)
  const pupils = pupilsOf(policy, families, year)
  return {
    roll: rollFile(pupils),
    contacts: contactsFile(families, pupils, seed, date),
    staff: staffFile(policy.academy, classesOf(policy, size), seed, staffFrom),
    agencies: agenciesFile(pupils, seed, policy),
    marks: marksFile(pupils, lived, from, { policy, seed }),
    calendar: csvText(['date', 'kind', 'note'], listedDays(policy, from < starts ? from : starts, date)),
  }
}

/** A whole trust: the files of each of its academies, by name. */
export const makeTrust = (trust: {
  readonly academies: readonly { readonly policy: Policy; readonly pupils: number }[]
  readonly seed: string
  readonly from?: LocalDate
  readonly until: LocalDate
}): Readonly<Record<string, SampleFiles>> =>
  Object.fromEntries(
    trust.academies.map(({ policy, pupils }, index) => {
      const from = trust.from === undefined ? {} : { from: trust.from }
      const options = { policy, pupils, seed: trust.seed, date: trust.until, ...from }
      return [policy.academy, makeSample(options, index * STAFF_MOBILES)]
    }),
  )
