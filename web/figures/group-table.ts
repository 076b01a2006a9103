/** Figures of one kind of groups, and the sum behind them. */
import type * as z from 'zod'
import type { AttendanceByAnswer } from '../../events/api/groups.ts'
import { GROUPING_NAMES, groupName, NOTHING, spelled } from '../../shared/domain/reports/words.ts'
import type { Section } from './figure-table.tsx'

export type By = z.output<typeof AttendanceByAnswer>
type Line = Omit<By['groups'][number], 'group' | 'name'>
export type Classes = readonly { readonly id: string; readonly name: string }[]

export const kindName = (by: By['by']): string => (by === 'own' ? 'Groups of the school’s own' : GROUPING_NAMES[by])

/** A word of the roll as people say it. */
export const wordName = (by: By['by'], word: string, classes: Classes): string =>
  by === 'class' ? (classes.find(({ id }) => id === word)?.name ?? word) : groupName(by, word, { classes: [], own: [] })

const cells = (name: string, line: Line): readonly string[] => [
  name,
  spelled(line.pupils),
  spelled(line.attended),
  spelled(line.possible),
  line.rates.attendance ?? NOTHING,
  line.rates.authorised ?? NOTHING,
  line.rates.unauthorised ?? NOTHING,
  String(line.persistentlyAbsent),
  String(line.severelyAbsent),
  String(line.belowLine),
]

/** The figures as they were answered: nothing is reckoned here. Below the groups stands the whole school. */
export const groupTable = ({ by, line, academy, groups }: By, classes: Classes): Section['table'] => ({
  title: kindName(by),
  columns: [
    { title: 'Group' },
    { title: 'Pupils' },
    { title: 'Attended', unit: 'sessions' },
    { title: 'Possible', unit: 'sessions' },
    { title: 'Attendance', unit: '%' },
    { title: 'Authorised absence', unit: '%' },
    { title: 'Unauthorised absence', unit: '%' },
    { title: 'Persistently absent', unit: 'pupils' },
    { title: 'Severely absent', unit: 'pupils' },
    { title: `Below ${line}%`, unit: 'pupils' },
  ],
  rows: [
    ...groups.map(({ group, name, ...figures }) => cells(name ?? wordName(by, group, classes), figures)),
    cells('Whole school', academy),
  ].map((row) => [...row]),
  ...(by === 'own' ? { note: 'These groups may share pupils, so they do not add up to the school.' } : {}),
})
