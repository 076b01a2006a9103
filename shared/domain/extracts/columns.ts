/**
 * Every column that may stand in an extract: its type, what it means, and who may ever have it. A recipient is given a column because it is
 * named here for that kind of recipient, never because it was at hand.
 */

/**
 * `local-authority` its attendance officers · `virtual-school` the head of its Virtual School · `trust` the Trust's own analysts, who see no
 * child · `trust-named` the Trust's attendance lead, where the Trust has decided that names are needed · `dfe` the Department.
 */
export const RECIPIENT_KINDS = ['local-authority', 'virtual-school', 'trust', 'trust-named', 'dfe'] as const
export type RecipientKind = (typeof RECIPIENT_KINDS)[number]

/** `date` is YYYY-MM-DD; `whole` is a number from 0 up; `yes-no` is Y or N; a blank cell is "not known" or "does not apply". */
export type ColumnType = 'text' | 'date' | 'whole' | 'yes-no'

export interface Column {
  readonly type: ColumnType
  readonly means: string
  readonly mayHave: readonly RecipientKind[]
}

const EVERYBODY = RECIPIENT_KINDS
/** Those who have a duty towards a child whom they know by name. */
const NAMING: readonly RecipientKind[] = ['local-authority', 'virtual-school', 'trust-named', 'dfe']
const OFFICERS: readonly RecipientKind[] = ['local-authority', 'virtual-school']
const COUNTING: readonly RecipientKind[] = ['local-authority', 'virtual-school', 'trust', 'trust-named']
const AUTHORITY: readonly RecipientKind[] = ['local-authority']
const TRUST: readonly RecipientKind[] = ['trust', 'trust-named']
const DEPARTMENT: readonly RecipientKind[] = ['dfe']

const column = (type: ColumnType, mayHave: readonly RecipientKind[], means: string): Column => ({
  type,
  means,
  mayHave,
})

export const COLUMNS = {
  authority: column('text', EVERYBODY, 'Three digits of the local authority that the school is in.'),
  urn: column('text', EVERYBODY, 'Unique Reference Number of the school; blank where the policy gives none.'),
  academy: column('text', EVERYBODY, 'The academy, as in every address of Firstbell.'),
  upn: column('text', NAMING, 'Unique Pupil Number; blank where the school holds none.'),
  pseudonym: column(
    'text',
    ['trust'],
    'Stands for one enrolment, always the same one; cannot be turned back without the Trust’s key.',
  ),
  surname: column('text', NAMING, 'Legal surname. Of a pupil of whom only a return is kept: the whole name.'),
  forename: column('text', NAMING, 'Legal first name; blank where the surname is the whole name.'),
  dateOfBirth: column('date', ['local-authority', 'virtual-school', 'dfe'], 'Date of birth.'),
  sex: column('text', DEPARTMENT, 'As the roll has it.'),
  yearGroup: column('text', EVERYBODY, 'N1, N2, R or 1 to 13: as placed, not by age.'),
  admitted: column('date', ['local-authority', 'dfe'], 'Starting day in the admission register.'),
  left: column('date', ['local-authority', 'dfe'], 'Last day on the roll; blank while there is none.'),
  senStatus: column('text', [...TRUST, 'dfe'], 'Special educational needs, as the roll has it.'),
  fsm: column('yes-no', [...TRUST, 'dfe'], 'Eligible for free school meals.'),
  ethnicity: column('text', DEPARTMENT, 'As the roll has it.'),
  lookedAfter: column('yes-no', ['virtual-school', ...TRUST], 'Looked after by a local authority.'),
  socialWorker: column('yes-no', OFFICERS, 'Has a social worker.'),
  compulsoryAge: column('yes-no', COUNTING, 'Of compulsory school age on the last day of the period.'),
  possible: column('whole', COUNTING, 'Sessions that were possible; two to a school day.'),
  attended: column('whole', COUNTING, 'Of these, sessions attended (codes / \\ L K V P W B).'),
  authorised: column('whole', COUNTING, 'Authorised absence (codes C C1 C2 E I J1 M R S T).'),
  unauthorised: column('whole', COUNTING, 'Unauthorised absence (codes G N O U).'),
  late: column('whole', COUNTING, 'Sessions with L or U; both are in the other counts too.'),
  unresolved: column('whole', OFFICERS, 'Of the unauthorised sessions, those still N: no reason is known yet.'),
  illness: column('whole', OFFICERS, 'Of the authorised sessions, those of illness (I).'),
  persistent: column('yes-no', COUNTING, 'Missed 10% or more of the possible sessions (the Department’s definition).'),
  severe: column('yes-no', COUNTING, 'Missed 50% or more.'),
  return: column('text', AUTHORITY, 'Names one return: absence, joint-enquiry, sickness, new-pupil or deletion.'),
  about: column(
    'date',
    AUTHORITY,
    'First date of what the return is about: of the run, the year, the enrolment, or the leaving date.',
  ),
  days: column('whole', AUTHORITY, 'School days that the return counts.'),
  asked: column('date', AUTHORITY, 'When Firstbell asked the school for it.'),
  sent: column('date', AUTHORITY, 'When the school said that it is for the authority; blank when it has not yet.'),
  address: column(
    'text',
    AUTHORITY,
    'Where the child lives, lines parted by commas; blank where it may not be given or is not known.',
  ),
  addressWithheld: column('yes-no', AUTHORITY, 'An address is known and may not be given: ask the school.'),
  livesWith: column('text', AUTHORITY, 'Adults at home, by name and relationship, parted by semicolons.'),
  decided: column('date', AUTHORITY, 'When the school decided to refer.'),
  reference: column('text', AUTHORITY, 'Names the referral; its pack is fetched under this.'),
  sessions: column('whole', AUTHORITY, 'Unauthorised sessions that were counted towards the threshold.'),
  date: column('date', DEPARTMENT, 'Date of the session.'),
  am: column('text', DEPARTMENT, 'Code of the morning; blank where no register was taken.'),
  pm: column('text', DEPARTMENT, 'Code of the afternoon; blank where no register was taken.'),
} as const satisfies Readonly<Record<string, Column>>

export type ColumnName = keyof typeof COLUMNS

/** A recipient of this kind may have the column. */
export const mayHave = (recipient: RecipientKind, name: ColumnName): boolean => {
  const { mayHave: those }: Column = COLUMNS[name]
  return those.includes(recipient)
}
