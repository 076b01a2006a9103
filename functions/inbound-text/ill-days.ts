/** On which days a child is ill by the record, whoever has authorised it: by a mark, by the day's card, or by what is known ahead. */
import { covering } from '../../shared/domain/known-absence.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'

const SESSIONS = ['AM', 'PM'] as const
const ILL = 'I'

/** Those of the dates on which the child is ill in a session. Looked for in whatever class they were then. */
export const illOn = async (
  pupil: Pupil,
  dates: readonly LocalDate[],
  academy: string,
  stores: Stores,
): Promise<ReadonlySet<LocalDate>> => {
  const [first] = dates.toSorted()
  if (first === undefined) return new Set()
  const [registers, known, cards] = await Promise.all([
    Promise.all(dates.map((date) => stores.registersOn(academy, date))).then((days) => days.flat()),
    stores.knownAbsences(academy, first),
    Promise.all(dates.map((date) => stores.card(academy, date, pupil.key))),
  ])
  const isIll = (date: LocalDate, index: number): boolean =>
    SESSIONS.some((session) => {
      const mark = registers
        .filter((each) => each.date === date && each.session === session)
        .map(({ marks }) => marks[pupil.key])
        .find((each) => each !== undefined)
      // What was marked is what was so: a reason known beforehand may have come to nothing.
      if (mark !== undefined) return mark.code === ILL
      const card = cards[index]
      const isReported = card?.sessions[session]?.standing === 'reported' && card.reason?.code === ILL
      return isReported || covering(known, pupil.key, date, session).some(({ code }) => code === ILL)
    })
  return new Set(dates.filter(isIll))
}
