/** What the tests of files that are imported begin with. */
export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
export const TODAY = '2026-01-12'
export const P1 = {
  key: 'P1',
  pupilId: 'P1',
  admitted: '2021-09-02',
  dateOfBirth: '2017-05-04',
  yearGroup: '3',
  classId: '3b',
}
