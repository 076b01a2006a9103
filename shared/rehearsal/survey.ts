/** A first look through a marks file: which dates were school, and who is in it. What is wrong with its rows is said by the second. */
import { CODES, readCode } from '../domain/codes.ts'
import type { LocalDate } from '../domain/time.ts'
import { isNoMark } from '../imports/marks.ts'
import { type ParsedFile, parseFile } from '../imports/parse-file.ts'
import type { MarkedPupil } from './supposed-files.ts'

interface Surveyed {
  readonly date: LocalDate
  readonly pupilId: string
  readonly class: string
  readonly code: string
}

export interface Survey {
  readonly problems: ParsedFile<Surveyed>['problems']
  /** Dates on which somebody has a mark that is not of the whole school, in order. */
  readonly dates: readonly LocalDate[]
  readonly pupils: readonly MarkedPupil[]
}

const isWholeSchool = (text: string): boolean => {
  const code = readCode(text)
  return code !== undefined && CODES[code].wholeSchool === true
}

const pupilsOf = (rows: readonly Surveyed[]): readonly MarkedPupil[] =>
  [...Map.groupBy(rows, ({ pupilId }) => pupilId)].map(([pupilId, of]) => ({
    pupilId,
    class: of.reduce((last, row) => (row.date >= last.date ? row : last)).class,
    codes: new Set(of.map(({ code }) => code.toUpperCase())),
  }))

export const surveyMarks = (marks: Uint8Array): Survey => {
  const { rows, problems } = parseFile('marks', marks, (cells): Surveyed | undefined => {
    const code = cells.text('code') ?? ''
    if (isNoMark(code)) return undefined
    return {
      date: cells.requiredDate('date'),
      pupilId: cells.required('pupilId'),
      class: cells.required('class'),
      code,
    }
  })
  const school = rows.filter(({ code }) => !isWholeSchool(code))
  return { problems, dates: [...new Set(school.map(({ date }) => date))].toSorted(), pupils: pupilsOf(rows) }
}
