/** Two groupings together. */
import type { Span } from '../../counting/window.ts'
import { type Pair, type TwoWay, twoWay, type Withheld, withheldFrom } from '../../figures/two-way.ts'
import { membersIn, type ReportFacts } from '../facts.ts'
import { LEFT_OUT } from '../figures-table.ts'
import type { Section, Table } from '../report.ts'
import { attendanceOf, GROUPING_NAMES, groupName, listed, NOTHING, rate } from '../words.ts'

const COLUMNS: Table['columns'] = [
  { title: 'Groups' },
  { title: 'Pupils' },
  { title: 'Attendance', unit: '%' },
  { title: 'Persistently absent', unit: 'pupils' },
  { title: 'Persistently absent', unit: '%' },
]

/** One row for each two groups with anybody in both; a cell of nobody is none. */
const rowsOf = (facts: ReportFacts, pair: Pair, table: TwoWay, withheld: Withheld): readonly (readonly string[])[] =>
  table.cells.flatMap((row, at) =>
    row.flatMap(({ pupils, tally, persistent }, other): readonly (readonly string[])[] => {
      if (pupils === 0) return []
      const name = `${groupName(pair.rows, table.rows[at]?.group ?? '', facts)}, ${groupName(pair.columns, table.columns[other]?.group ?? '', facts)}`
      if (withheld.pupils[at]?.[other]) return [[name, LEFT_OUT, NOTHING, NOTHING, NOTHING]]
      const share = withheld.persistent[at]?.[other]
        ? [LEFT_OUT, LEFT_OUT]
        : [String(persistent), rate(persistent, pupils)]
      return [[name, String(pupils), attendanceOf(tally), ...share]]
    }),
  )

/** Every two groupings that the policy names, one below the other; nothing where it names none. */
export const twoWaySection = (facts: ReportFacts, span: Span, hideBelow: number): readonly Section[] => {
  const { together } = facts.policy.reports
  if (together.length === 0) return []
  const members = membersIn(facts, span)
  const names = together.map(
    ({ rows, columns }) => `${GROUPING_NAMES[rows].toLowerCase()} with ${GROUPING_NAMES[columns].toLowerCase()}`,
  )
  return [
    {
      title: 'Two groupings together',
      says: [`Each pupil is in one line of each two: ${listed(names)}.`],
      table: {
        title: 'Figures of two groupings together',
        columns: COLUMNS,
        rows: together.flatMap((pair) => {
          const table = twoWay(members, pair, facts.policy.thresholds)
          return rowsOf(facts, pair, table, withheldFrom(table, hideBelow))
        }),
        ...(hideBelow > 0
          ? {
              note: `“${LEFT_OUT}” stands for fewer than ${hideBelow} pupils, for nearly all of a group, or for a number from which such a one could be worked out by any sum.`,
            }
          : {}),
      },
    },
  ]
}
