/** Every figure in every report (page, spreadsheet and print), page, extract and letter equals the others for the same question: all are collected, and compared. */
import { beforeAll, describe, expect, test } from 'vitest'
import { REPORT_KINDS } from '../../shared/domain/reports/index.ts'
import type { Report } from '../../shared/domain/reports/report.ts'
import { addDays } from '../../shared/domain/time.ts'
import { byHand, CHESS, DAY, type Span, TERM, WEEK, YEAR } from '../support/figures/by-hand.ts'
import { fromAttendance, fromPatterns, fromPupils, fromReconciliation } from '../support/figures/from-api.ts'
import { type Collected, fromExtracts, fromTrustWide } from '../support/figures/from-extracts.ts'
import { fromFamilyPages } from '../support/figures/from-family.ts'
import { fromLetter, printedLetters } from '../support/figures/from-letters.ts'
import { fromBoard, fromConferences, fromTrust, fromTwoGroupings } from '../support/figures/from-pages.ts'
import { type Began, fromReport, fromTables } from '../support/figures/from-reports.ts'
import { PUPILS } from '../support/figures/marks.ts'
import { tablesOnPaper } from '../support/figures/read-print.ts'
import { tablesIn } from '../support/figures/read-tables.ts'
import { disagreements, type Said, said, unmatched } from '../support/figures/said.ts'
import { openSampleSchool, type SampleSchool } from '../support/figures/sample-school.ts'
import { SCHOOL } from '../support/school-api.ts'

const CLASSES = ['ra', '2b', '4c', '6d']
/** The spans that every grouping is asked about. */
const SPANS: readonly Span[] = [YEAR, TERM, WEEK, DAY]

let school: SampleSchool
const places: Record<string, readonly Said[]> = {}

const questions = Object.keys(REPORT_KINDS).flatMap((name) =>
  name === 'class-sheet'
    ? CLASSES.map((id) => `${name}?date=${WEEK.until}&class=${id}`)
    : [`${name}?date=${WEEK.until}`],
)

/** When the work with each family whose case is open began. */
const begun = async (): Promise<Began> => {
  const began = new Map<string, string>()
  for (const { id, forename, surname } of PUPILS) {
    const { body } = await school.ask('lead', 'GET', `pupils/${id}/attend`)
    if (body.open) began.set(`${forename} ${surname}`, body.open.opened)
  }
  return began
}

const reports = async (began: Began) => {
  const pages: Said[] = []
  const files: Said[] = []
  const prints: Said[] = []
  const fetched = async (question: string, form: 'csv' | 'pdf'): Promise<string> => {
    const { headers } = await school.ask('lead', 'GET', `reports/${question}&as=${form}`)
    return String(headers.location).replace('https://files.example/', '')
  }
  for (const question of questions) {
    const { status, body } = await school.ask('lead', 'GET', `reports/${question}`)
    if (status !== 200) throw new Error(`${question}: ${JSON.stringify(body)}`)
    const { name } = body as Report
    pages.push(...fromReport(body, began))
    const csv = school.world.kept.get(await fetched(question, 'csv')) ?? ''
    files.push(...fromTables(name, 'spreadsheet', tablesIn(csv), began))
    const pdf = await school.world.files('files').get(await fetched(question, 'pdf'))
    if (pdf === undefined) throw new Error(`${question} has no print`)
    prints.push(...fromTables(name, 'print', tablesOnPaper(body, pdf), began))
  }
  return { pages, files, prints }
}

const letters = async (): Promise<readonly Said[]> => {
  for (const { pupil, step } of (await school.stores.open(SCHOOL)).due)
    if (step === 'stage-1')
      await school.world
        .queue('https://queues.example/letters')
        .send([{ do: 'plan', academy: SCHOOL, letter: step, pupil, rule: 'stage-1', clause: 'Stage 1' }])
  const ordered = { kind: 'traffic-light', from: TERM.from, until: TERM.until, term: 'the spring term' }
  const { status, body } = await school.ask('lead', 'POST', 'letters/orders', ordered)
  if (status !== 202) throw new Error(JSON.stringify(body))
  await school.writeLetters()
  const printed = await printedLetters(school)
  expect([...new Set(printed.map(({ kind }) => kind))].toSorted()).toEqual(['stage-1', 'traffic-light'])
  // A letter about a threshold leaves an agreed part-time timetable out, and says so: that is another question.
  return printed
    .filter(({ kind, pupil }) => kind === 'traffic-light' || pupil !== 'P12')
    .flatMap((letter) => fromLetter(letter, letter.kind === 'traffic-light' ? TERM : YEAR))
}

