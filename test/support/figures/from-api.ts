/** What the routes of the API say: the attendance of the school and its groups, of each pupil, the lists, and the reconciliation. */
import { SEN_NAMES, type Span, WEEK, YEAR, YEAR_NAMES } from './by-hand.ts'
import { fromTables } from './from-reports.ts'
import { PUPILS } from './marks.ts'
import { type Counts, type Said, said, saidCounts } from './said.ts'
import type { SampleSchool } from './sample-school.ts'

interface Figures extends Counts {
  readonly absent: number
  readonly rates: Readonly<Record<'attendance' | 'authorised' | 'unauthorised', string | null>>
}
interface OfGroup extends Figures {
  readonly group: string
  readonly pupils: number
  readonly persistentlyAbsent: number
  readonly severelyAbsent: number
  readonly belowLine: number
}

const SEX: Readonly<Record<string, string>> = { F: 'Girls', M: 'Boys' }
const FLAGS: Readonly<Record<string, string>> = {
  fsm: 'Free school meals',
  eal: 'English as an additional language',
  'looked-after': 'Looked after by the authority',
  'social-worker': 'With a social worker',
  'young-carer': 'Young carer',
}

/** A group as reports name it. */
export const whoIs = (by: string, group: string): string => {
  if (group === 'left the roll') return group
  if (by === 'class') return `class ${group.toUpperCase()}`
  if (by === 'year') return YEAR_NAMES[group] ?? group
  if (by === 'sex') return SEX[group] ?? group
  if (by === 'sen') return SEN_NAMES[group === 'none' ? '' : group] ?? group
  return `${FLAGS[by]}: ${group}`
}

const GROUPINGS = ['class', 'year', 'sex', 'sen', ...Object.keys(FLAGS), 'own']

const figures = (place: string, asked: { readonly who: string } & Span, shown: Figures): readonly Said[] => [
  ...saidCounts(place, asked, shown),
  said(place, { ...asked, measure: 'absent' }, shown.absent),
  ...(['attendance', 'authorised', 'unauthorised'] as const).flatMap((name) => {
    const rate = shown.rates[name]
    return rate === null ? [] : [said(place, { ...asked, measure: `${name} %` }, rate)]
  }),
]

const group = (place: string, asked: { readonly who: string } & Span, shown: OfGroup): readonly Said[] => [
  ...figures(place, asked, shown),
  said(place, { ...asked, measure: 'pupils' }, shown.pupils),
  said(place, { ...asked, measure: 'persistently absent' }, shown.persistentlyAbsent),
  said(place, { ...asked, measure: 'severely absent' }, shown.severelyAbsent),
  said(place, { ...asked, measure: 'below the line' }, shown.belowLine),
]

/** The school and every group of every grouping: of spans from the registers, of the year from what the nights have stored. */
export const fromAttendance = async (
  school: SampleSchool,
  spans: readonly Span[],
  groupings: readonly string[] = GROUPINGS,
): Promise<readonly Said[]> => {
  const all: Said[] = []
  for (const by of groupings)
    for (const span of [undefined, ...spans]) {
      const query = span === undefined ? '' : `&from=${span.from}&until=${span.until}`
      const { body, status } = await school.ask('lead', 'GET', `attendance?by=${by}${query}`)
      if (status !== 200) throw new Error(JSON.stringify(body))
      const place = `GET attendance?by=${by}${query}`
      const asked = span ?? YEAR
      all.push(...group(place, { who: 'school', ...asked }, body.academy))
      for (const each of body.groups)
        all.push(...group(place, { who: each.name ?? whoIs(by, each.group), ...asked }, each))
    }
  return all
}

/** The page of each pupil on the roll, and the list of those below the line. */
export const fromPupils = async (school: SampleSchool, spans: readonly Span[]): Promise<readonly Said[]> => {
  const all: Said[] = []
  const names = new Map(PUPILS.map(({ id, forename, surname }) => [id, `${forename} ${surname}`]))
  for (const { id, class: present } of PUPILS.filter(({ class: name }) => name !== undefined))
    for (const { from, until } of spans) {
      const { body, status } = await school.ask('lead', 'GET', `pupils/${id}/attendance?from=${from}&until=${until}`)
      if (status !== 200) throw new Error(JSON.stringify(body))
      all.push(...figures(`the page of ${id} in ${present}`, { who: names.get(id) ?? id, from, until }, body.figures))
    }
  const { body } = await school.ask('lead', 'GET', 'pupils?below=90')
  for (const { id, attendance } of body.pupils)
    all.push(...figures('GET pupils?below=90', { who: names.get(id) ?? id, ...YEAR }, attendance))
  return all
}

/** The school's own figure and the governors', and the Department's to two decimals. */
export const fromReconciliation = async (school: SampleSchool, spans: readonly Span[]): Promise<readonly Said[]> => {
  const all: Said[] = []
  for (const { from, until } of spans) {
    const { body, status } = await school.ask('lead', 'GET', `reconciliation?from=${from}&until=${until}`)
    if (status !== 200) throw new Error(JSON.stringify(body))
    for (const name of ['school', 'governors'] as const) {
      const { figure, counts } = body[name]
      const place = `the reconciliation, ${name}`
      const asked = { who: 'school', from: counts.window.from, until: counts.window.until }
      all.push(
        ...saidCounts(place, asked, figure),
        said(place, { ...asked, measure: 'attendance %' }, figure.attendance),
        said(place, { ...asked, measure: 'pupils' }, figure.pupils),
        said(place, { ...asked, measure: 'persistently absent' }, figure.persistentlyAbsent),
      )
    }
  }
  return all
}

/** The pages of patterns: codes and days of the week of the year, and who may cross a line. */
export const fromPatterns = async (school: SampleSchool): Promise<readonly Said[]> => {
  const { body } = await school.ask('lead', 'GET', `patterns?date=${WEEK.until}`)
  const tables = [body.codes, body.weekdays].map(({ title, columns, rows }) => ({
    title,
    headings: columns.map((each: { title: string; unit?: string }) =>
      each.unit ? `${each.title} (${each.unit})` : each.title,
    ),
    rows,
  }))
  const names = new Map(PUPILS.map(({ id, forename, surname }) => [id, `${forename} ${surname}`]))
  return [
    ...fromTables('year', 'patterns', tables),
    ...body.ahead.flatMap(({ pupil, attendance }: { readonly pupil: string; readonly attendance: Figures }) =>
      figures('GET patterns, ahead', { who: names.get(pupil) ?? pupil, ...YEAR }, attendance),
    ),
  ]
}
