import { standing } from '../../penalties/consider.ts'
import { anExtract } from '../extract.ts'
import { nameCells, personOf, schoolCells } from '../person.ts'

/** Source: "Working together to improve school attendance", national framework for penalty notices. */
export const referrals = anExtract({
  id: 'referrals',
  version: 1,
  recipient: 'local-authority',
  says: 'Referrals for a penalty notice that the school decided in the period; each row names a pack, which is collected under its reference.',
  columns: [
    'authority',
    'urn',
    'academy',
    'reference',
    'decided',
    'upn',
    'surname',
    'forename',
    'dateOfBirth',
    'yearGroup',
    'sessions',
  ],
  key: ['academy', 'reference'],
  needs: ['penalties'],
  rows: (facts) =>
    facts.penalties.flatMap((record) => {
      const person = personOf(facts, record.pupil)
      if (person === undefined) return []
      return standing(record.considered)
        .filter(({ decision, at }) => {
          const date = at.slice(0, 10)
          return decision === 'refer' && facts.period.from <= date && date <= facts.period.until
        })
        .map(({ id, at, sessions }) => ({
          pupil: record.pupil,
          cells: {
            ...schoolCells(facts),
            ...nameCells(person),
            reference: id,
            decided: at.slice(0, 10),
            dateOfBirth: person.dateOfBirth,
            yearGroup: person.yearGroup,
            sessions,
          },
        }))
    }),
})
