import { describe, expect, test } from 'vitest'
import { CSV_FILES } from '../../events/import-requested.v1.ts'
import { fileText } from '../../functions/reports/use-cases/export-file.ts'
import { type ImportingSchool, importingSchool } from '../support/importing-school.ts'
import { openApiSchool } from '../support/school-api.ts'
import { DATE, SCHOOL } from '../support/stored-examples.ts'

const SPAN = { from: '2025-09-01', until: DATE }
const FILES = {
  roll: [
    'pupilId,upn,forename,surname,preferredName,dateOfBirth,yearGroup,class,admitted,left,fsm,lookedAfter,alert,senStatus',
    '000123456,V891201926017,Amelia,Example,Amy,2017-05-04,Year 3,3B Oak,02/09/2021,,Y,,Ring first,K',
    'P2,,Bilal,"Birch, the younger",,2017-06-05,3,Year 3 / Beech,2021-09-02,,,Y,,',
    'P3,,Cerys,=Castell,,2017-07-06,3,3B Oak,2021-09-02,2026-01-09,N,,Y,',
  ],
  calendar: ['date,kind,note', '16/02/2026,holiday,Half term'],
  contacts: [
    'pupilId,priority,name,relationship,mobile,landline,livesWith,address1,postcode,textsAllowed,courtRestriction,courtUntil',
    '000123456,1,Robin Example,mother,07700 900101,,Y,"1, Mill Lane",ZZ9 9ZZ,,,',
    'P2,1,Sam Birch,father,07700900102,0207 946 0000,Y,2 Mill Lane,ZZ9 9ZZ,N,Y,2026-12-31',
  ],
  staff: ['staffId,name,role,mobile,classes', 't1,A Teacher,teacher,07700900801,3B Oak; Year 3 / Beech'],
  agencies: ['pupilId,kind,name,phone', 'P2,social-worker,Kim Example,07700900901'],
  marks: [
    'date,session,class,pupilId,code,minutesLate,comment',
    '2026-01-08,AM,3B Oak,000123456,/,,',
    '2026-01-08,AM,3B Oak,P3,I,,"Sick, again"',
    '2026-01-08,PM,3B Oak,000123456,L,7,',
    '08/01/2026,AM,Year 3 / Beech,P2,B,,Forest school',
  ],
} as const
const ORDER = ['roll', 'calendar', 'contacts', 'staff', 'agencies', 'marks'] as const

const filesOf = async ({ stores }: ImportingSchool): Promise<Readonly<Record<(typeof CSV_FILES)[number], string>>> => {
  const texts = await Promise.all(
    CSV_FILES.map(async (file) => [file, await fileText(stores, SCHOOL, file, SPAN)] as const),
  )
  return Object.fromEntries(texts) as Record<(typeof CSV_FILES)[number], string>
}

test('a school written to files, taken in by another academy and written again has the same bytes', async () => {
  const one = await importingSchool()
  for (const file of ORDER) expect(await one.send(file, FILES[file])).toMatchObject({ state: 'live' })
  const files = await filesOf(one)
  expect(files.roll).toContain('000123456,V891201926017,Amelia')
  expect(files.marks.split('\r\n')).toHaveLength(6)
  const other = await importingSchool()
  for (const file of ORDER) expect(await other.send(file, [files[file]])).toMatchObject({ state: 'live' })
  expect(await filesOf(other)).toEqual(files)
  for (const file of ORDER) {
    const report = await one.send(file, [files[file]])
    expect(report.differences?.counts).toMatchObject({ added: 0, changed: 0, removed: 0, kept: 0 })
  }
  expect(await filesOf(one)).toEqual(files)
})

describe('a file of the school', () => {
  test('is fetched by the lead by a link, and it is written down who took it', async () => {
    const { ask, acts, world } = await openApiSchool()
    const taken = await ask('lead', 'GET', 'files/contacts')
    expect(taken.status).toBe(303)
    expect(taken.headers.location).toMatch(/^https:\/\/files\.example\/reports\/files\/springbank\/contacts\//)
    expect([...world.kept.values()].at(-1)).toContain('+447700900101')
    expect(acts.at(-1)).toMatchObject({ kind: 'file-exported', by: 's-lead', detail: { file: 'contacts' } })
  })

  test.each([
    ['office', 'files/contacts', 403],
    ['teacher', 'files/roll', 403],
    ['lead', 'files/diary', 422],
    ['lead', 'files/marks?from=2020-01-01', 422],
    ['lead', 'files/marks?from=yesterday', 422],
  ])('asked for by %s: %s is answered %i', async (role, address, status) => {
    const { ask } = await openApiSchool()
    expect((await ask(role, 'GET', address)).status).toBe(status)
  })
})
