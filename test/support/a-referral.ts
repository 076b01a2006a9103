/** A referral with everything that one can hold, of invented people. Telephone numbers are those reserved for drama. */
import type { Session } from '../../shared/domain/codes.ts'
import type { ReferralForm } from '../../shared/domain/penalties/form.ts'
import type { Referral } from '../../shared/domain/penalties/referral.ts'
import { springbankPolicy } from './policies.ts'

/** The form of an authority, as the shipped policy has it. */
export const formFor = (code: string): ReferralForm => {
  const form = springbankPolicy.penalties.forms[code]
  if (form === undefined) throw new Error(`There is no form for authority ${code}`)
  return form
}

const sessions = (dates: readonly string[], school?: string) =>
  dates.flatMap((date) =>
    (['AM', 'PM'] as const satisfies readonly Session[]).map((session) => ({
      date,
      session,
      code: 'O' as const,
      ...(school === undefined ? {} : { school }),
    })),
  )

const counted = [
  ...sessions(['2025-12-17', '2025-12-18'], 'Hilltop Infant School'),
  ...sessions(['2026-01-12', '2026-01-13', '2026-01-14']),
]

export const aReferral: Referral = {
  id: 'r1',
  reference: 'SPR-7K2M-19',
  academy: 'springbank',
  date: '2026-01-19',
  decidedBy: 's-lead',
  because: 'The absence went on after the panel, and the plan was not kept.',
  form: formFor('891'),
  authority: {
    code: '891',
    name: 'Nottinghamshire',
    address: ['Attendance Enforcement', 'County House', 'Eastmoor', 'NG99 9ZZ'],
  },
  school: {
    name: 'Springbank Academy',
    strapline: 'Part of the Trust',
    contact: ['1 School Lane', 'Eastmoor', 'NG99 1AA', '0115 496 0100', 'www.springbank.example.org'],
    phone: '0115 496 0101',
    signedBy: 'Attendance Lead',
  },
  pupil: {
    pupilId: 'P001',
    upn: 'V891201926017',
    name: 'Amelia Ashdown',
    forename: 'Amelia',
    surname: 'Ashdown',
    dateOfBirth: '2017-03-04',
    sex: 'F',
    ethnicity: 'WBRI',
    yearGroup: '3',
    admitted: '2026-01-06',
    lookedAfter: false,
    socialWorker: false,
    senStatus: null,
  },
  parents: [
    {
      contact: 'c1',
      name: 'Robin Ashdown',
      relationship: 'parent',
      parentalResponsibility: true,
      livesWith: true,
      language: 'English',
      address: ['14 Meadow Lane', 'Eastmoor', 'NG99 1AB'],
      addressWithheld: false,
      phone: '+447700900123',
      courtOrder: null,
      asked: true,
      notice: 'second',
      earlier: ['2024-09-20'],
    },
    {
      contact: 'c2',
      name: 'Kit Ashdown',
      relationship: 'parent',
      parentalResponsibility: true,
      livesWith: false,
      language: null,
      address: null,
      addressWithheld: true,
      phone: '+447700900124',
      courtOrder: null,
      asked: false,
      notice: 'first',
      earlier: [],
    },
  ],
  siblings: [{ pupilId: 'P014', name: 'Joss Ashdown', yearGroup: '1', referred: false }],
  agencies: [{ kind: 'early-help', name: 'Family Service, north' }],
  window: { from: '2025-12-17', until: '2026-01-14', schoolWeeks: 10 },
  sessions: counted,
  register: counted,
  figures: { possible: 34, attended: 24, authorised: 0, unauthorised: 10 },
  support: ['We offered breakfast club from 8 December.'],
  supportNotFitting: null,
  weighed: null,
  letters: [
    { kind: 'stage-1', date: '2025-11-17', state: 'posted', contact: 'c1', sent: '2025-11-18', to: 'Robin Ashdown' },
    { kind: 'stage-2', date: '2026-01-07', state: 'posted', contact: 'c1', sent: '2026-01-08', to: 'Robin Ashdown' },
    { kind: 'stage-2', date: '2026-01-07', state: 'returned', contact: 'c2', sent: '2026-01-08', to: 'Kit Ashdown' },
  ],
  casework: {
    meetings: [
      {
        date: '2026-01-12',
        time: '15:30',
        place: 'Springbank Academy, the meeting room',
        state: 'rearranged',
        told: 'letter',
        arrangedOn: '2026-01-07',
        invited: [{ name: 'Robin Ashdown', on: '2026-01-08' }],
        came: [],
        minutes: null,
        pupilSaid: null,
        parentsSaid: null,
        dutyExplained: null,
        because: 'The family asked for a later day',
      },
      {
        date: '2026-01-15',
        time: '15:30',
        place: 'Springbank Academy, the meeting room',
        state: 'attended',
        told: 'letter',
        arrangedOn: '2026-01-08',
        invited: [
          { name: 'Kit Ashdown', on: '2026-01-09' },
          { name: 'Robin Ashdown', on: '2026-01-09' },
        ],
        came: ['Robin Ashdown'],
        minutes:
          'The morning bus is missed when the younger child is slow. It was agreed that Amelia comes to breakfast club on Mondays and Tuesdays, and that the office rings at 8:15 on those days for a fortnight',
        pupilSaid: 'She likes school and does not like to come in late',
        parentsSaid: 'The shifts changed in November.',
        dutyExplained: true,
        because: null,
      },
    ],
    actions: [
      { words: 'A place at breakfast club', agreedOn: '2026-01-15', due: '2026-01-16', state: 'done' },
      { words: 'Ring at 8:15 on Mondays and Tuesdays', agreedOn: '2026-01-15', due: '2026-01-30', state: 'open' },
    ],
    texts: [
      { date: '2026-01-12', time: '10:31', kind: 'unreported', to: 'Robin Ashdown', state: 'delivered' },
      { date: '2026-01-13', time: '10:31', kind: 'unreported', to: 'Robin Ashdown', state: 'delivered' },
      { date: '2026-01-14', time: '10:31', kind: 'unreported', to: 'Robin Ashdown', state: 'failed' },
      { date: '2026-01-14', time: '10:52', kind: 'unreported', to: 'another contact', state: 'delivered' },
    ],
    leave: [
      {
        askedOn: '2025-12-01',
        askedBy: 'Robin Ashdown',
        from: '2025-12-17',
        until: '2025-12-18',
        purpose: 'holiday',
        words: 'Cheaper flights before Christmas',
        state: 'refused',
        decidedOn: '2025-12-03',
        because: 'A holiday in term is no exceptional circumstance',
        granted: null,
      },
    ],
    offers: [
      {
        kind: 'offer',
        on: '2025-12-08',
        words: 'Breakfast club without charge',
        agency: null,
        answer: 'declined',
        answerWords: 'Too early for the younger child',
        answeredOn: '2025-12-09',
      },
      {
        kind: 'request',
        on: '2025-12-10',
        words: 'Early help for the mornings',
        agency: 'Family Service, north',
        answer: null,
        answerWords: null,
        answeredOn: null,
      },
    ],
  },
  improvement: { from: '2025-11-20', until: '2025-12-12', state: 'breached' },
}
