/** The numbers in the sentences that a report begins with. */
import type { Report } from '../../../shared/domain/reports/report.ts'
import { DAY, type Span, TERM, WEEK, YEAR } from './by-hand.ts'
import { type Measure, type Said, said } from './said.ts'

type Sentence = readonly [RegExp, readonly (readonly [Measure, string, Span])[]]
const PER_CENT = '(\\d+\\.\\d)%'
const SENTENCES: Readonly<Record<string, readonly Sentence[]>> = {
  daily: (['AM', 'PM'] as const).map((session): Sentence => {
    const who = `school, ${session}`
    const pattern = `In the ${session === 'AM' ? 'morning' : 'afternoon'} (\\d+) of (\\d+) pupils attended \\(${PER_CENT}\\); (\\d+) were absent, (\\d+) came late`
    const measures: readonly Measure[] = ['attended', 'possible', 'attendance %', 'absent', 'late']
    return [new RegExp(pattern), measures.map((measure) => [measure, who, DAY])]
  }),
  weekly: [
    [
      new RegExp(`Attendance this week is ${PER_CENT}; of the school year so far ${PER_CENT}`),
      [
        ['attendance %', 'school', WEEK],
        ['attendance %', 'school', YEAR],
      ],
    ],
    [/(\d+) pupils? (?:is|are) persistently absent by/, [['persistently absent', 'school', YEAR]]],
  ],
  governors: [
    [
      new RegExp(`Attendance of the term .* is ${PER_CENT}: ([\\d,]+) of ([\\d,]+) possible sessions`),
      [
        ['attendance %', 'school', TERM],
        ['attended', 'school', TERM],
        ['possible', 'school', TERM],
      ],
    ],
    [
      new RegExp(`(\\d+) of (\\d+) pupils \\(${PER_CENT}\\) are persistently absent`),
      [
        ['persistently absent', 'school', TERM],
        ['pupils', 'school', TERM],
        ['persistently absent %', 'school', TERM],
      ],
    ],
  ],
  year: [
    [
      new RegExp(`Attendance of the school year so far is ${PER_CENT}: ([\\d,]+) of ([\\d,]+) possible sessions`),
      [
        ['attendance %', 'school', YEAR],
        ['attended', 'school', YEAR],
        ['possible', 'school', YEAR],
      ],
    ],
  ],
}

const sheetSentences = ({ title }: Report): readonly Sentence[] => {
  const name = /^Attendance of (\w+),/.exec(title)?.[1] ?? ''
  return [[new RegExp(`this half term is ${PER_CENT}`), [['attendance %', `class ${name}`, TERM]]]]
}

/** The numbers in the sentences that a report begins with. Each sentence that is expected must be there. */
export const fromSentences = (report: Report): readonly Said[] => {
  const sentences = report.name === 'class-sheet' ? sheetSentences(report) : (SENTENCES[report.name] ?? [])
  const text = report.findings.join('\n')
  return sentences.flatMap(([pattern, about]) => {
    const found = pattern.exec(text)
    if (found === null) throw new Error(`The ${report.name} report does not say ${pattern}:\n${text}`)
    const place = `the ${report.name} report, its findings`
    return about.map(([measure, who, { from, until }], at) =>
      said(place, { measure, who, from, until }, (found[at + 1] ?? '').replaceAll(',', '')),
    )
  })
}
