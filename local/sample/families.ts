/** Families: whose children are in which class, and how they live. */
import { type Chance, chanceOf } from './chance.ts'
import type { Place } from './classes.ts'
import { type Heritage, heritageOf, STREETS } from './names.ts'
import { type FamilySituation, familySituation } from './situations.ts'

export interface Home {
  readonly address: readonly string[]
  readonly postcode: string
}

export interface Family {
  readonly number: number
  readonly surname: string
  readonly heritage: Heritage
  readonly language: string
  /** `together` under one roof · `lone` one parent · `separated` two homes. */
  readonly shape: 'together' | 'lone' | 'separated'
  readonly situation: FamilySituation | undefined
  readonly home: Home
  /** Free school meals. */
  readonly fsm: boolean
  readonly children: readonly Place[]
  /** Chance about this family alone. */
  readonly chance: Chance
}

const APART: readonly (FamilySituation | undefined)[] = ['court-restriction', 'no-contact', 'confidential']

const shapeOf = (situation: FamilySituation | undefined, chance: Chance): Family['shape'] => {
  const usual = chance.weighted<Family['shape']>([
    ['together', 66],
    ['lone', 17],
    ['separated', 17],
  ])
  return APART.includes(situation) ? 'separated' : usual
}

/** An address that is nowhere: ZZ99 is no post town. */
export const makeHome = (chance: Chance): Home => {
  const street = `${chance.oneOf(STREETS)} ${chance.oneOf(['Road', 'Street', 'Close', 'Avenue', 'Lane'])}`
  const house = `${1 + chance.below(140)} ${street}`
  return {
    address: [chance.is(0.15) ? `Flat ${1 + chance.below(9)}, ${house}` : house, 'Nowhereton'],
    postcode: `ZZ99 ${1 + chance.below(9)}${chance.oneOf([...'ABDEFGHJ'])}${chance.oneOf([...'ABDEFGHJ'])}`,
  }
}

const makeFamily = (number: number, children: readonly Place[], chance: Chance): Family => {
  const heritage = heritageOf(chance)
  const situation = familySituation(number)
  return {
    number,
    heritage,
    situation,
    children,
    chance,
    surname: chance.oneOf(heritage.surnames),
    language: chance.oneOf(heritage.languages),
    shape: shapeOf(situation, chance),
    home: makeHome(chance),
    fsm: chance.is(0.25),
  }
}

/** Puts every place into a family of one to four. */
export const familiesOf = (places: readonly Place[], seed: string): readonly Family[] => {
  const deal = chanceOf(seed, 'families')
  const left = [...deal.shuffled(places)]
  const families: Family[] = []
  while (left.length > 0) {
    const number = families.length + 1
    const size = deal.weighted([
      [1, 60],
      [2, 30],
      [3, 8],
      [4, 2],
    ])
    // One child alone would not show that a restriction belongs to a child.
    const least = familySituation(number) === 'court-restriction' ? 2 : 1
    families.push(makeFamily(number, left.splice(0, Math.max(size, least)), chanceOf(seed, 'family', number)))
  }
  return families
}