beforeAll(async () => {
  school = await openSampleSchool()
  const made = await school.ask('lead', 'POST', 'groups', CHESS)
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  const collected: readonly Collected[] = await fromExtracts(school)
  const spans = [...SPANS, ...collected.map(({ span }) => span)]
  const began = await begun()
  const { pages, files, prints } = await reports(began)
  const moved = [
    { from: '2025-12-15', until: '2026-01-11' },
    { from: '2026-01-12', until: YEAR.until },
  ]
  const worked = [...began.values()].flatMap((date) => [
    { from: YEAR.from, until: addDays(date, -1) },
    { from: date, until: YEAR.until },
  ])
  const all = [
    ...spans,
    ...moved,
    ...worked.filter(({ from, until }) => from <= until),
    ...collected.map(({ span: { until } }) => ({ from: YEAR.from, until })),
  ]
  const once = [...new Map(all.map((span) => [`${span.from} ${span.until}`, span])).values()]
  const past = once.filter(({ until }) => until <= '2026-01-26')
  places['the count by hand'] = once.flatMap(byHand)
  places['reports on a page'] = pages
  places['reports in a spreadsheet'] = files
  places['reports in print'] = prints
  const others = past.filter((span) => !SPANS.includes(span))
  places['the attendance API'] = [
    ...(await fromAttendance(school, SPANS)),
    ...(await fromAttendance(school, others, ['year', 'fsm', 'looked-after'])),
  ]
  places['pages of pupils'] = await fromPupils(school, [YEAR, TERM, ...moved])
  places['pages for parents'] = await fromFamilyPages(school, '2026-01-26')
  places['the reconciliation'] = await fromReconciliation(school, past)
  places.patterns = await fromPatterns(school)
  places['two groupings together'] = await fromTwoGroupings(school, SPANS)
  places['the board of thresholds'] = await fromBoard(school)
  places['conference sheets'] = await fromConferences(school, CLASSES)
  places['the overview of the Trust'] = await fromTrust(school)
  places.extracts = collected.flatMap((each) => each.said)
  places['extracts of all academies'] = await fromTrustWide(school)
  places.letters = await letters()
})

describe('every figure, wherever it is read', () => {
  test('equals the others for the same question', () => {
    expect(disagreements(Object.values(places).flat())).toEqual([])
  })

  test('was collected from every place, and held against another', () => {
    const counts = Object.entries(places).map(([name, figures]) => [name, figures.length > 10])
    expect(Object.fromEntries(counts)).toEqual(Object.fromEntries(Object.keys(places).map((name) => [name, true])))
    expect(unmatched(Object.values(places).flat())).toEqual([])
  })

  test('comes from every kind of report, and from every extract that has figures', () => {
    const all = Object.values(places).flat()
    const missing = [
      ...Object.keys(REPORT_KINDS).flatMap((name) =>
        ['page', 'spreadsheet', 'print'].map((form) => `the ${name} report (${form})`),
      ),
      ...['absence', 'below-line', 'looked-after', 'trust-attendance', 'trust-attendance-named', 'dfe-daily'].map(
        (name) => `the extract ${name}`,
      ),
    ].filter((place) => !all.some((each) => each.place.startsWith(place)))
    expect(missing).toEqual([])
  })
})

test('a difference names both places and what each says', () => {
  const asked = { measure: 'attendance %', who: '3B', from: '2026-01-05', until: '2026-01-09' } as const
  const all = [said('one report', asked, '91.3'), said('an extract', asked, '91.28'), said('a letter', asked, '91.4')]
  expect(disagreements(all)).toEqual([
    'attendance % of 3B, 2026-01-05 to 2026-01-09: 91.3 in one report, 91.4 in a letter',
  ])
})
