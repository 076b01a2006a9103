/** The answers to every question, counted by hand from the marks: what all the others are held against. */
import { countByHand, PUPILS, type SampleMark, type SamplePupil, STANDING, YEAR_FROM } from './marks.ts'
import { reckoned, type Said, said, saidCounts } from './said.ts'

export interface Span {
  readonly from: string
  readonly until: string
}

const yesNo = (name: string, is: boolean): string => `${name}: ${is ? 'yes' : 'no'}`
export const YEAR_NAMES: Readonly<Record<string, string>> = {
  R: 'Reception',
  '2': 'Year 2',
  '4': 'Year 4',
  '6': 'Year 6',
}
export const SEN_NAMES: Readonly<Record<string, string>> = {
  '': 'No special educational need',
  K: 'SEN support',
  E: 'Education, health and care plan',
}

/** A group that the school has made. */
export const CHESS = { name: 'Chess club', pupils: ['P02', 'P09', 'P16', 'P25'] }

/** The groups that a pupil is in, as reports name them; whoever has left the file is in one of their own. */
export const groupsOf = (pupil: SamplePupil): readonly string[] =>
  pupil.class === undefined
    ? ['left the roll']
    : [
        `class ${pupil.class}`,
        YEAR_NAMES[pupil.year] ?? '',
        pupil.sex === 'F' ? 'Girls' : 'Boys',
        SEN_NAMES[pupil.sen] ?? '',
        yesNo('Free school meals', pupil.fsm),
        yesNo('English as an additional language', pupil.eal),
        yesNo('Looked after by the authority', pupil.lookedAfter),
        yesNo('With a social worker', false),
        yesNo('Young carer', false),
        ...(CHESS.pupils.includes(pupil.id) ? [CHESS.name] : []),
      ]

const PLACE = 'the count by hand'

const ofPeople = (who: string, span: Span, marks: readonly SampleMark[]): readonly Said[] => {
  const each = [...Map.groupBy(marks, ({ pupil }) => pupil.id).values()]
    .map(countByHand)
    .filter(({ possible }) => possible > 0)
  const persistent = each.filter(({ possible, attended }) => (possible - attended) * 10 >= possible).length
  const severe = each.filter(({ possible, attended }) => (possible - attended) * 2 >= possible).length
  const below = each.filter(({ possible, attended }) => attended * 100 < possible * 90).length
  const asked = { who, ...span }
  return [
    ...saidCounts(PLACE, asked, countByHand(marks)),
    said(PLACE, { ...asked, measure: 'pupils' }, each.length),
    said(PLACE, { ...asked, measure: 'persistently absent' }, persistent),
    said(PLACE, { ...asked, measure: 'severely absent' }, severe),
    said(PLACE, { ...asked, measure: 'below the line' }, below),
    ...(each.length === 0
      ? []
      : [said(PLACE, { ...asked, measure: 'persistently absent %' }, reckoned(persistent, each.length))]),
  ]
}

const codesOf = (span: Span, marks: readonly SampleMark[]): readonly Said[] =>
  [...Map.groupBy(marks, ({ code }) => code)].map(([code, those]) =>
    said(PLACE, { measure: `sessions under ${code}`, who: 'school', ...span }, those.length),
  )

/** Everything about a span: the school, each group, each class and half of a day, each pupil, each code. */
export const byHand = (span: Span): readonly Said[] => {
  const marks = STANDING.filter(({ date }) => span.from <= date && date <= span.until)
  const groups = new Set(PUPILS.flatMap(groupsOf))
  const registers = Map.groupBy(marks, ({ class: name, session }) => `the register of ${name}, ${session}`)
  return [
    ...ofPeople('school', span, marks),
    ...[...groups].flatMap((who) =>
      ofPeople(
        who,
        span,
        marks.filter(({ pupil }) => groupsOf(pupil).includes(who)),
      ),
    ),
    ...(['AM', 'PM'] as const).flatMap((session) =>
      ofPeople(
        `school, ${session}`,
        span,
        marks.filter((mark) => mark.session === session),
      ),
    ),
    ...[...registers].flatMap(([who, those]) => saidCounts(PLACE, { who, ...span }, countByHand(those))),
    ...PUPILS.flatMap((pupil) =>
      saidCounts(
        PLACE,
        { who: `${pupil.forename} ${pupil.surname}`, ...span },
        countByHand(marks.filter((mark) => mark.pupil === pupil)),
      ),
    ),
    ...codesOf(span, marks),
  ]
}

export const YEAR: Span = { from: YEAR_FROM, until: '2026-01-23' }
export const WEEK: Span = { from: '2026-01-19', until: '2026-01-23' }
export const TERM: Span = { from: '2026-01-05', until: '2026-01-23' }
export const DAY: Span = { from: '2026-01-23', until: '2026-01-23' }
