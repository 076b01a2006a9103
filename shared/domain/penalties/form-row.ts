/** The row that an authority's own system reads: the columns its form names, in its order, for each parent or once for the child. */
import { csvText } from '../csv-text.ts'
import { formDate } from './form.ts'
import { askedParents } from './form-needs.ts'
import type { Referral, ReferredParent } from './referral.ts'
import type { ParentValue, RowValue } from './row-values.ts'

const yes = (is: boolean): string => (is ? 'Y' : 'N')

type OfReferral = (referral: Referral, day: (date: string) => string) => string
type OfParent = (parent: ReferredParent, day: (date: string) => string) => string

const OF_PARENT: Readonly<Record<ParentValue, OfParent>> = {
  'parent-name': ({ name }) => name,
  'parent-relationship': ({ relationship }) => relationship,
  'parent-responsibility': ({ parentalResponsibility }) => yes(parentalResponsibility),
  'parent-lives-with': ({ livesWith }) => yes(livesWith),
  'parent-address': ({ address, addressWithheld }) => (addressWithheld ? 'Withheld' : (address ?? []).join(', ')),
  'parent-phone': ({ phone }) => phone ?? '',
  'parent-language': ({ language }) => language ?? '',
  'parent-notice': ({ notice }) => notice,
  'earlier-notices': ({ earlier }, day) => earlier.map(day).join(' '),
}

const OF_REFERRAL: Readonly<Record<Exclude<RowValue, ParentValue>, OfReferral>> = {
  reference: ({ reference }) => reference,
  authority: ({ authority }) => authority.code,
  'decided-on': ({ date }, day) => day(date),
  school: ({ school }) => school.name,
  'school-phone': ({ school }) => school.phone,
  'signed-by': ({ school }) => school.signedBy,
  'pupil-id': ({ pupil }) => pupil.pupilId,
  upn: ({ pupil }) => pupil.upn ?? '',
  'pupil-name': ({ pupil }) => pupil.name,
  forename: ({ pupil }) => pupil.forename,
  surname: ({ pupil }) => pupil.surname,
  'date-of-birth': ({ pupil }, day) => day(pupil.dateOfBirth),
  sex: ({ pupil }) => pupil.sex ?? '',
  ethnicity: ({ pupil }) => pupil.ethnicity ?? '',
  'year-group': ({ pupil }) => pupil.yearGroup,
  admitted: ({ pupil }, day) => day(pupil.admitted),
  'looked-after': ({ pupil }) => yes(pupil.lookedAfter),
  'social-worker': ({ pupil }) => yes(pupil.socialWorker),
  'sen-status': ({ pupil }) => pupil.senStatus ?? '',
  siblings: ({ siblings }) => siblings.map(({ name, yearGroup }) => `${name} (${yearGroup})`).join('; '),
  'first-session': ({ window }, day) => day(window.from),
  'last-session': ({ window }, day) => day(window.until),
  sessions: ({ sessions }) => String(sessions.length),
  'session-list': ({ sessions }, day) =>
    sessions.map(({ date, session, code }) => `${day(date)} ${session} ${code}`).join('; '),
  possible: ({ figures }) => String(figures.possible),
  attended: ({ figures }) => String(figures.attended),
  unauthorised: ({ figures }) => String(figures.unauthorised),
  reason: ({ because }) => because,
  help: ({ support, supportNotFitting }) => [...support, supportNotFitting ?? []].flat().join(' '),
  'letters-sent': ({ letters }, day) =>
    letters.flatMap(({ kind, sent, to = '' }) => (sent ? [`${kind} ${day(sent)} ${to}`.trim()] : [])).join('; '),
  meetings: ({ casework }, day) => casework.meetings.map(({ date, state }) => `${day(date)} ${state}`).join('; '),
  improvement: ({ improvement }, day) =>
    improvement === null ? '' : `${day(improvement.from)} to ${day(improvement.until)}: ${improvement.state}`,
}

const isOfParent = (value: RowValue): value is ParentValue => Object.hasOwn(OF_PARENT, value)

/** CSV with a heading: a row for each parent for whom a notice is asked, or one, in which what is said of parents is told one after another. */
export const formRows = (referral: Referral): string => {
  const { form } = referral
  const day = (date: string): string => formDate(date, form)
  const asked = askedParents(referral)
  const rowOf = (parents: readonly ReferredParent[]): readonly string[] =>
    form.row.map(({ value }) =>
      isOfParent(value)
        ? parents.map((parent) => OF_PARENT[value](parent, day)).join('; ')
        : OF_REFERRAL[value](referral, day),
    )
  const rows = form.rowPer === 'parent' ? asked.map((parent) => rowOf([parent])) : [rowOf(asked)]
  return csvText([form.row.map(({ column }) => column), ...rows])
}
