/** The tables of a referral pack, for an authority that reads them into its own system. */
import { CODES } from '../codes.ts'
import { csvText } from '../csv-text.ts'
import { CASEWORK_TABLES, type CaseworkTable, caseworkFiles } from './casework-files.ts'
import type { FormTable } from './form.ts'
import { formRows } from './form-row.ts'
import type { Referral, ReferredSession } from './referral.ts'

const isCasework = (table: FormTable): table is CaseworkTable => CASEWORK_TABLES.some((each) => each === table)

const yes = (is: boolean): string => (is ? 'Y' : 'N')

const sessionRows = (sessions: readonly ReferredSession[]): readonly (readonly string[])[] => [
  ['date', 'session', 'code', 'meaning', 'category', 'school'],
  ...sessions.map(({ date, session, code, school = '' }) => [
    date,
    session,
    code,
    CODES[code].meaning,
    CODES[code].category,
    school,
  ]),
]

const parentRows = ({ parents }: Referral): readonly (readonly string[])[] => [
  [
    'name',
    'relationship',
    'parentalResponsibility',
    'livesWith',
    'language',
    'address',
    'addressWithheld',
    'phone',
    'courtOrder',
    'noticeAsked',
    'notice',
    'earlierNotices',
  ],
  ...parents.map((parent) => [
    parent.name,
    parent.relationship,
    yes(parent.parentalResponsibility),
    yes(parent.livesWith),
    parent.language ?? '',
    (parent.address ?? []).join(', '),
    yes(parent.addressWithheld),
    parent.phone ?? '',
    parent.courtOrder ?? '',
    yes(parent.asked),
    parent.notice,
    parent.earlier.join(' '),
  ]),
]

const lettersCsv = ({ letters }: Referral): string =>
  csvText([
    ['letter', 'date', 'state', 'to', 'sent'],
    ...letters.map(({ kind, date, state, to = '', sent }) => [kind, date, state, to, sent ?? '']),
  ])

const TABLES: Readonly<Record<Exclude<FormTable, CaseworkTable>, (referral: Referral) => readonly [string, string]>> = {
  everything: (referral) => ['referral.json', `${JSON.stringify(referral, undefined, 2)}\n`],
  letters: (referral) => ['letters.csv', lettersCsv(referral)],
  parents: (referral) => ['parents.csv', csvText(parentRows(referral))],
  register: ({ register }) => ['register.csv', csvText(sessionRows(register))],
  sessions: ({ sessions }) => ['sessions.csv', csvText(sessionRows(sessions))],
}

/**
 * Text files by name: the row of the form, and the tables it asks for and no others. `register.csv` is every mark of the weeks, not only those
 * that count; `school` is empty where it is this one.
 */
export const referralFiles = (referral: Referral): Readonly<Record<string, string>> => {
  const casework = caseworkFiles(referral.casework)
  const tables = referral.form.tables.map((table) =>
    isCasework(table) ? ([`${table}.csv`, casework[table]] as const) : TABLES[table](referral),
  )
  return Object.fromEntries([['row.csv', formRows(referral)], ...tables])
}
