/** What a calendar does that its school may not mean; it goes live all the same. */
import { type Calendar, dayKind } from '../../shared/domain/calendar.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import type { ListedDate } from '../../shared/imports/calendar-file.ts'
import type { FileProblem } from '../../shared/imports/table.ts'
import type { Stores } from '../../shared/ports/stores.ts'

const withoutHolidays = (rows: readonly ListedDate[]): readonly FileProblem[] =>
  rows.some(({ kind }) => kind === 'holiday')
    ? []
    : [
        {
          line: 0,
          column: 'kind',
          what: 'lists no holiday: every Monday to Friday that the file leaves out is now a school day.',
          remedy: 'List the school holidays and bank holidays too, and import the file again.',
        },
      ]

/** Days gone by, school until now, that the file closes although a register was taken on them. */
export const closedAfterRegisters = async (
  rows: readonly ListedDate[],
  before: Calendar,
  today: LocalDate,
  stores: Pick<Stores, 'registersOn'>,
  academy: string,
): Promise<readonly LocalDate[]> => {
  const closed = rows.filter(
    ({ date, kind }) => kind !== 'school' && date <= today && dayKind(before, date) === 'school',
  )
  const days = await Promise.all(closed.map(({ date }) => stores.registersOn(academy, date)))
  return closed.filter((_, index) => days[index]?.some((register) => register.submitted)).map(({ date }) => date)
}

const stillCounted = (date: LocalDate): FileProblem => ({
  line: 0,
  column: 'date',
  what: `closes ${date}, on which registers were taken. Their marks count until somebody confirms that the school was closed.`,
  remedy:
    'A task asks for it, and GET .../closed-days lists the registers. If the school was open that day, correct the file and import it again.',
})

/** Warnings about a calendar that takes the place of the one before; `closed`: days with registers that it closes. */
export const calendarWarnings = (rows: readonly ListedDate[], closed: readonly LocalDate[]): readonly FileProblem[] => [
  ...withoutHolidays(rows),
  ...closed.map(stillCounted),
]
