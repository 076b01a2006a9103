import { isCompulsoryAge } from '../../ages.ts'
import { isBelow } from '../../counting/boundaries.ts'
import { onRoll } from '../../people.ts'
import { boundaryCells, countCells } from '../counted.ts'
import { anExtract } from '../extract.ts'
import { nameCells, schoolCells } from '../person.ts'

export const belowLine = anExtract({
  id: 'below-line',
  version: 1,
  recipient: 'local-authority',
  says: 'Pupils of compulsory school age on the roll whose attendance of the school year is below the school’s line (90% at Springbank), once enough sessions were possible.',
  columns: [
    'authority',
    'urn',
    'academy',
    'upn',
    'surname',
    'forename',
    'dateOfBirth',
    'yearGroup',
    'possible',
    'attended',
    'authorised',
    'unauthorised',
    'late',
    'persistent',
    'severe',
  ],
  key: ['academy', 'upn', 'surname', 'forename', 'dateOfBirth'],
  needs: ['year'],
  rows: (facts) =>
    [...facts.year].flatMap(([key, tally]) => {
      const pupil = facts.pupils[key]
      const { period, line, minimum } = facts
      if (pupil === undefined || !onRoll(pupil, period.until)) return []
      if (!isCompulsoryAge(pupil.dateOfBirth, period.until)) return []
      if (tally.possible < minimum || !isBelow(tally, line)) return []
      const { dateOfBirth, yearGroup, upn = null, surname, forename } = pupil
      return {
        pupil: key,
        cells: {
          ...schoolCells(facts),
          ...nameCells({ ...pupil, upn, surname, forename }),
          dateOfBirth,
          yearGroup,
          ...countCells(tally),
          ...boundaryCells(tally),
        },
      }
    }),
})
