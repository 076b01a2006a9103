import { anExtract } from '../extract.ts'
import { RETURN_COLUMNS, saidReturns } from '../returned.ts'

/** Source: SI 2024/208 regulation 13, the sickness return. So many days are a prompt for a person, and no return until that person says so. */
export const sickness = anExtract({
  id: 'sickness',
  version: 1,
  recipient: 'local-authority',
  says: 'Sickness returns: pupils whom the school believes to miss 15 days or more through illness, as a person judged in the period.',
  columns: RETURN_COLUMNS,
  key: ['academy', 'return', 'upn', 'surname', 'forename', 'about'],
  needs: [],
  rows: (facts) => saidReturns(facts, ['sickness']),
})
