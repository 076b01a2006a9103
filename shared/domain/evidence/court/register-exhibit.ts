/** The register of one pupil, a row for each week, with every comment and amendment after it. */
import { CODES, type Code, type Session } from '../../codes.ts'
import type { Block } from '../../letters/model.ts'
import { shortDate } from '../../letters/written-date.ts'
import type { Mark } from '../../register.ts'
import { addDays, type LocalDate, mondayOf } from '../../time.ts'
import { MARK_KIND } from '../register-version.ts'
import { type Material, type Told, when, who } from './material.ts'
import { kindInWords } from './words.ts'

const SESSIONS: readonly Session[] = ['AM', 'PM']
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri']
const GRID = [0.2, ...WEEKDAYS.flatMap(() => [0.08, 0.08])]

/** The pupil's mark of each session that has one. */
const marksOf = ({ registers, pupil }: Material): ReadonlyMap<string, Mark> =>
  new Map(
    registers.flatMap(({ date, session, marks, submitted }) => {
      const mark = marks[pupil.key]
      return mark && submitted ? [[`${date} ${session}`, mark] as const] : []
    }),
  )

const weeksBetween = (from: LocalDate, until: LocalDate): readonly LocalDate[] => {
  const weeks: LocalDate[] = []
  for (let monday = mondayOf(from); monday <= until; monday = addDays(monday, 7)) weeks.push(monday)
  return weeks
}

const herringbone = (material: Material, marks: ReadonlyMap<string, Mark>): Block => ({
  is: 'table',
  summary: 'The register by week: a mark for each session',
  columns: ['Week from', ...WEEKDAYS.flatMap((day) => SESSIONS.map((session) => `${day} ${session}`))],
  rows: weeksBetween(material.from, material.until)
    .map((monday) => [
      shortDate(monday),
      ...WEEKDAYS.flatMap((_, day) =>
        SESSIONS.map((session) => marks.get(`${addDays(monday, day)} ${session}`)?.code ?? '–'),
      ),
    ])
    // Weeks in which nobody took a register are holidays, or not of this pupil.
    .filter((row) => row.slice(1).some((cell) => cell !== '–')),
  shares: GRID,
  small: true,
})

const isCode = (text: string): text is Code => text in CODES

const legend = (marks: ReadonlyMap<string, Mark>): Block => ({
  is: 'table',
  summary: 'What the marks mean',
  columns: ['Mark', 'Meaning', 'Sessions'],
  rows: [...Map.groupBy(marks.values(), ({ code }) => code)]
    .filter(([code]) => isCode(code))
    .map(([code, all]) => [code, CODES[code].meaning, String(all.length)]),
  shares: [0.12, 0.7, 0.18],
  small: true,
})

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const codeOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? textOf(Reflect.get(value, 'code')) : textOf(value)

const sessionOf = ({ entry }: Told): string => `${entry.detail?.date} ${entry.detail?.session} ${entry.at}`

/** Changes of a mark that had stood before, and comments beside a mark, in the order of the sessions. */
const amendments = (material: Material): readonly (readonly string[])[] =>
  material.told
    .filter(({ entry }) => entry.kind === MARK_KIND)
    .toSorted((one, other) => (sessionOf(one) < sessionOf(other) ? -1 : 1))
    .flatMap(({ entry }) => {
      const { detail = {} } = entry
      const [was, is] = [codeOf(detail.was), codeOf(detail.mark)]
      const mark = typeof detail.mark === 'object' && detail.mark !== null ? detail.mark : {}
      const note = textOf(Reflect.get(mark, 'note'))
      const minutes = Reflect.get(mark, 'minutesLate')
      const because = [
        textOf(detail.because),
        note,
        typeof minutes === 'number' ? `${minutes} minutes late` : undefined,
      ].filter((each) => each !== undefined)
      if ((was === undefined || was === is) && because.length === 0) return []
      const session = `${shortDate(String(detail.date))} ${detail.session}`
      const why = because.length > 0 ? because.join('; ') : kindInWords(String(detail.act))
      return [[session, `${was ?? '–'} to ${is ?? '–'}`, when(entry.at, material.zone), who(entry.by, material), why]]
    })

export const registerExhibit = (material: Material): readonly Block[] => {
  const marks = marksOf(material)
  if (marks.size === 0) return [{ is: 'paragraph', text: 'No register of the period has a mark of this pupil.' }]
  const rows = amendments(material)
  return [
    {
      is: 'paragraph',
      text: 'The register as it stands now. A dash is a session without a mark: no school, or no register. For information: the evidence of attendance is the Head’s certificate.',
    },
    herringbone(material, marks),
    { is: 'heading', text: 'What the marks mean' },
    legend(marks),
    { is: 'heading', text: 'Comments and amendments' },
    rows.length === 0
      ? { is: 'paragraph', text: 'No mark of the period was amended, and none has a comment.' }
      : {
          is: 'table',
          summary: 'Marks that were amended, and comments',
          columns: ['Session', 'Mark', 'When', 'By whom', 'Why'],
          rows,
          shares: [0.19, 0.11, 0.18, 0.18, 0.34],
          small: true,
        },
  ]
}
