import { anExtract } from '../extract.ts'
import { RETURN_COLUMNS, saidReturns } from '../returned.ts'

/** Source: SI 2024/208 regulation 13, the attendance return: a continuous ten school days of G, N, O and U. */
export const attendanceReturn = anExtract({
  id: 'attendance-return',
  version: 1,
  recipient: 'local-authority',
  says: 'Attendance returns, and longer absences into which school and authority enquire together, that the school said in the period are for the authority.',
  columns: RETURN_COLUMNS,
  key: ['academy', 'return', 'upn', 'surname', 'forename', 'about'],
  needs: [],
  rows: (facts) => saidReturns(facts, ['absence', 'joint-enquiry']),
})
