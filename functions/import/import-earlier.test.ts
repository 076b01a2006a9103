import { beforeEach, describe, expect, test } from 'vitest'
import { type ImportingSchool, importingSchool, NOW } from '../../test/support/importing-school.ts'
import { DATE, SCHOOL } from '../../test/support/stored-examples.ts'

const UPN = 'V891201926017'
const ROLL = [
  'pupilId,upn,forename,surname,dateOfBirth,yearGroup,class,admitted',
  `P1,${UPN},Amelia,Example,2017-05-04,3,3B,2025-09-02`,
  'P2,,Bilal,Birch,2017-06-05,3,3B,2025-09-02',
]
const pupil = (upn: string, more: { surname?: string; born?: string; attended?: number } = {}) => {
  const { surname = 'Example', born = '2017-05-04', attended = 300 } = more
  return `<Pupil><UPN>${upn}</UPN><Surname>${surname}</Surname><Forename>Amelia</Forename><DOB>${born}</DOB><Attendance><YearData>
<Year>2025</Year><LEA>891</LEA><Estab>9990</Estab><SchoolName>Old Mill Infant School</SchoolName>
<SessionsPossible>${attended + 20}</SessionsPossible><SessionsAuthorised>15</SessionsAuthorised><SessionsAttended>${attended}</SessionsAttended><SessionsUnauthorised>5</SessionsUnauthorised>
<AttendSessions><AttendanceStartDate>2024-09-04</AttendanceStartDate><AttendanceMarks>/,\\,Y1</AttendanceMarks></AttendSessions>
</YearData></Attendance></Pupil>`
}
const ctf = (...pupils: readonly string[]) => [
  `<CTfile><Header><CTFversion>24.0</CTFversion></Header><CTFpupilData>${pupils.join('\n')}</CTFpupilData></CTfile>`,
]

let school: ImportingSchool
beforeEach(async () => {
  school = await importingSchool()
  await school.send('roll', ROLL)
})
const years = () => school.stores.earlierYears(SCHOOL, 'P1')

describe('a CTF of a feeder school', () => {
  test('is kept beside the pupil whose UPN, date of birth and surname it gives', async () => {
    expect(await school.send('ctf', ctf(pupil(UPN)))).toMatchObject({
      state: 'live',
      differences: { counts: { added: 1 } },
    })
    expect(await years()).toMatchObject([
      { year: '2025', possible: 320, attended: 300, school: 'Old Mill Infant School' },
    ])
  })

  test('again changes nothing; a newer one replaces what an older one said, never the other way', async () => {
    await school.send('ctf', ctf(pupil(UPN)), { asOf: `${DATE}T09:00:00Z` })
    const again = await school.send('ctf', ctf(pupil(UPN)), { asOf: `${DATE}T09:30:00Z` })
    expect(again.differences?.counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
    await school.send('ctf', ctf(pupil(UPN, { attended: 310 })), { asOf: `${DATE}T10:00:00Z` })
    const older = await school.send('ctf', ctf(pupil(UPN, { attended: 299 })), { asOf: `${DATE}T08:00:00Z` })
    expect(older.differences?.counts).toMatchObject({ kept: 1, changed: 0 })
    expect(await years()).toMatchObject([{ attended: 310 }])
  })

  test('never stands beside another child: who does not fit is named by line and left out', async () => {
    const file = ctf(
      pupil(UPN),
      pupil('A801200005001'),
      pupil(UPN, { born: '2017-05-05' }),
      pupil(UPN, { surname: 'Else' }),
    )
    const report = await school.send('ctf', file)
    expect(report).toMatchObject({ state: 'live', differences: { counts: { added: 1 } } })
    expect(report.problems.map(({ column }) => column)).toEqual(['UPN', 'DOB', 'Surname'])
    expect(JSON.stringify(report)).not.toContain('Amelia')
  })

  test('of nobody on the roll is refused', async () => {
    expect(await school.send('ctf', ctf(pupil('A801200005001')))).toMatchObject({ state: 'refused' })
    expect(await school.send('ctf', ctf())).toMatchObject({ state: 'refused' })
  })

  test('can be seen before it is applied', async () => {
    const { id, ...report } = await school.send('ctf', ctf(pupil(UPN)), { preview: true, asOf: NOW })
    expect(report).toMatchObject({ state: 'held', differences: { counts: { added: 1 } } })
    expect(await years()).toEqual([])
    await school.send('ctf', ctf(pupil(UPN)), { importId: id, confirmedBy: 's-office', asOf: NOW })
    expect(await years()).toHaveLength(1)
  })
})
