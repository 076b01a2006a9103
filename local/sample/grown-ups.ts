/** The grown-ups around a family's children, in the order in which the school would ring them. */
import { chanceOf } from './chance.ts'
import { type Family, type Home, makeHome } from './families.ts'
import { GROWN_UPS } from './names.ts'

export interface GrownUp {
  readonly contactId: string
  readonly priority: number
  readonly name: string
  readonly relationship: string
  readonly parentalResponsibility: boolean
  readonly livesWith: boolean
  readonly hasCare: boolean
  readonly language: string
  readonly home: Home
  readonly hasMobile: boolean
  readonly hasLandline: boolean
  readonly addressConfidential: boolean
  readonly textsAllowed: boolean
  readonly lettersAllowed: boolean
  readonly noContact: boolean
  /** Barred by a court from the family's first child. */
  readonly barred: boolean
}

type Standing = Pick<GrownUp, 'parentalResponsibility' | 'livesWith' | 'hasCare'>
const RESIDENT: Standing = { parentalResponsibility: true, livesWith: true, hasCare: true }
const ELSEWHERE: Standing = { parentalResponsibility: true, livesWith: false, hasCare: false }
const CARER: Standing = { parentalResponsibility: false, livesWith: true, hasCare: true }
const OUTSIDER: Standing = { parentalResponsibility: false, livesWith: false, hasCare: false }

interface Person {
  readonly relationship: string
  readonly standing: Standing
  readonly home?: Home
  readonly surname?: string
  readonly noContact?: boolean
  readonly barred?: boolean
}

const otherParent = ({ shape, situation, home, chance }: Family): readonly Person[] => {
  if (shape === 'lone') return []
  if (shape === 'together') return [{ relationship: 'father', standing: RESIDENT, home }]
  const shared = situation === undefined && chance.is(0.3)
  return [
    {
      relationship: 'father',
      standing: shared ? { ...RESIDENT } : ELSEWHERE,
      home: makeHome(chance),
      noContact: situation === 'no-contact',
      barred: situation === 'court-restriction',
    },
  ]
}

const peopleOf = (family: Family): readonly Person[] => {
  const { situation, home, chance } = family
  const alone = family.shape === 'lone' && chance.is(0.15)
  const first: Person = { relationship: alone ? 'father' : 'mother', standing: RESIDENT, home }
  if (situation === 'foster') {
    const surname = chance.oneOf(family.heritage.surnames)
    return [
      { relationship: 'foster carer', standing: CARER, home, surname },
      { relationship: 'mother', standing: ELSEWHERE, home: makeHome(chance), noContact: true },
    ]
  }
  if (situation === 'kinship') {
    return [
      { relationship: 'grandmother', standing: CARER, home },
      { relationship: 'mother', standing: ELSEWHERE, home: makeHome(chance) },
    ]
  }
  const parents = [first, ...otherParent(family)]
  if (situation === 'grandparent') {
    return [...parents, { relationship: 'grandmother', standing: OUTSIDER, home: makeHome(chance) }]
  }
  if (situation === 'neighbour') {
    return [
      ...parents,
      { relationship: 'neighbour', standing: OUTSIDER, surname: chance.oneOf(family.heritage.surnames) },
    ]
  }
  return parents
}

/** The grown-ups of a family, first to ring first. `seed` is the academy's. */
export const grownUpsOf = (family: Family, seed: string): readonly GrownUp[] => {
  const chance = chanceOf(seed, 'grown-ups', family.number)
  const { situation } = family
  return peopleOf(family).map((person, index) => {
    const forename = chance.oneOf(person.relationship === 'father' ? GROWN_UPS.men : GROWN_UPS.women)
    return {
      contactId: `C${String(family.number).padStart(4, '0')}${'abcd'[index]}`,
      priority: index + 1,
      name: `${forename} ${person.surname ?? family.surname}`,
      relationship: person.relationship,
      ...person.standing,
      language: family.language,
      home: person.home ?? makeHome(chance),
      hasMobile: situation !== 'no-mobile' && situation !== 'landline-only',
      hasLandline: situation === 'landline-only' || chance.is(0.2),
      addressConfidential: situation === 'confidential' && index === 0,
      textsAllowed: situation !== 'texts-refused',
      lettersAllowed: situation !== 'letters-refused',
      noContact: person.noContact ?? false,
      barred: person.barred ?? false,
    }
  })
}
