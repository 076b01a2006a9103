/** `marks.csv`: the registers of a stretch of days, as a school's own system would export them. */
import type { Policy } from '../../academies/policy.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import { csvText } from './csv-text.ts'
import { frailtyOf } from './marks/frailty.ts'
import { type MadeUpMark, pupilMarks } from './marks/pupil-marks.ts'
import { ratesOf } from './marks/rates.ts'
import type { MadeUpPupil } from './pupils.ts'

const COLUMNS = ['date', 'session', 'class', 'pupilId', 'code', 'minutesLate', 'comment'] as const

type Row = MadeUpMark & { readonly pupil: MadeUpPupil }

const inRegisterOrder = (rows: readonly Row[]): readonly Row[] => {
  const registers = Map.groupBy(rows, ({ date, session, pupil }) => `${date} ${session} ${pupil.className}`)
  return [...registers.keys()].toSorted().flatMap((register) => registers.get(register) ?? [])
}

/** `marks.csv` of an academy, from a date; `days` are all school days that its pupils have lived through. */
export const marksFile = (
  pupils: readonly MadeUpPupil[],
  days: readonly LocalDate[],
  from: LocalDate,
  as: { readonly policy: Policy; readonly seed: string },
): string => {
  const rates = ratesOf(as.policy.phase)
  const frailties = frailtyOf(pupils, rates, as.seed)
  const rows = pupils.flatMap((pupil, index) => {
    const frailty = frailties[index] ?? { health: 1, habit: 1 }
    return pupilMarks(pupil, days, { ...as, rates, frailty })
      .filter(({ date }) => date >= from)
      .map((mark) => ({ ...mark, pupil }))
  })
  return csvText(
    COLUMNS,
    inRegisterOrder(rows).map(({ pupil, ...mark }) => ({
      ...mark,
      class: pupil.className,
      pupilId: pupil.pupilId,
    })),
  )
}
