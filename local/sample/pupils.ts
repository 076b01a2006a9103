/** The pupils of a made-up academy. */
import type { Policy } from '../../academies/policy.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import { dateOfBirth, yearsSinceReception } from './ages.ts'
import type { Family } from './families.ts'
import { isIn, type PupilSituation } from './situations.ts'
import { madeUpUpn } from './upn.ts'

export interface MadeUpPupil {
  readonly number: number
  readonly pupilId: string
  readonly upn: string
  readonly forename: string
  readonly surname: string
  readonly preferredName: string
  readonly dateOfBirth: LocalDate
  readonly sex: 'F' | 'M'
  readonly yearGroup: string
  readonly className: string
  readonly admitted: LocalDate
  readonly left: LocalDate | undefined
  readonly senStatus: string
  readonly ethnicity: string
  readonly family: Family
  isIn(situation: PupilSituation): boolean
}

export interface Year {
  /** 1 September. */
  readonly starts: LocalDate
  /** School days from then until the sample ends. */
  readonly days: readonly LocalDate[]
}

/** Establishment numbers from 9000 are not given to schools. */
const establishmentOf = (academy: string, thousand: number): number =>
  9000 + (([...academy].reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7) + thousand) % 1000)

const admittedOf = (policy: Policy, yearGroup: string, year: Year): LocalDate => {
  const [entry = yearGroup] = policy.yearGroups
  const since = yearsSinceReception(yearGroup) - yearsSinceReception(entry)
  if (since === 0) return year.days[0] ?? year.starts
  return `${Number(year.starts.slice(0, 4)) - since}-09-04`
}

/** The day in the course of the year on which this pupil joined or left; absent when the sample ends before it. */
const midYear = (number: number, first: number, year: Year): LocalDate | undefined => year.days[first + (number % 40)]

type Child = Family['children'][number]

const makeChild = (policy: Policy, year: Year, family: Family, child: Child, born: number, number: number) => {
  const { chance, heritage } = family
  const sex = chance.is(0.49) ? ('F' as const) : ('M' as const)
  const forename = chance.oneOf(sex === 'F' ? heritage.girls : heritage.boys)
  const usual = admittedOf(policy, child.yearGroup, year)
  const admitted = (isIn(number, 'joined') ? midYear(number, 25, year) : undefined) ?? usual
  const left = isIn(number, 'left') ? midYear(number, 35, year) : undefined
  return {
    number,
    pupilId: `P${String(number).padStart(3, '0')}`,
    upn: madeUpUpn({
      authority: policy.localAuthority.code,
      establishment: establishmentOf(policy.academy, Math.floor(number / 1000)),
      year: Number(usual.slice(0, 4)),
      serial: number % 1000,
    }),
    forename,
    surname: family.surname,
    preferredName: forename.length > 7 && chance.is(0.4) ? forename.slice(0, 3) : '',
    dateOfBirth: dateOfBirth(child.yearGroup, year.starts, born),
    sex,
    yearGroup: child.yearGroup,
    className: child.className,
    admitted,
    left,
    senStatus: chance.weighted([
      ['N', 81],
      ['K', 14],
      ['E', 5],
    ]),
    ethnicity: chance.oneOf(heritage.ethnicities),
    family,
    isIn: (situation: PupilSituation) => isIn(number, situation),
  }
}

/** Birthdays of brothers and sisters lie near each other in the year, so that no two are born within months; in one year they are twins. */
const birthdaysOf = ({ chance, children }: Family): readonly number[] => {
  const usual = 20 + chance.below(325)
  const byYear = new Map<string, number>()
  return children.map(({ yearGroup }) => {
    const day = byYear.get(yearGroup) ?? usual + chance.below(40) - 20
    byYear.set(yearGroup, day)
    return day
  })
}

/** Every child of every family, numbered in order. */
export const pupilsOf = (policy: Policy, families: readonly Family[], year: Year): readonly MadeUpPupil[] => {
  let number = 0
  return families.flatMap((family) => {
    const birthdays = birthdaysOf(family)
    return family.children.map((child, index) => {
      number++
      return makeChild(policy, year, family, child, birthdays[index] ?? 0, number)
    })
  })
}
