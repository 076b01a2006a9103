/** What other pages of the console say: the Trust's, the lead's board, a class's conference sheets, two groupings together. */
import { type Span, TERM, YEAR } from './by-hand.ts'
import { whoIs } from './from-api.ts'
import { PUPILS } from './marks.ts'
import { type Counts, type Said, said, saidCounts, sumOfCounts } from './said.ts'
import type { SampleSchool } from './sample-school.ts'

const nameOf = (id: string): string => {
  const found = PUPILS.find((pupil) => pupil.id === id)
  return found ? `${found.forename} ${found.surname}` : id
}

const asked = async (school: SampleSchool, as: string, address: string) => {
  const { status, body } = await school.ask(as, 'GET', address)
  if (status !== 200) throw new Error(`${address}: ${JSON.stringify(body)}`)
  return body
}

/** The academy beside the others, and all of them together: here it is the only one. */
export const fromTrust = async (school: SampleSchool): Promise<readonly Said[]> => {
  const { academies, trust } = await asked(school, 'trust.operator', '/trust/overview')
  const places = [['the overview, an academy', academies[0].figures] as const, ['the overview, all', trust] as const]
  return places.flatMap(([place, figures]) => {
    const about = { who: 'school', ...YEAR }
    return [
      said(place, { ...about, measure: 'possible' }, figures.possible),
      said(place, { ...about, measure: 'attended' }, figures.attended),
      said(place, { ...about, measure: 'absent' }, figures.absent),
      said(place, { ...about, measure: 'attendance %' }, figures.rates.attendance),
      said(place, { ...about, measure: 'pupils' }, figures.pupils),
      said(place, { ...about, measure: 'persistently absent' }, figures.persistentlyAbsent),
      said(place, { ...about, measure: 'severely absent' }, figures.severelyAbsent),
    ]
  })
}

interface OnBoard {
  readonly pupil: { readonly id: string }
  readonly attendance: string | null
  readonly late?: number
}

/** Who crossed a line, who is about to, and who is persistently late. */
export const fromBoard = async (school: SampleSchool): Promise<readonly Said[]> => {
  const { crossed, near, late } = await asked(school, 'lead', 'thresholds')
  return Object.entries({ crossed, near, late } as Record<string, readonly OnBoard[]>).flatMap(([list, pupils]) =>
    pupils.flatMap(({ pupil, attendance, late: times }) => {
      const about = { who: nameOf(pupil.id), ...YEAR }
      const place = `the board of thresholds, ${list}`
      return [
        ...(attendance === null ? [] : [said(place, { ...about, measure: 'attendance %' }, attendance)]),
        ...(times === undefined ? [] : [said(place, { ...about, measure: 'late' }, times)]),
      ]
    }),
  )
}

/** The sheets of the term so far; it is asked on the Monday after, and the weekend has no sessions. */
export const fromConferences = async (school: SampleSchool, classes: readonly string[]): Promise<readonly Said[]> => {
  const all: Said[] = []
  for (const id of classes)
    for (const { pupil, figures } of (await asked(school, 'lead', `classes/${id}/conference-sheets`)).sheets)
      all.push(...saidCounts(`the conference sheets of ${id}`, { who: nameOf(pupil), ...TERM }, figures))
  return all
}

interface Cell extends Counts {
  readonly row: string
  readonly column: string
  readonly pupils: number
}

const PAIRS = [
  ['fsm', 'sex'],
  ['year', 'looked-after'],
  ['class', 'sen'],
] as const

/** Each row and each column of two groupings together, added up, is its group. */
export const fromTwoGroupings = async (school: SampleSchool, spans: readonly Span[]): Promise<readonly Said[]> => {
  const all: Said[] = []
  for (const [rows, columns] of PAIRS)
    for (const span of spans) {
      const query = `rows=${rows}&columns=${columns}&from=${span.from}&until=${span.until}`
      const { cells } = await asked(school, 'lead', `attendance/by-two?${query}`)
      const sums = [
        ...Map.groupBy(cells as readonly Cell[], ({ row }) => whoIs(rows, row)),
        ...Map.groupBy(cells as readonly Cell[], ({ column }) => whoIs(columns, column)),
      ]
      for (const [who, those] of sums) {
        const place = `GET attendance/by-two?${query}, added up`
        const pupils = those.reduce((sum, each) => sum + each.pupils, 0)
        all.push(
          ...saidCounts(place, { who, ...span }, sumOfCounts(those)),
          said(place, { who, ...span, measure: 'pupils' }, pupils),
        )
      }
    }
  return all
}
