/** Plain invented facts for tests of what the store keeps. Telephone numbers are those reserved for drama. */
import type { TextRecord } from '../../shared/domain/absence.ts'
import type { Case } from '../../shared/domain/case.ts'
import type { Contact, Pupil } from '../../shared/domain/people.ts'
import type { Register } from '../../shared/domain/register.ts'
import type { Task } from '../../shared/domain/task.ts'
import type { Act } from '../../shared/ports/stores.ts'

export const SCHOOL = 'springbank'
export const DATE = '2026-01-12'
export const AT = '2026-01-12T10:30:00.000Z'

export const act = (kind = 'tested', more: Partial<Act> = {}): Act => ({ at: AT, by: 'system', kind, ...more })

export const aRegister = (more: Partial<Register> = {}): Register => ({
  classId: '7a',
  date: DATE,
  session: 'AM',
  version: 0,
  submitted: true,
  submittedAt: '2026-01-12T09:02:00.000Z',
  asOf: '2026-01-12T09:02:00.000Z',
  marks: { P001: { code: '/', source: 'teacher' }, P002: { code: 'N', source: 'teacher' } },
  ...more,
})

export const aText = (more: Partial<TextRecord> = {}): TextRecord => ({
  state: 'claimed',
  kind: 'unreported',
  step: '1',
  session: 'AM',
  contactId: 'C1',
  at: AT,
  leaseUntil: '2026-01-12T10:32:00.000Z',
  ...more,
})

export const aTask = (more: Partial<Task> = {}): Task => ({
  id: 'call-P001-2026-01-12',
  kind: 'call',
  date: DATE,
  version: 1,
  pupils: ['P001'],
  raised: AT,
  due: '2026-01-12T12:45:00.000Z',
  doers: ['office'],
  urgent: false,
  state: 'open',
  why: 'Nobody has said where the pupil is.',
  rule: 'silent-by-lunch',
  clause: '4.3',
  pages: {},
  ...more,
})

export const aCase = (more: Partial<Case> = {}): Case => ({
  caseId: 'P001-2026-01-12',
  pupil: 'P001',
  opened: DATE,
  version: 1,
  days: [DATE],
  steps: [],
  visits: [],
  ...more,
})

export const aContact = (more: Partial<Contact> = {}): Contact => ({
  contactId: 'C1',
  priority: 1,
  name: 'Robin Example',
  relationship: 'parent',
  parentalResponsibility: true,
  livesWith: true,
  hasCare: true,
  mobile: '+447700900123',
  addressConfidential: false,
  textsAllowed: true,
  lettersAllowed: true,
  noContact: false,
  courtRestriction: false,
  ...more,
})

export const aPupil = (
  more: Partial<Omit<Pupil, 'contacts' | 'agencies'>> = {},
): Omit<Pupil, 'contacts' | 'agencies'> => ({
  key: 'P001',
  pupilId: 'P001',
  forename: 'Amelia',
  surname: 'Example',
  dateOfBirth: '2014-03-02',
  yearGroup: '7',
  classId: '7a',
  admitted: '2025-09-03',
  flags: [],
  ...more,
})
