import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { utf8 } from '../../test/support/imported-file.ts'
import type { Mapping } from '../domain/imports/mapping.ts'
import { checkMapping } from './check-mapping.ts'
import { readDateIn, readSessionHeader } from './dates.ts'
import { FILES } from './files.ts'

const TODAY = '2026-01-14'
const pupil = (id: string) => ({
  key: id,
  pupilId: id,
  admitted: '2021-09-02',
  dateOfBirth: '2017-05-04',
  yearGroup: '3',
  classId: '3b',
})
const context = {
  today: TODAY,
  pupils: new Map(['P1', 'P2'].map((id) => [id, pupil(id)])),
  isOpen: (date: string) => date !== '2026-01-10',
}
const mappingOf = (more: Partial<Mapping>): Mapping => ({
  id: 'ours',
  file: 'marks',
  source: 'Bromcom',
  columns: {},
  dates: 'iso-or-uk',
  layout: 'rows',
  values: {},
  by: 's-office',
  at: '2026-01-05T09:00:00.000Z',
  ...more,
})
const marks = (text: string, mapping: Mapping, named = true) =>
  FILES.marks({ bytes: utf8(text), kept: [mapping], ...(named ? { mapping } : {}) }, context)
const said = ({ rows }: ReturnType<typeof marks>) =>
  rows.map(({ date, session, pupil: key, mark }) => `${date} ${session} ${key} ${mark.code}`)

const LONG = mappingOf({
  columns: { 'Person No': 'pupilId', Form: 'class', Day: 'date', Half: 'session', 'Our Mark': 'code' },
  dates: 'day-first',
  values: { session: { Morning: 'AM', Afternoon: 'PM' }, code: { '7': 'I', unwell: 'I' } },
})

describe('a file read by a mapping that the school keeps', () => {
  test('has its columns, dates and values turned into ours', () => {
    const file = marks(
      'Person No,Form,Day,Half,Our Mark\nP1,3B,12-Jan-26,Morning,7\nP2,3B,12/01/26,Afternoon,Unwell',
      LONG,
    )
    expect(file.problems).toEqual([])
    expect(file.mapping).toBe('ours')
    expect(said(file)).toEqual(['2026-01-12 AM P1 I', '2026-01-12 PM P2 I'])
  })

  test('has every problem named by the column that its own people know', () => {
    const file = marks('Person No,Form,Day,Half,Our Mark\nP1,3B,2026-13-12,Morning,/\nP9,3B,12 Jan 2026,Noon,£', LONG)
    expect(file.rows).toEqual([])
    expect(file.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'Day'],
      [3, 'Half'],
      [3, 'Person No'],
    ])
    expect(file.problems[0]?.remedy).toContain('day first')
  })

  test('is read by it unasked when its columns are all there, and not when one is missing', () => {
    expect(marks('Person No,Form,Day,Half,Our Mark\nP1,3B,12 Jan 2026,Morning,/', LONG, false).mapping).toBe('ours')
    const other = marks('Person No,Form,Day,Half\nP1,3B,12 Jan 2026,Morning', LONG, false)
    expect(other.mapping).toBeUndefined()
    expect(other.problems.length).toBeGreaterThan(0)
  })

  test('names the columns that a named mapping misses', () => {
    const file = marks('Person No,Form,Day,Half\nP1,3B,12 Jan 2026,Morning', LONG)
    expect(file.problems).toContainEqual(
      expect.objectContaining({
        line: 1,
        column: 'Our Mark',
        what: expect.stringContaining('mapping ours of Bromcom'),
      }),
    )
  })

  test('takes what a person has mapped before a column that merely has our name', () => {
    const file = marks(
      'pupilId,class,date,session,code,Statutory\nP1,3B,2026-01-12,AM,9,I',
      mappingOf({ columns: { Statutory: 'code' } }),
    )
    expect(file.problems).toEqual([])
    expect(said(file)).toEqual(['2026-01-12 AM P1 I'])
  })

  test('is read by the mapping that knows most of it', () => {
    const small = mappingOf({ id: 'small', columns: { Kind: 'kind' }, file: 'calendar' })
    const large = mappingOf({
      id: 'large',
      columns: { Kind: 'kind', Day: 'date' },
      file: 'calendar',
      at: '2026-01-01T00:00:00.000Z',
    })
    const file = FILES.calendar({ bytes: utf8('Day,Kind\n2026-01-05,inset'), kept: [small, large] })
    expect(file.mapping).toBe('large')
  })
})

