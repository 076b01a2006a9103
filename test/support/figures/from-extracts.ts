/** What extracts say, as they are collected: rows of pupils, rows of pseudonyms put together by group, and the codes of a day counted by hand. */
import { SEN_NAMES, type Span, YEAR_NAMES } from './by-hand.ts'
import { csvRecords } from './csv-rows.ts'
import { countByHand, YEAR_FROM } from './marks.ts'
import { type Said, said, saidCounts, sumOfCounts } from './said.ts'
import type { SampleSchool } from './sample-school.ts'

type Cells = Readonly<Record<string, string>>

const counts = (cells: Cells) => ({
  possible: Number(cells.possible),
  attended: Number(cells.attended),
  authorised: Number(cells.authorised),
  unauthorised: Number(cells.unauthorised),
  late: Number(cells.late),
})

const rowsOf = (format: string, text: string): readonly Cells[] =>
  format === 'csv'
    ? csvRecords(text)
    : JSON.parse(text).rows.map((row: Readonly<Record<string, string | number | null>>) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value ?? '')])),
      )

/** Rows by pupil; one who has left the file is named by the whole name alone. */
const byPupil = (place: string, span: Span, rows: readonly Cells[]): readonly Said[] =>
  rows.flatMap((cells, at) => {
    const who = `${cells.forename} ${cells.surname}`.trim()
    return saidCounts(`${place}, row ${at + 1}`, { who, ...span }, counts(cells))
  })

const flag = (name: string, cell: string | undefined): string => `${name}: ${cell === 'Y' ? 'yes' : 'no'}`

/** The groups that the columns of a row put it in; whoever has left the file has blank ones. */
const groupsIn = (cells: Cells): readonly string[] => {
  if (cells.yearGroup === '') return ['school', 'left the roll']
  return [
    'school',
    YEAR_NAMES[cells.yearGroup ?? ''] ?? '',
    SEN_NAMES[cells.senStatus ?? ''] ?? '',
    flag('Free school meals', cells.fsm),
    flag('Looked after by the authority', cells.lookedAfter),
  ]
}

/** Everybody's rows put together: sums of sessions, and how many are persistently and severely absent. */
const together = (place: string, span: Span, rows: readonly Cells[]): readonly Said[] => {
  const groups = new Set(rows.flatMap(groupsIn))
  return [...groups].flatMap((who) => {
    const those = rows.filter((row) => groupsIn(row).includes(who))
    const asked = { who, ...span }
    const marked = (name: string) => those.filter((row) => row[name] === 'Y').length
    return [
      ...saidCounts(`${place}, rows added up`, asked, sumOfCounts(those.map(counts))),
      said(place, { ...asked, measure: 'pupils' }, those.length),
      said(place, { ...asked, measure: 'persistently absent' }, marked('persistent')),
      said(place, { ...asked, measure: 'severely absent' }, marked('severe')),
    ]
  })
}

/** Only those who missed a session are in it: their absences are everybody's. */
const absences = (place: string, span: Span, rows: readonly Cells[]): readonly Said[] => {
  const { authorised, unauthorised } = sumOfCounts(rows.map(counts))
  const asked = { who: 'school', ...span }
  return [
    said(place, { ...asked, measure: 'authorised' }, authorised),
    said(place, { ...asked, measure: 'unauthorised' }, unauthorised),
    said(place, { ...asked, measure: 'absent' }, authorised + unauthorised),
  ]
}

const days = (place: string, rows: readonly Cells[]): readonly Said[] =>
  [...Map.groupBy(rows, ({ date = '' }) => date)].flatMap(([date, those]) =>
    (['am', 'pm'] as const).flatMap((half) => {
      const codes = those.flatMap((row) => (row[half] ? [{ code: row[half] }] : []))
      const asked = { who: `school, ${half.toUpperCase()}`, from: date, until: date }
      return saidCounts(`${place}, column ${half}`, asked, countByHand(codes))
    }),
  )

const READERS: Readonly<Record<string, (place: string, span: Span, rows: readonly Cells[]) => readonly Said[]>> = {
  absence: (place, span, rows) => [...byPupil(place, span, rows), ...absences(place, span, rows)],
  'below-line': (place, { until }, rows) => byPupil(place, { from: YEAR_FROM, until }, rows),
  'looked-after': (place, span, rows) => [
    ...byPupil(place, span, rows),
    ...saidCounts(
      `${place}, rows added up`,
      { who: 'Looked after by the authority: yes', ...span },
      sumOfCounts(rows.map(counts)),
    ),
  ],
  'trust-attendance': together,
  'trust-attendance-named': (place, span, rows) => [...byPupil(place, span, rows), ...together(place, span, rows)],
  'dfe-daily': (place, _span, rows) => days(place, rows),
}

export interface Collected {
  readonly kind: string
  readonly span: Span
  readonly said: readonly Said[]
}

/** Every extract that was made, each collected by the lead and read. */
export const fromExtracts = async (school: SampleSchool): Promise<readonly Collected[]> => {
  const { extracts } = (await school.ask('lead', 'GET', 'extracts')).body
  const all: Collected[] = []
  for (const { id, kind, format, recipient, period } of extracts) {
    const { headers, status } = await school.ask('lead', 'POST', `extracts/${id}/collect`, {})
    if (status !== 303) throw new Error(`${kind} cannot be collected: ${status}`)
    const text = school.world.kept.get(String(headers.location).replace('https://files.example/', '')) ?? ''
    const place = `the extract ${kind} of ${recipient} (${format})`
    const read = READERS[kind]
    if (read === undefined) throw new Error(`Nobody reads the extract ${kind}`)
    all.push({ kind, span: period, said: read(place, period, rowsOf(format, text)) })
  }
  return all
}

/** The extracts of all academies put together, as the Trust's own people collect them; here there is one academy. */
export const fromTrustWide = async (school: SampleSchool): Promise<readonly Said[]> => {
  const all: Said[] = []
  for (const as of ['trust.operator', 'trust.attendance'])
    for (const { id, kind, period } of (await school.ask(as, 'GET', '/trust/extracts')).body.extracts) {
      const { headers, status } = await school.ask(as, 'POST', `/trust/extracts/${id}/collect`, {})
      if (status !== 303) throw new Error(`${kind} of the Trust cannot be collected: ${status}`)
      const text = school.world.kept.get(String(headers.location).replace('https://files.example/', '')) ?? ''
      const read = READERS[kind]
      if (read === undefined) throw new Error(`Nobody reads the extract ${kind}`)
      all.push(...read(`the extract ${kind} of all academies`, period, rowsOf('csv', text)))
    }
  return all
}
