/** The tables of a referral pack, for an authority that reads them into its own system. */
import { CODES } from '../codes.ts'
import { csvText } from '../csv-text.ts'
import { caseworkFiles } from './casework-files.ts'
import type { Referral, ReferredSession } from './referral.ts'

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

/** Text files by name. `register.csv` is every mark of the weeks, not only those that count; `school` is empty where it is this one. */
export const referralFiles = (referral: Referral): Readonly<Record<string, string>> => ({
  ...caseworkFiles(referral.casework),
  'letters.csv': csvText([
    ['letter', 'date', 'state', 'to', 'sent'],
    ...referral.letters.map(({ kind, date, state, to = '', sent }) => [kind, date, state, to, sent ?? '']),
  ]),
  'parents.csv': csvText(parentRows(referral)),
  'referral.json': `${JSON.stringify(referral, undefined, 2)}\n`,
  'register.csv': csvText(sessionRows(referral.register)),
  'sessions.csv': csvText(sessionRows(referral.sessions)),
})