describe('marks that stand side by side', () => {
  const ACROSS = mappingOf({ columns: { Pupil: 'pupilId', Reg: 'class' }, layout: 'dates-across' })

  test('one column a session are read as one mark each, blanks left out', () => {
    const file = marks(
      'Pupil,Reg,Name,12/01/2026 AM,12/01/2026 PM,Mon 13 Jan 2026 (AM)\nP1,3B,Someone,/,\\,I\nP2,3B,Another,L,-,',
      ACROSS,
    )
    expect(file.problems).toEqual([])
    expect(file.count).toBe(6)
    expect(said(file)).toEqual([
      '2026-01-12 AM P1 /',
      '2026-01-12 PM P1 \\',
      '2026-01-13 AM P1 I',
      '2026-01-12 AM P2 L',
    ])
  })

  test('name the session’s own column where a mark is wrong, and a pupil who is not on the roll once', () => {
    const file = marks('Pupil,Reg,12/01/2026 AM,12/01/2026 PM\nP1,3B,/,£\nP9,3B,/,\\', ACROSS)
    expect(file.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, '12/01/2026 PM'],
      [3, 'Pupil'],
    ])
  })

  test('without one column that names a session are refused', () => {
    expect(marks('Pupil,Reg,Monday\nP1,3B,/', ACROSS).problems).toEqual([
      expect.objectContaining({ line: 1, what: expect.stringContaining('12/01/2026 AM') }),
    ])
  })

  test('one row a day with a column for AM and PM are read as two', () => {
    const mapping = mappingOf({
      columns: { Pupil: 'pupilId', Reg: 'class', Day: 'date', 'AM Mark': 'AM', 'PM Mark': 'PM' },
      layout: 'sessions-across',
    })
    const file = marks('Day,Pupil,Reg,AM Mark,PM Mark\n12/01/2026,P1,3B,/,M\n13/01/2026,P2,3B,£,\\', mapping)
    expect(said(file)).toEqual(['2026-01-12 AM P1 /', '2026-01-12 PM P1 M', '2026-01-13 PM P2 \\'])
    expect(file.problems).toEqual([expect.objectContaining({ line: 3, column: 'AM Mark' })])
  })

  test('say the same, long or wide', () => {
    const dates = ['2026-01-12', '2026-01-13'] as const
    const codes = fc.constantFrom('I', 'M', 'N', 'O', 'C', '-', '')
    return fc.assert(
      fc.property(fc.array(fc.array(codes, { minLength: 4, maxLength: 4 }), { minLength: 2, maxLength: 2 }), (grid) => {
        const places = dates.flatMap((date) => (['AM', 'PM'] as const).map((session) => ({ date, session })))
        const wide = [`Pupil,Reg,${places.map(({ date, session }) => `${date} ${session}`).join(',')}`]
        const long = ['date,session,class,pupilId,code']
        for (const [index, row] of grid.entries()) {
          wide.push(`P${index + 1},3B,${row.join(',')}`)
          for (const [at, code] of row.entries())
            long.push(`${places[at]?.date},${places[at]?.session},3B,P${index + 1},${code}`)
        }
        expect(said(marks(wide.join('\n'), ACROSS))).toEqual(said(FILES.marks(utf8(long.join('\n')), context) as never))
      }),
    )
  })
})

describe('a mapping that cannot be kept', () => {
  const check = (more: Partial<Parameters<typeof checkMapping>[0]>) =>
    checkMapping({ file: 'marks', layout: 'rows', columns: { Mark: 'code' }, values: {}, ...more })

  test.each([
    [{ columns: { Mark: 'mark' } }, 'reads no mark'],
    [{ columns: { Mark: 'code', 'Export mark': 'Code' } }, 'Two columns'],
    [{ columns: { 'Person ID': 'pupilId', personid: 'class' } }, 'other spellings'],
    [{ columns: { '%': 'code' } }, 'no letter'],
    [{ columns: { AM: 'AM' } }, 'reads no AM'],
    [{ file: 'roll', layout: 'dates-across', columns: {} } as const, 'Only marks'],
    [{ values: { code: { '7': '9' } } }, 'no national code'],
    [{ values: { colour: { red: 'blue' } } }, 'reads no colour'],
  ])('%j says why', (more, why) => {
    const checked = check(more)
    expect(checked.ok ? '' : checked.refusal.why.replace('is not a national', 'no national')).toContain(why)
  })

  test('is one of these alone: our spelling is put right, and a mark may be translated to nothing', () => {
    expect(check({ columns: { Mark: 'CODE', Pupil: 'pupil-id' }, values: { Code: { '?': '' } } })).toMatchObject({
      ok: true,
      value: { columns: { Mark: 'code', Pupil: 'pupilId' }, values: { code: { '?': '' } } },
    })
  })
})

describe('dates as systems write them', () => {
  test.each([
    ['day-first', '3/1/26', '2026-01-03'],
    ['month-first', '1/3/2026', '2026-01-03'],
    ['month-first', '13/1/2026', undefined],
    ['day-first', '2026-01-03T00:00:00', '2026-01-03'],
    ['day-first', 'Sat 3 January 2026', '2026-01-03'],
    ['day-first', '03/01/2026 00:00:00', '2026-01-03'],
    ['iso-or-uk', '03/01/26', undefined],
    ['day-first', '31/02/2026', undefined],
  ] as const)('%s: %s is %s', (order, text, date) => {
    expect(readDateIn(order, text)).toBe(date)
  })

  test.each([
    ['12/01/2026 AM', '2026-01-12 AM'],
    ['PM 2026-01-12', '2026-01-12 PM'],
    ['Mon 12 Jan 2026 - Morning', '2026-01-12 AM'],
    ['Family name', undefined],
    ['AM', undefined],
    ['12/01/2026', undefined],
  ])('the column %s is of %s', (header, session) => {
    const found = readSessionHeader('iso-or-uk', header)
    expect(found && `${found.date} ${found.session}`).toBe(session)
  })

  test('whatever a header says, it is read or it is not', () =>
    fc.assert(
      fc.property(
        fc.string({ maxLength: 40 }),
        fc.constantFrom('iso-or-uk', 'day-first', 'month-first'),
        (text, order) => {
          const found = readSessionHeader(order, `${text} AM`)
          expect(found === undefined || /^\d{4}-\d{2}-\d{2}$/.test(found.date)).toBe(true)
        },
      ),
    ))
})
