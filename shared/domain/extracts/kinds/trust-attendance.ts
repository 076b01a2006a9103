import { ageCells, boundaryCells, countCells, countedInPeriod } from '../counted.ts'
import { anExtract, type ExtractFacts, yes } from '../extract.ts'
import { nameCells, schoolCells } from '../person.ts'

/** What both forms say of a pupil's attendance. Of whoever has left the roll's file no group is known: blank, and not a no. */
const shared = (facts: ExtractFacts, { key, person, tally }: ReturnType<typeof countedInPeriod>[number]) => {
  const pupil = facts.pupils[key]
  return {
    ...schoolCells(facts),
    yearGroup: pupil?.yearGroup ?? null,
    senStatus: pupil?.senStatus ?? null,
    fsm: pupil ? yes(pupil.flags.includes('fsm')) : null,
    lookedAfter: pupil ? yes(pupil.flags.includes('lookedAfter')) : null,
    ...ageCells(facts, person),
    ...countCells(tally),
    ...boundaryCells(tally),
  }
}

const COUNTED = [
  'yearGroup',
  'senStatus',
  'fsm',
  'lookedAfter',
  'compulsoryAge',
  'possible',
  'attended',
  'authorised',
  'unauthorised',
  'late',
  'persistent',
  'severe',
] as const

export const trustAttendance = anExtract({
  id: 'trust-attendance',
  version: 2,
  recipient: 'trust',
  says: 'Attendance in the period of every pupil of every academy, under a pseudonym that stays the same from file to file. Year, need, meals and care are blank for a pupil who has left the roll’s file.',
  columns: ['authority', 'urn', 'academy', 'pseudonym', ...COUNTED],
  key: ['academy', 'pseudonym'],
  needs: ['marks'],
  rows: (facts) =>
    countedInPeriod(facts).map((each) => ({
      pupil: each.key,
      cells: { ...shared(facts, each), pseudonym: facts.pseudonym(each.key) },
    })),
})

export const trustAttendanceNamed = anExtract({
  id: 'trust-attendance-named',
  version: 2,
  recipient: 'trust-named',
  says: 'The same with names, where the Trust has decided that its attendance lead needs them.',
  columns: ['authority', 'urn', 'academy', 'upn', 'surname', 'forename', ...COUNTED],
  key: ['academy', 'upn', 'surname', 'forename'],
  needs: ['marks'],
  rows: (facts) =>
    countedInPeriod(facts).map((each) => ({
      pupil: each.key,
      cells: { ...shared(facts, each), ...nameCells(each.person) },
    })),
})
