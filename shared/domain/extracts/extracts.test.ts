import { describe, expect, test } from 'vitest'
import { aContact, aPupil } from '../../../test/builders.ts'
import type { Code, Session } from '../codes.ts'
import type { CountedMark } from '../counting/tally.ts'
import type { AuthorityReturn } from '../returns/authority-return.ts'
import { extractText } from './bytes.ts'
import { COLUMNS, type ColumnName, mayHave, RECIPIENT_KINDS } from './columns.ts'
import { differencesBetween, differencesText } from './differences.ts'
import { type ExtractFacts, type ExtractKind, rowsInOrder } from './extract.ts'
import { EXTRACTS, extractKind } from './registry.ts'

const mark = (date: string, session: Session, code: Code): CountedMark => ({ date, session, code })
const week = (...codes: readonly Code[]): readonly CountedMark[] =>
  codes.map((code, at) => mark(`2026-01-${12 + Math.floor(at / 2)}`, at % 2 === 0 ? 'AM' : 'PM', code))

const kind = (id: string): ExtractKind => {
  const found = extractKind(id)
  if (!found) throw new Error(`There is no extract ${id}`)
  return found
}

const factsWith = (rest: Partial<ExtractFacts> = {}): ExtractFacts => ({
  academy: 'springbank',
  authority: '891',
  urn: null,
  period: { from: '2026-01-12', until: '2026-01-18' },
  pupils: {
    k01: aPupil('k01', { upn: 'A123', surname: 'Ashdown' }),
    k02: aPupil('k02', { upn: 'B123', surname: 'Birch', forename: 'Bilal' }),
  },
  leavers: {},
  marks: new Map([
    ['k02', week('/', '\\', 'I', 'I', 'O', 'N', 'L', 'U')],
    ['k01', week('/', '\\', '/', '\\')],
  ]),
  year: new Map(),
  returns: [],
  penalties: [],
  line: 90,
  minimum: 20,
  agency: null,
  pseudonym: (pupil) => `p-${pupil}`,
  ...rest,
})

const cellsOf = (id: string, facts: ExtractFacts) => rowsInOrder(kind(id), facts).map(({ cells }) => cells)

describe('every recipient', () => {
  const allowed: Readonly<Record<string, readonly ColumnName[]>> = Object.fromEntries(
    RECIPIENT_KINDS.map((recipient) => [
      recipient,
      (Object.keys(COLUMNS) as readonly ColumnName[]).filter((name) => mayHave(recipient, name)),
    ]),
  )

  test.each(EXTRACTS.map((each) => [each.id, each] as const))(
    '%s has only columns that its recipient may have',
    (_id, each) => {
      expect(each.columns.filter((name) => !mayHave(each.recipient, name))).toEqual([])
      expect(each.key.filter((name) => !each.columns.includes(name))).toEqual([])
    },
  )

  test('the Trust’s own file names no child, and says nothing by which one could be found', () => {
    for (const name of ['upn', 'surname', 'forename', 'dateOfBirth', 'address', 'livesWith', 'ethnicity'] as const)
      expect(allowed.trust).not.toContain(name)
  })
  test('addresses and adults at home are for the authority alone', () => {
    for (const name of ['address', 'livesWith', 'addressWithheld'] as const)
      expect(COLUMNS[name].mayHave).toEqual(['local-authority'])
  })
  test('what a family is, and what an agency does, goes to nobody but those with a duty towards the child', () => {
    expect(COLUMNS.socialWorker.mayHave).toEqual(['local-authority', 'virtual-school'])
    expect(COLUMNS.ethnicity.mayHave).toEqual(['dfe'])
  })
  test('each extract and each version is named once', () => {
    expect(new Set(EXTRACTS.map(({ id }) => id)).size).toBe(EXTRACTS.length)
  })
})

describe('the absence of a week', () => {
  test('has each pupil who missed a session, with the law’s counts; L is attended and U is missed', () => {
    expect(cellsOf('absence', factsWith())).toEqual([
      {
        academy: 'springbank',
        authority: '891',
        urn: null,
        upn: 'B123',
        surname: 'Birch',
        forename: 'Bilal',
        dateOfBirth: '2017-05-04',
        yearGroup: '3',
        compulsoryAge: 'Y',
        possible: 8,
        attended: 3,
        authorised: 2,
        unauthorised: 3,
        unresolved: 1,
        illness: 2,
        late: 2,
      },
    ])
  })
  test('marks before the starting day and after the last day of a pupil are in no row', () => {
    const facts = factsWith({ pupils: { k02: aPupil('k02', { admitted: '2026-01-14', left: '2026-01-14' }) } })
    expect(cellsOf('absence', facts)).toMatchObject([{ possible: 2, unauthorised: 2 }])
  })
  test('somebody who has left the roll is known from the return about them', () => {
    const left = aReturn({ kind: 'deletion', pupil: 'k02' })
    expect(cellsOf('absence', factsWith({ pupils: {}, returns: [left] }))).toMatchObject([
      { surname: 'Bilal Birch', forename: null, upn: 'B123' },
    ])
  })
})

