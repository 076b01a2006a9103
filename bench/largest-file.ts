/** The largest file of marks that is allowed: a year of a school so large that its rows are as many, its comments so long that it has as many bytes. */
import type { Policy } from '../academies/policy.ts'
import { makeSample, type SampleFiles } from '../local/sample/make-sample.ts'
import { MOST_FILE_BYTES, MOST_FILE_ROWS } from '../shared/domain/imports/file-size.ts'

const FROM = '2025-09-01'
/** Sessions of a school year, about: what a pupil has of rows. */
const SESSIONS = 380

export const largestFile = (policy: Policy, until: string): SampleFiles => {
  const sample = makeSample({ policy, date: until, from: FROM, pupils: Math.ceil((MOST_FILE_ROWS / SESSIONS) * 1.02) })
  const [header = '', ...all] = sample.marks.split('\r\n').filter((line) => line !== '')
  const rows = all.slice(-MOST_FILE_ROWS)
  const spare = MOST_FILE_BYTES - header.length - rows.reduce((sum, row) => sum + row.length + 2, 2)
  const padding = 'x'.repeat(Math.max(0, Math.floor(spare / rows.length)))
  const commented = rows.map((row) => `${row}${row.endsWith(',') ? padding : ''}`)
  return { ...sample, marks: `${[header, ...commented].join('\r\n')}\r\n` }
}
