/** What was not given, and what that means for the day played: said before it runs, so that an empty day is no riddle. */
import type { Policy } from '../../academies/policy.ts'
import { isSchoolDay } from '../../shared/domain/calendar.ts'
import type { Session } from '../../shared/domain/codes.ts'
import type { SchoolClass } from '../../shared/domain/people.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import { calendarOf } from '../../shared/follow-up/load-known.ts'
import { classIdOf } from '../../shared/imports/class-id.ts'
import type { AcademyFiles } from '../load-files.ts'
import type { LocalStack } from '../stack.ts'
import type { SortedMarks } from './read-marks.ts'

const MOST_NAMED = 8

const named = (names: readonly string[]): string =>
  names.length > MOST_NAMED
    ? `${names.slice(0, MOST_NAMED).join(', ')} and ${names.length - MOST_NAMED} more`
    : names.join(', ')

/** Files that were left out. Without a roll of one's own the made-up files stand in for whatever is not given. */
export const missingFiles = (given: AcademyFiles): readonly string[] => {
  const some = Object.values(given).some((file) => file !== undefined)
  if (given.roll === undefined)
    return some ? ['No --roll: the pupils are the made-up ones, and the files given must name those.'] : []
  return [
    ...(given.contacts === undefined ? ['No --contacts: nobody can be texted; silence becomes tasks.'] : []),
    ...(given.staff === undefined ? ['No --staff: pages reach nobody, and tasks name roles only.'] : []),
    ...(given.marks === undefined ? ['No --marks: no register is taken, and nobody is absent.'] : []),
  ]
}

const missingRegisters = (
  classes: readonly SchoolClass[],
  marks: SortedMarks,
  date: LocalDate,
  session: Session,
): readonly string[] => {
  const taken = new Set(marks.today.filter((row) => row.session === session).map((row) => classIdOf(row.class)))
  const left = classes.filter(({ id, pupils }) => pupils > 0 && !taken.has(id)).map(({ name }) => name)
  const when = session === 'AM' ? 'morning' : 'afternoon'
  if (left.length === 0) return []
  return taken.size === 0
    ? [`No row of --marks is of the ${when} of ${date}: no register is taken then.`]
    : [`No ${when} rows for ${named(left)}: those registers are not taken.`]
}

/** What the loaded day lacks: school on that date, and registers. */
export const missingInDay = async (
  stack: LocalStack,
  policy: Policy,
  given: AcademyFiles,
  marks: SortedMarks,
  date: LocalDate,
): Promise<readonly string[]> => {
  const { academy } = policy
  if (!isSchoolDay(await calendarOf(stack.stores, academy, policy), date))
    return [
      given.calendar === undefined
        ? `${date} is no school day in the policy of ${academy}: nothing will happen. Choose another date, or give a --calendar.`
        : `${date} is no school day in the --calendar: nothing will happen. Choose another date.`,
    ]
  if (given.marks === undefined && given.roll !== undefined) return []
  const { classes } = await stack.stores.roll.live(academy)
  return (['AM', 'PM'] as const).flatMap((session) => missingRegisters(classes, marks, date, session))
}
