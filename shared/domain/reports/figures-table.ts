/** The one table of groups that every report has: the same columns, the same definitions, small groups left out where readers ask for it. */
import type { GroupFigures } from '../counting/group.ts'
import type { By, GroupLine } from '../figures/breakdown.ts'
import { hiddenCounts } from '../figures/hide-small.ts'
import { isTelling } from '../figures/hide-table.ts'
import type { ReportFacts } from './facts.ts'
import type { Table } from './report.ts'
import { attendanceOf, groupName, NOTHING, rate } from './words.ts'

export interface Lined {
  readonly name: string
  readonly figures: GroupFigures
}

export const named = (by: By, lines: readonly GroupLine[], facts: ReportFacts): readonly Lined[] =>
  lines.map(({ group, figures }) => ({ name: groupName(by, group, facts), figures }))

/** Left out, so that no child can be recognised. */
export const LEFT_OUT = 'hidden'

/** Persistent absence is a measure over time, and of no day or week: the Department publishes none (DfE, daily data). */
const SHORT = 5

const columns = (first: string, line: number): Table['columns'] => [
  { title: first },
  { title: 'Pupils' },
  { title: 'Attendance', unit: '%' },
  { title: 'Authorised absence', unit: '%' },
  { title: 'Unauthorised absence', unit: '%' },
  { title: 'Persistently absent', unit: 'pupils' },
  { title: 'Persistently absent', unit: '%' },
  { title: 'Severely absent', unit: 'pupils' },
  { title: `Below ${line}%`, unit: 'pupils' },
]

/**
 * Groups and, below them, the whole. `hideBelow` leaves out groups and counts of fewer pupils, and as many beside them as keep them from
 * being worked out.
 */
export const figuresTable = (
  about: {
    readonly title: string
    readonly first: string
    readonly line: number
    readonly hideBelow?: number
    readonly isShort?: boolean
  },
  lines: readonly Lined[],
  whole?: Lined,
): Table => {
  const below = about.hideBelow ?? 0
  const width = about.isShort ? SHORT : columns('', 0).length
  const rows = hiddenCounts(
    lines.map(({ figures }) => figures.pupils),
    below,
  )
  const tells = (figures: GroupFigures, count: number) => below > 0 && isTelling(count, figures.pupils, below)
  const countsOf = (pick: (figures: GroupFigures) => number) =>
    hiddenCounts(
      lines.map(({ figures }) => pick(figures)),
      below,
      new Set([...rows, ...lines.flatMap(({ figures }, index) => (tells(figures, pick(figures)) ? [index] : []))]),
    )
  const hidden = {
    persistent: countsOf(({ persistent }) => persistent),
    severe: countsOf(({ severe }) => severe),
    belowLine: countsOf(({ belowLine }) => belowLine),
  }
  const count = (value: number, isLeftOut: boolean): string => (isLeftOut ? LEFT_OUT : String(value))
  const cells = ({ name, figures }: Lined, isLeftOut: (of: keyof typeof hidden) => boolean): readonly string[] => {
    const { pupils, tally, persistent, severe, belowLine } = figures
    return [
      name,
      String(pupils),
      attendanceOf(tally),
      rate(tally.authorised, tally.possible),
      rate(tally.unauthorised, tally.possible),
      count(persistent, isLeftOut('persistent')),
      isLeftOut('persistent') ? LEFT_OUT : rate(persistent, pupils),
      count(severe, isLeftOut('severe')),
      count(belowLine, isLeftOut('belowLine')),
    ].slice(0, width)
  }
  const wholeHidden = (figures: GroupFigures) => (of: keyof typeof hidden) => tells(figures, figures[of])
  return {
    title: about.title,
    columns: columns(about.first, about.line).slice(0, width),
    rows: [
      ...lines.map((line, index) =>
        rows.has(index)
          ? [line.name, LEFT_OUT, ...Array.from({ length: width - 2 }, () => NOTHING)]
          : cells(line, (of) => hidden[of].has(index)),
      ),
      ...(whole ? [cells(whole, wholeHidden(whole.figures))] : []),
    ],
    ...(below > 0
      ? {
          note: `“${LEFT_OUT}” stands for fewer than ${below} pupils, for all or nearly all of a group, or for a number from which such a one could be worked out: so that no child can be recognised.`,
        }
      : {}),
  }
}
