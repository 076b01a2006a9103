import { describe, expect, test } from 'vitest'
import { P1, TODAY, utf8 } from '../../test/support/imported-file.ts'
import { FILES } from './files.ts'

const marks = (text: string) =>
  FILES.marks(utf8(text), { today: TODAY, pupils: new Map([['P1', P1]]), isOpen: () => true })
const roll = (text: string) => FILES.roll(utf8(text), { today: TODAY, previousKeys: {}, generation: 1 })

describe('exports of other systems', () => {
  test('Bromcom’s statutory ExportMark goes before the school’s own display mark', () => {
    const file = marks('Date,Session,Tutor Group,Person ID,Mark,ExportMark\n12/01/2026,AM,3B,P1,9,I')
    expect(file.problems).toEqual([])
    expect(file.rows[0]?.mark.code).toBe('I')
  })

  test('a roll with SIMS’s column names is read', () => {
    const file = roll(
      'Admission Number,Legal Forename,Legal Surname,DOB,Year,Reg Group,DOA,DOL\n000123,Amelia,Example,04/05/2017,Year  3,3B,02/09/2021,',
    )
    expect(file.problems).toEqual([])
    expect(file.rows[0]).toMatchObject({ pupilId: '000123', yearGroup: '3', classId: '3b', admitted: '2021-09-02' })
  })

  test('a column of our own name always wins', () => {
    const file = marks('date,session,class,pupilId,code,mark\n2026-01-12,AM,3B,P1,M,/')
    expect(file.rows[0]?.mark.code).toBe('M')
  })
})

describe('a header row', () => {
  test('with one of our columns twice is refused, with a strange one twice it is not', () => {
    expect(
      marks('date,session,class,pupilId,code,Pupil ID,colour,colour\n2026-01-12,AM,3B,P1,/,P1,,').problems,
    ).toEqual([expect.objectContaining({ line: 1, column: 'pupilId' })])
  })

  test('that misses columns is reported at line 1, once a column', () => {
    expect(marks('date,session\n2026-01-12,AM').problems.map(({ line, column }) => [line, column])).toEqual([
      [1, 'class'],
      [1, 'pupilId'],
      [1, 'code'],
    ])
  })

  test('alone is a failed export of a roll, contacts or marks', () => {
    const contacts = FILES.contacts(utf8('pupilId,priority,name,relationship\n'), {
      keys: new Map(),
      previousIds: {},
      generation: 1,
    })
    expect(contacts.problems).toHaveLength(1)
    expect(marks('date,session,class,pupilId,code').problems).toHaveLength(1)
  })
})
