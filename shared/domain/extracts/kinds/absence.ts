import { countedInPeriod, hasAbsence, officerCells } from '../counted.ts'
import { anExtract } from '../extract.ts'

/** Source: Education (Information About Individual Pupils) (England) (Amendment) Regulations 2024; policy, "Reporting". */
export const absence = anExtract({
  id: 'absence',
  version: 1,
  recipient: 'local-authority',
  says: 'Authorised and unauthorised absence of each pupil who missed a session in the period.',
  columns: [
    'authority',
    'urn',
    'academy',
    'upn',
    'surname',
    'forename',
    'dateOfBirth',
    'yearGroup',
    'compulsoryAge',
    'possible',
    'attended',
    'authorised',
    'unauthorised',
    'unresolved',
    'illness',
    'late',
  ],
  key: ['academy', 'upn', 'surname', 'forename', 'dateOfBirth'],
  needs: ['marks'],
  rows: (facts) =>
    countedInPeriod(facts)
      .filter(hasAbsence)
      .map((counted) => ({ pupil: counted.key, cells: officerCells(facts, counted) })),
})
