import { anExtract } from '../extract.ts'
import { RETURN_COLUMNS, rollReturns } from '../returned.ts'

/** Source: SI 2024/208 regulation 13(1) and 13(4). */
export const joinersLeavers = anExtract({
  id: 'joiners-leavers',
  version: 1,
  recipient: 'local-authority',
  says: 'Names entered in the admission register in the period, and names to be deleted from it.',
  columns: [...RETURN_COLUMNS, 'admitted', 'left'],
  key: ['academy', 'return', 'upn', 'surname', 'forename', 'about'],
  needs: [],
  rows: rollReturns,
})
