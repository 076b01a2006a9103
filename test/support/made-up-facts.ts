/** A primary school of fourteen classes in the middle of a year, made up mark by mark, the same at every run: what reports are written from. */
import { type Calendar, isSchoolDay } from '../../shared/domain/calendar.ts'
import type { Code, Session } from '../../shared/domain/codes.ts'
import { presentCode } from '../../shared/domain/codes.ts'
import type { CountedMark } from '../../shared/domain/counting/tally.ts'
import { shortHash } from '../../shared/domain/ids.ts'
import type { Pupil, PupilFlag, SchoolClass } from '../../shared/domain/people.ts'
import type { Mark, Register } from '../../shared/domain/register.ts'
import type { Marked, ReportFacts } from '../../shared/domain/reports/facts.ts'
import { addDays, instantOf, type LocalDate, weekday } from '../../shared/domain/time.ts'
import { springbankPolicy } from './policies.ts'

const YEARS = ['R', '1', '2', '3', '4', '5', '6']
const FORENAMES = [
  'Amelia',
  'Bilal',
  'Cerys',
  'Dafydd',
  'Elsie',
  'Farah',
  'George',
  'Hana',
  'Ivo',
  'Jaya',
  'Kofi',
  'Łukasz',
]
const SURNAMES = ['Ashdown', 'Birch', 'Castell', 'Dunmore', 'Everly', 'Fenwick', 'Garland', 'Holt', 'Ingle', 'Jessop']

/** From 0 to 9,999, by what it is about. */
const draw = (...about: readonly (string | number)[]): number =>
  Number.parseInt(shortHash(about.join(' ')).slice(-6), 36) % 10_000

export const SCHOOL_CLASSES: readonly SchoolClass[] = YEARS.flatMap((year) =>
  ['a', 'b'].map((letter) => ({
    id: `${year.toLowerCase()}${letter}`,
    name: `${year}${letter.toUpperCase()}`,
    yearGroup: year,
    pupils: 28,
  })),
)

const pupilOf = ({ id, yearGroup }: SchoolClass, index: number): Omit<Pupil, 'contacts' | 'agencies'> => {
  const key = `${id}${index}`
  const flags: readonly (readonly [PupilFlag, number])[] = [
    ['fsm', 2500],
    ['eal', 2000],
    ['socialWorker', 300],
    ['lookedAfter', 60],
    ['youngCarer', 250],
  ]
  return {
    key,
    pupilId: key.toUpperCase(),
    forename: FORENAMES[draw(key, 'f') % FORENAMES.length] ?? 'Amelia',
    surname: SURNAMES[draw(key, 's') % SURNAMES.length] ?? 'Ashdown',
    dateOfBirth: '2017-10-01',
    yearGroup,
    classId: id,
    admitted: '2023-09-04',
    sex: draw(key, 'x') < 5000 ? 'F' : 'M',
    senStatus: draw(key, 'sen') < 1400 ? 'K' : draw(key, 'sen') < 1800 ? 'E' : 'N',
    flags: flags.flatMap(([flag, share]) => (draw(key, flag) < share ? [flag] : [])),
  }
}

const codeOf = (pupil: Pick<Pupil, 'key'>, date: LocalDate, session: Session): Code => {
  const { key } = pupil
  const frailty = draw(key, 'frail') < 1200 ? 1300 : draw(key, 'frail') < 3000 ? 700 : 220
  // Some are away on Fridays above all, and some classes more than others.
  const friday = draw(key, 'friday') < 300 && weekday(date) === 5 ? 4500 : 0
  const chance = frailty + friday + (key.startsWith('6b') ? 900 : 0)
  const day = draw(key, date)
  if (day < chance) return day % 10 < 6 ? 'I' : day % 10 < 8 ? 'O' : 'M'
  const late = draw(key, date, session)
  if (session === 'AM' && late < 140) return late < 25 ? 'U' : 'L'
  return presentCode(session)
}

/** The facts up to a date; the policy may be another's. */
export const madeUpFacts = (until: LocalDate, policy = springbankPolicy): ReportFacts => {
  const { terms, bankHolidays, inset } = policy.calendar
  const closed = [...bankHolidays, ...inset].map((date) => [date, { kind: 'holiday' }] as const)
  const calendar: Calendar = { listed: Object.fromEntries(closed), terms }
  const year = { from: `${Number(until.slice(0, 4)) - (until.slice(5) < '09-01' ? 1 : 0)}-09-01`, until }
  const days: LocalDate[] = []
  for (let day = year.from; day <= until; day = addDays(day, 1)) if (isSchoolDay(calendar, day)) days.push(day)
  const registers: Register[] = []
  const everybody: Marked[] = []
  for (const aClass of SCHOOL_CLASSES) {
    const pupils = Array.from({ length: 26 + (draw(aClass.id) % 5) }, (_, index) => pupilOf(aClass, index))
    const marks = new Map<string, CountedMark[]>(pupils.map(({ key }) => [key, []]))
    for (const date of days) {
      for (const session of ['AM', 'PM'] as const) {
        const codes = pupils.map((pupil): readonly [string, Mark] => {
          const code = codeOf(pupil, date, session)
          return [
            pupil.key,
            {
              code,
              source: 'teacher',
              ...(code === 'L' || code === 'U' ? { minutesLate: code === 'L' ? 6 : 31 } : {}),
            },
          ]
        })
        for (const [key, { code, minutesLate }] of codes)
          marks.get(key)?.push({ date, session, code, ...(minutesLate === undefined ? {} : { minutesLate }) })
        const at = instantOf(date, session === 'AM' ? '09:08' : '13:05', policy.zone)
        registers.push({
          classId: aClass.id,
          date,
          session,
          version: 1,
          submitted: true,
          submittedAt: at,
          asOf: at,
          marks: Object.fromEntries(codes),
        })
      }
    }
    everybody.push(
      ...pupils.map((pupil) => ({
        key: pupil.key,
        pupil,
        marks: marks.get(pupil.key) ?? [],
        adults: [`c-${pupil.surname}-${draw(pupil.key, 'home') % 40}`],
      })),
    )
  }
  return { policy, year, everybody, registers, classes: SCHOOL_CLASSES, calendar, closures: [], own: [], reviewed: [] }
}
