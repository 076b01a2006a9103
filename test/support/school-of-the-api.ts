/** Who is at the school that tests of the API ask: two classes, their parents and their teachers. */
import type { Contact, Pupil } from '../../shared/domain/people.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'
import { springbankPolicy } from './policies.ts'

export const SCHOOL = 'springbank'

const act = (kind: string): Act => ({ at: '2026-01-11T09:00:00.000Z', by: 'system', kind })

const child = (
  pupilId: string,
  forename: string,
  surname: string,
  more: Partial<Pupil> = {},
): Omit<Pupil, 'contacts' | 'agencies'> => ({
  key: `k${pupilId.slice(-2)}`,
  pupilId,
  forename,
  surname,
  dateOfBirth: '2017-10-01',
  yearGroup: '3',
  classId: '3b',
  admitted: '2023-09-04',
  flags: [],
  ...more,
})

const parent = (number: string, more: Partial<Contact> = {}): Contact => ({
  contactId: `c${number}`,
  priority: 1,
  name: `Kit ${number}`,
  relationship: 'parent',
  parentalResponsibility: true,
  livesWith: true,
  hasCare: true,
  mobile: `+447700900${number}`,
  address: [`${number} Mill Lane`],
  postcode: 'ZZ9 9ZZ',
  addressConfidential: false,
  textsAllowed: true,
  lettersAllowed: true,
  noContact: false,
  courtRestriction: false,
  ...more,
})

/** Publishes the policy and takes in the roll, the contacts and the staff. */
export const loadSchool = async (stores: Stores): Promise<void> => {
  await stores.policies.publish(
    SCHOOL,
    { version: 'v1', policy: springbankPolicy, from: '2025-09-01' },
    act('policy-published'),
  )
  await stores.roll.stage(SCHOOL, 1, {
    file: 'roll',
    pupils: [
      child('P001', 'Amelia', 'Ashdown'),
      child('P002', 'Bilal', 'Birch'),
      child('P003', 'Cerys', 'Castell', { flags: ['socialWorker'] }),
      child('P004', 'Siân', 'Dunmore', { preferredName: 'Shan' }),
      child('P005', 'Elsie', 'Everly', { classId: '4c', yearGroup: '4' }),
      child('P006', 'Farah', 'Fenwick', { left: '2025-12-19' }),
    ],
  })
  const classes = [
    { id: '3b', name: '3B', yearGroup: '3', pupils: 4 },
    { id: '4c', name: '4C', yearGroup: '4', pupils: 1 },
  ]
  await stores.roll.goLive(SCHOOL, 'roll', 0, 1, classes, act('import-live'))
  await stores.roll.stage(SCHOOL, 1, {
    file: 'contacts',
    byPupil: {
      k01: [parent('101')],
      k02: [
        parent('102', { addressConfidential: true }),
        parent('112', { noContact: true, relationship: 'parent' }),
        parent('122', { parentalResponsibility: false, livesWith: false, hasCare: false, relationship: 'neighbour' }),
      ],
      k03: [parent('103')],
      k04: [parent('104')],
      k05: [parent('105')],
    },
  })
  await stores.roll.goLive(SCHOOL, 'contacts', 0, 1, undefined, act('import-live'))
  const member = { name: 'A teacher', role: 'teacher', mobile: '+447700900801' } as const
  await stores.roll.stage(SCHOOL, 1, {
    file: 'staff',
    staff: [
      { ...member, staffId: 't-3b', classes: ['3b'] },
      { ...member, staffId: 't-4c', classes: ['4c'] },
      { ...member, staffId: 'cover', classes: [], coversFor: 't-3b', from: '2026-01-12', until: '2026-01-13' },
    ],
  })
  await stores.roll.goLive(SCHOOL, 'staff', 0, 1, undefined, act('import-live'))
}