const aReturn = (rest: Partial<AuthorityReturn> = {}): AuthorityReturn => ({
  id: 'r1',
  version: 1,
  kind: 'absence',
  pupil: 'k01',
  child: {
    pupilId: 'P002',
    name: 'Bilal Birch',
    dateOfBirth: '2017-05-04',
    upn: 'B123',
    yearGroup: '3',
    admitted: '2021-09-02',
  },
  from: '2026-01-02',
  days: 10,
  asked: '2026-01-13',
  due: '2026-01-16',
  enquiries: [],
  entries: [],
  ...rest,
})
const sentOn = (on: string): AuthorityReturn['entries'][number] => ({
  state: 'sent',
  on,
  how: 'in the extract',
  by: 's-office',
  at: `${on}T10:00:00.000Z`,
})

describe('returns', () => {
  test('a return that nobody has judged yet goes to no authority; once a person said so it does', () => {
    for (const id of ['attendance-return', 'sickness'] as const) {
      const waiting = aReturn({ kind: id === 'sickness' ? 'sickness' : 'absence' })
      expect(cellsOf(id, factsWith({ returns: [waiting] }))).toEqual([])
      expect(cellsOf(id, factsWith({ returns: [{ ...waiting, entries: [sentOn('2026-01-14')] }] }))).toMatchObject([
        { return: waiting.kind, sent: '2026-01-14', days: 10 },
      ])
    }
  })
  test('one that was sent by mistake and taken back is in none', () => {
    const undone = {
      ...sentOn('2026-01-14'),
      undone: { by: 's', at: '2026-01-14T11:00:00.000Z', because: 'came back' },
    }
    expect(cellsOf('attendance-return', factsWith({ returns: [aReturn({ entries: [undone] })] }))).toEqual([])
  })
  test('an address that is confidential, or of a house where somebody barred lives, is never in it', () => {
    const house = { address: ['1 Mill Lane', 'Eastmoor'], postcode: 'NG9 3AA' }
    const given = (contacts: Parameters<typeof aContact>[1][]) => {
      const pupil = aPupil('k01', { contacts: contacts.map((rest, at) => aContact(`c${at}`, { ...house, ...rest })) })
      const facts = factsWith({ pupils: { k01: pupil }, returns: [aReturn({ entries: [sentOn('2026-01-14')] })] })
      return cellsOf('attendance-return', facts)[0]
    }
    expect(given([{}])).toMatchObject({
      address: '1 Mill Lane, Eastmoor, NG9 3AA',
      addressWithheld: 'N',
      livesWith: 'Robin Marlowe (parent)',
    })
    expect(given([{ addressConfidential: true }])).toMatchObject({ address: null, addressWithheld: 'Y' })
    expect(given([{}, { noContact: true, name: 'Sam Marlowe' }])).toMatchObject({
      address: null,
      addressWithheld: 'Y',
      livesWith: 'Robin Marlowe (parent)',
    })
  })
  test('joiners and leavers are facts of the roll: they are in it from the day they were asked for', () => {
    const joined = aReturn({ kind: 'new-pupil', pupil: 'k02' })
    expect(cellsOf('joiners-leavers', factsWith({ returns: [joined] }))).toMatchObject([{ return: 'new-pupil' }])
  })
})

describe('the Virtual School', () => {
  const lookedAfter = (name: string) =>
    aPupil('k02', { flags: ['lookedAfter', 'socialWorker'], agencies: [{ kind: 'virtual-school', name }] })

  test('has the looked-after pupils whose Virtual School it is by name, and nobody of another authority', () => {
    const ours = factsWith({
      pupils: { k02: lookedAfter('Nottinghamshire Virtual School') },
      agency: 'Nottinghamshire virtual school',
    })
    expect(cellsOf('looked-after', ours)).toMatchObject([{ possible: 8, persistent: 'Y', socialWorker: 'Y' }])
    expect(cellsOf('looked-after', { ...ours, agency: 'Derby Virtual School' })).toEqual([])
  })
  test('a pupil who is not looked after is never in it', () => {
    const facts = factsWith({ agency: 'Nottinghamshire Virtual School' })
    expect(cellsOf('looked-after', facts)).toEqual([])
  })
})

