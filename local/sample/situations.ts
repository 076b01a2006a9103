/** What sets some families and pupils apart, dealt out by number so that every school of some size has each of them. */

/**
 * `court-restriction`: a parent is barred from one child (the first) · `no-contact`: a parent must not be contacted ·
 * `no-mobile`: nobody has a mobile · `landline-only`: nor any other number than the house's · `texts-refused`: rings are fine ·
 * `confidential`: moved away from somebody who must not learn where · `neighbour`, `grandparent`: somebody else to ring ·
 * `kinship`: children live with a grandparent · `foster`: looked after by the local authority
 */
export type FamilySituation =
  | 'court-restriction'
  | 'no-contact'
  | 'no-mobile'
  | 'landline-only'
  | 'texts-refused'
  | 'letters-refused'
  | 'confidential'
  | 'neighbour'
  | 'grandparent'
  | 'kinship'
  | 'foster'

type Dealt = { readonly every: number; readonly first: number }

const FAMILIES: Readonly<Record<FamilySituation, Dealt>> = {
  'court-restriction': { every: 90, first: 2 },
  'no-contact': { every: 110, first: 3 },
  'no-mobile': { every: 120, first: 4 },
  'landline-only': { every: 100, first: 5 },
  'texts-refused': { every: 100, first: 6 },
  'letters-refused': { every: 150, first: 7 },
  confidential: { every: 130, first: 8 },
  neighbour: { every: 30, first: 9 },
  grandparent: { every: 8, first: 1 },
  kinship: { every: 140, first: 10 },
  foster: { every: 120, first: 11 },
}

/** The situation of the family with this number; most have none. */
export const familySituation = (family: number): FamilySituation | undefined => {
  const rare = (situation: FamilySituation): number => FAMILIES[situation].every
  const names: readonly FamilySituation[] = [
    'court-restriction',
    'no-contact',
    'no-mobile',
    'landline-only',
    'texts-refused',
    'letters-refused',
    'confidential',
    'neighbour',
    'grandparent',
    'kinship',
    'foster',
  ]
  return names
    .filter((name) => family % FAMILIES[name].every === FAMILIES[name].first)
    .toSorted((one, other) => rare(other) - rare(one))[0]
}

/**
 * `part-time`: an agreed part-time timetable · `dual`: registered at another school too · `joined`, `left`: in the course of the
 * year · `carer`: a young carer · `worker`: a social worker · `help`: early help · `offending`: youth offending team · `alert`: a note
 */
export type PupilSituation =
  | 'part-time'
  | 'dual'
  | 'joined'
  | 'left'
  | 'carer'
  | 'worker'
  | 'help'
  | 'offending'
  | 'alert'

const PUPILS: Readonly<Record<PupilSituation, Dealt>> = {
  worker: { every: 60, first: 1 },
  'part-time': { every: 300, first: 3 },
  dual: { every: 400, first: 5 },
  joined: { every: 50, first: 7 },
  left: { every: 140, first: 9 },
  carer: { every: 80, first: 11 },
  help: { every: 60, first: 13 },
  offending: { every: 110, first: 17 },
  alert: { every: 80, first: 19 },
}

/** Whether the pupil with this number is in that situation. */
export const isIn = (pupil: number, situation: PupilSituation): boolean =>
  pupil % PUPILS[situation].every === PUPILS[situation].first
