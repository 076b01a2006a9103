import { describe, expect, test } from 'vitest'
import { utf8 } from '../../test/support/imported-file.ts'
import { FILES } from './files.ts'

const staff = (text: string, classes?: readonly string[]) =>
  FILES.staff(utf8(`staffId,name,role,classes,from,until,coversFor\n${text}`), classes ? { classes } : {})
const CONTACTS = 'contactId,pupilId,priority,name,relationship,mobile'
const contacts = (...rows: readonly string[]) =>
  FILES.contacts(utf8([CONTACTS, ...rows].join('\n')), {
    keys: new Map([['P1', 'P1']]),
    previousIds: { '+447700900101 marlowe': 'c1-7' },
    generation: 2,
  })

describe('staff', () => {
  test('classes are separated by spaces where the roll has those classes, and kept whole where it has the whole', () => {
    const file = staff('t1,A B,teacher,3A 3B,,,\nt2,C D,teacher,Year 3 Beech,,,', ['3a', '3b', 'year-3-beech'])
    expect(file.rows.map(({ classes }) => classes)).toEqual([['3a', '3b'], ['year-3-beech']])
    expect(file.warnings).toEqual([])
  })

  test('a class that is not on the roll is a warning and refuses nothing', () => {
    const file = staff('t1,A B,teacher,9Z,,,', ['3a'])
    expect([file.problems.length, file.warnings.map(({ line, column }) => [line, column])]).toEqual([
      0,
      [[2, 'classes']],
    ])
  })

  test('cover for nobody, or that ends before it begins, is refused', () => {
    const file = staff('t1,A B,lead,,2026-02-01,2026-01-01,\nt2,C D,lead,,,,t9')
    expect(file.problems.map(({ line, column }) => [line, column])).toEqual([
      [2, 'until'],
      [3, 'coversFor'],
    ])
  })
})

describe('contacts', () => {
  test('a person of an earlier import keeps their id', () => {
    expect(contacts(',P1,1,Robin Marlowe,mother,07700 900101').rows[0]?.contact.contactId).toBe('c1-7')
  })

  test('an id that another person holds in the same file is refused, never merged', () => {
    const file = contacts(',P1,1,Robin Marlowe,mother,07700 900101', 'c1-7,P1,2,Ash Quill,father,07700 900102')
    expect(file.problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'contactId'],
      [3, 'contactId'],
    ])
  })

  test('one person twice for a pupil is refused at the cell that says so', () => {
    const file = contacts(',P1,1,Robin Marlowe,mother,07700900101', ',P1,2,R Marlowe,carer,07700900101')
    expect(file.problems.map(({ line, column }) => [line, column])).toEqual([[3, 'mobile']])
  })

  test.each(['7700900123', '447700900123', '+44 (0)7700 900123', '07700-900-123'])('%s is one mobile', (typed) => {
    expect(contacts(`,P1,1,Robin Marlowe,mother,${typed}`).rows[0]?.contact.mobile).toBe('+447700900123')
  })

  test('a number that a spreadsheet has rounded is refused and not repeated', () => {
    const { problems } = contacts(',P1,1,Robin Marlowe,mother,4.47701E+11')
    expect(problems).toEqual([
      expect.objectContaining({ line: 2, column: 'mobile', what: 'is not a telephone number.' }),
    ])
  })
})
