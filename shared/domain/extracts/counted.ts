/** Counts of a period, for the rows of extracts: the same functions as every other figure. */
import { isCompulsoryAge } from '../ages.ts'
import { isPersistentlyAbsent, isSeverelyAbsent } from '../counting/boundaries.ts'
import { absentIn, type CountedMark, type Tally, tallyOf } from '../counting/tally.ts'
import { marksWithin } from '../counting/window.ts'
import type { PupilKey } from '../people.ts'
import { type ExtractFacts, yes } from './extract.ts'
import { nameCells, type Person, personOf, schoolCells } from './person.ts'

export interface CountedPerson {
  readonly key: PupilKey
  readonly person: Person
  readonly marks: readonly CountedMark[]
  readonly tally: Tally
}

/** Everybody with a possible session in the period. Marks outside the enrolment never count. */
export const countedInPeriod = (facts: ExtractFacts): readonly CountedPerson[] =>
  [...facts.marks].flatMap(([key, all]) => {
    const person = personOf(facts, key)
    if (person === undefined) return []
    const marks = marksWithin(all, facts.period, person)
    const tally = tallyOf(marks)
    return tally.possible === 0 ? [] : [{ key, person, marks, tally }]
  })

export const hasAbsence = ({ tally }: Pick<CountedPerson, 'tally'>): boolean => absentIn(tally) > 0

/** The counts of a tally as cells. */
export const countCells = ({ possible, attended, authorised, unauthorised, late }: Tally) => ({
  possible,
  attended,
  authorised,
  unauthorised,
  late,
})

export const boundaryCells = (tally: Tally) => ({
  persistent: yes(isPersistentlyAbsent(tally)),
  severe: yes(isSeverelyAbsent(tally)),
})

export const countOf = (marks: readonly CountedMark[], code: CountedMark['code']): number =>
  marks.filter((mark) => mark.code === code).length

/** Of compulsory school age on the last day of the period. */
export const ageCells = ({ period }: ExtractFacts, { dateOfBirth }: Person) => ({
  compulsoryAge: yes(isCompulsoryAge(dateOfBirth, period.until)),
})

/** A person whose officer knows them by name, with the counts and what of them is N or illness. */
export const officerCells = (facts: ExtractFacts, { person, marks, tally }: CountedPerson) => ({
  ...schoolCells(facts),
  ...nameCells(person),
  dateOfBirth: person.dateOfBirth,
  yearGroup: person.yearGroup,
  ...ageCells(facts, person),
  ...countCells(tally),
  unresolved: countOf(marks, 'N'),
  illness: countOf(marks, 'I'),
})