describe('below the line', () => {
  const tally = (attended: number, possible: number) => ({
    possible,
    attended,
    authorised: possible - attended,
    unauthorised: 0,
    late: 0,
  })
  test('89 of 100 is in it, 90 of 100 is not, and 3 of 10 is too early to say', () => {
    for (const [attended, possible, rows] of [
      [89, 100, 1],
      [90, 100, 0],
      [3, 10, 0],
    ] as const)
      expect(cellsOf('below-line', factsWith({ year: new Map([['k01', tally(attended, possible)]]) }))).toHaveLength(
        rows,
      )
  })
})

describe('the Department’s file', () => {
  test('has one row a day with both codes; a register that was not taken is blank', () => {
    const facts = factsWith({
      marks: new Map([['k01', [mark('2026-01-12', 'AM', '/'), mark('2026-01-13', 'PM', 'O')]]]),
    })
    expect(cellsOf('dfe-daily', facts).map(({ date, am, pm }) => [date, am, pm])).toEqual([
      ['2026-01-12', '/', null],
      ['2026-01-13', null, 'O'],
    ])
  })
})

describe('the bytes', () => {
  const absence = kind('absence')

  test('are the same whatever order the facts come in', () => {
    const facts = factsWith({ marks: new Map([...factsWith().marks, ['k01', week('N', 'N')]]) })
    const turned = { ...facts, marks: new Map([...facts.marks].toReversed()) }
    for (const format of ['csv', 'json'] as const)
      expect(extractText(format, absence, rowsInOrder(absence, turned))).toBe(
        extractText(format, absence, rowsInOrder(absence, facts)),
      )
  })
  test('as CSV have a header, and a name that a spreadsheet would take for a formula is plain text', () => {
    const pupils = { k02: aPupil('k02', { surname: '=HYPERLINK("x")', forename: 'Bilal, the second' }) }
    const lines = extractText('csv', absence, rowsInOrder(absence, factsWith({ pupils }))).split('\r\n')
    expect(lines[0]).toBe(absence.columns.join(','))
    expect(lines[1]).toContain(`"'=HYPERLINK(""x"")","Bilal, the second"`)
  })
  test('as JSON have the columns of the extract in their order and no other', () => {
    const read = JSON.parse(extractText('json', absence, rowsInOrder(absence, factsWith())))
    expect(read).toMatchObject({ extract: 'absence', schemaVersion: 1 })
    expect(Object.keys(read.rows[0])).toEqual(absence.columns)
    expect(JSON.parse(extractText('json', absence, []))).toMatchObject({ rows: [] })
  })
})

describe('what a later extract says otherwise', () => {
  const absence = kind('absence')
  const rows = (facts: ExtractFacts) => rowsInOrder(absence, facts)

  test('is told cell by cell, with the old value and the new', () => {
    const later = factsWith({ marks: new Map([['k02', week('/', '\\', 'I', 'I', 'O', 'I', 'L', 'U')]]) })
    const found = differencesBetween(absence, rows(factsWith()), rows(later))
    expect(found.map(({ column, was, is }) => [column, was, is])).toEqual([
      ['authorised', 2, 3],
      ['unauthorised', 3, 2],
      ['unresolved', 1, 0],
      ['illness', 2, 3],
    ])
    expect(differencesText(found).split('\r\n')[1]).toContain('changed,authorised,2,3')
  })
  test('names what changed of each of two children of one name of whom no number is known', () => {
    const named = kind('trust-attendance-named')
    const twins = (ofFirst: readonly CountedMark[]) =>
      rowsInOrder(
        named,
        factsWith({
          pupils: { k01: aPupil('k01', { surname: 'Ashdown' }), k02: aPupil('k02', { surname: 'Ashdown' }) },
          marks: new Map([
            ['k01', ofFirst],
            ['k02', week('/', '\\')],
          ]),
        }),
      )
    const found = differencesBetween(named, twins(week('/', 'O')), twins(week('/', 'I')))
    expect(found.map(({ column }) => column)).toEqual(['authorised', 'unauthorised'])
  })
  test('names rows that came and went', () => {
    const none = factsWith({ marks: new Map() })
    expect(differencesBetween(absence, rows(none), rows(factsWith()))).toMatchObject([{ what: 'added' }])
    expect(differencesBetween(absence, rows(factsWith()), rows(none))).toMatchObject([{ what: 'taken-away' }])
    expect(differencesBetween(absence, rows(factsWith()), rows(factsWith()))).toEqual([])
  })
})
