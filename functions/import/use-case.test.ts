import { beforeEach, describe, expect, test } from 'vitest'
import type { Stores } from '../../shared/ports/stores.ts'
import { type ImportingSchool, importingSchool, NOW, pupilRow, ROLL } from '../../test/support/importing-school.ts'
import { DATE, SCHOOL } from '../../test/support/stored-examples.ts'
import { reportLost } from './use-case.ts'

let stores: Stores
let send: ImportingSchool['send']
let logged: ImportingSchool['logged']

beforeEach(async () => {
  ;({ stores, send, logged } = await importingSchool())
})

describe('a roll', () => {
  test('with one bad row changes nothing, and every bad row is reported without what it said', async () => {
    await send('roll', [ROLL, pupilRow('P1')])
    const report = await send('roll', [ROLL, pupilRow('P2'), 'P3,Secret,Name,soon,3,3B,2021-09-02', pupilRow('P2')])
    expect(report).toMatchObject({ state: 'refused', rows: 3, done: 0 })
    expect(report.problems.map(({ line, column }) => [line, column])).toEqual([
      [3, 'dateOfBirth'],
      [4, 'pupilId'],
    ])
    expect((await stores.roll.roster(SCHOOL, '3b')).map(({ pupilId }) => pupilId)).toEqual(['P1'])
    await expect(stores.importReport(SCHOOL, report.id)).resolves.toEqual(report)
    expect(JSON.stringify([report, logged])).not.toMatch(/Secret|soon|Amelia/)
  })

  test('imported twice is the same roll, and long ids keep their keys', async () => {
    const lines = [ROLL, pupilRow('a-long-pupil-id'), pupilRow('another-long-id', '4C')]
    await send('roll', lines)
    const keys = () => Promise.all(['a-long-pupil-id', 'another-long-id'].map((id) => stores.roll.keyOf(SCHOOL, id)))
    const first = await keys()
    expect(await send('roll', lines.toSpliced(1, 0, pupilRow('a-new-pupil-id')))).toMatchObject({
      state: 'live',
      done: 3,
    })
    expect(await keys()).toEqual(first)
    expect(first).not.toContain(await stores.roll.keyOf(SCHOOL, 'a-new-pupil-id'))
  })

  test('gives a pupil who was left out of one file the key they had, and nobody else', async () => {
    const [away, stays, comes] = ['a-long-pupil-id', 'another-long-id', 'a-new-pupil-id'].map((id) => pupilRow(id))
    await send('roll', [ROLL, away ?? '', stays ?? ''])
    const key = await stores.roll.keyOf(SCHOOL, 'a-long-pupil-id')
    await send('roll', [ROLL, stays ?? '', comes ?? ''])
    await send('roll', [ROLL, comes ?? '', stays ?? ''])
    await send('roll', [ROLL, away ?? '', comes ?? '', stays ?? ''])
    expect(await stores.roll.keyOf(SCHOOL, 'a-long-pupil-id')).toBe(key)
    expect(new Set((await stores.roll.roster(SCHOOL, '3b')).map((entry) => entry.key)).size).toBe(3)
  })

  test('keeps the key of a pupil whose whole class is still to start', async () => {
    const lines = [ROLL, 'a-long-pupil-id,Amelia,Example,2017-05-04,3,9Z,2026-02-02']
    await send('roll', lines)
    const key = await stores.roll.keyOf(SCHOOL, 'a-long-pupil-id')
    await send('roll', lines)
    expect(await stores.roll.keyOf(SCHOOL, 'a-long-pupil-id')).toBe(key)
    expect((await stores.roll.live(SCHOOL)).classes).toEqual([{ id: '9z', name: '9Z', yearGroup: '3', pupils: 0 }])
  })

  test('that dies before it goes live leaves the old roll, and trying again brings the new one', async () => {
    await send('roll', [ROLL, pupilRow('P1')])
    const dying: Stores = {
      ...stores,
      roll: { ...stores.roll, goLive: () => Promise.reject(new Error('the function was stopped')) },
    }
    const dead = { importId: 'the-same' }
    await expect(send('roll', [ROLL, pupilRow('P2'), pupilRow('P3')], { ...dead, over: dying })).rejects.toThrow(
      'stopped',
    )
    const ids = async () => (await stores.roll.roster(SCHOOL, '3b')).map(({ pupilId }) => pupilId)
    expect(await ids()).toEqual(['P1'])
    expect(await send('roll', [ROLL, pupilRow('P9')])).toMatchObject({ state: 'failed' })
    await send('roll', [ROLL, pupilRow('P2')], dead)
    expect(await ids()).toEqual(['P2'])
  })

  test('is live even where what went out of use cannot be taken away', async () => {
    const stubborn: Stores = {
      ...stores,
      roll: { ...stores.roll, clearOld: () => Promise.reject(new Error('the table does not answer')) },
    }
    expect(await send('roll', [ROLL, pupilRow('P1')], { over: stubborn })).toMatchObject({ state: 'live' })
    expect(logged).toContainEqual(['OLD_FILES_LEFT', { academy: SCHOOL, file: 'roll' }])
  })

  test('overtaken by another import fails, and says to import again', async () => {
    const overtaken: Stores = { ...stores, roll: { ...stores.roll, goLive: async () => 'stale' } }
    const report = await send('roll', [ROLL, pupilRow('P1')], { over: overtaken })
    expect(report).toMatchObject({ state: 'failed', done: 0 })
    expect(report.problems[0]?.remedy).toContain('Import the file again')
  })
})

describe('a file that loses much of the school', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => pupilRow(`P${index + 1}`))
  beforeEach(() => send('roll', [ROLL, ...rows(50)]))
  const onRoll = async () => (await stores.roll.roster(SCHOOL, '3b')).length

  test('as an ordinary leaver does, goes live', async () => {
    expect(await send('roll', [ROLL, ...rows(41)])).toMatchObject({ state: 'live' })
  })

  test('by more than a fifth of the roll, waits for a person and changes nothing', async () => {
    const report = await send('roll', [ROLL, ...rows(39)])
    expect(report).toMatchObject({ state: 'held', rows: 39, done: 0 })
    expect(report.problems).toMatchObject([
      { line: 0, what: expect.stringContaining('11 of 50 pupils'), remedy: expect.stringContaining('/confirm') },
    ])
    expect(await onRoll()).toBe(50)
    expect(logged).toContainEqual(['IMPORT_HELD', { academy: SCHOOL, file: 'roll', lost: 11, had: 50 }])
  })

  test('by leaving days that have passed, waits as well', async () => {
    const gone = rows(50).map((row, index) => `${row},${index < 20 ? '2026-01-09' : ''}`)
    expect(await send('roll', [`${ROLL},left`, ...gone])).toMatchObject({ state: 'held' })
  })

  test('and is confirmed, goes live, and the report says by whom', async () => {
    const { id } = await send('roll', [ROLL, ...rows(20)])
    const report = await send('roll', [ROLL, ...rows(20)], { importId: id, confirmedBy: 's-lead' })
    expect(report).toMatchObject({ state: 'live', done: 20, confirmedBy: 's-lead' })
    expect(await onRoll()).toBe(20)
  })

  test('is not held in a school of a handful', async () => {
    await send('roll', [ROLL, ...rows(41)])
    await send('roll', [ROLL, ...rows(33)])
    await send('roll', [ROLL, ...rows(27)])
    await send('roll', [ROLL, ...rows(22)])
    await send('roll', [ROLL, ...rows(18)])
    await send('roll', [ROLL, ...rows(15)])
    expect(await send('roll', [ROLL, ...rows(6)])).toMatchObject({ state: 'live' })
  })

  test('of contacts waits when many pupils would be left without any', async () => {
    const contact = (count: number) =>
      Array.from({ length: count }, (_, index) => `P${index + 1},1,Robin Example,mother,077009001${10 + index}`)
    const HEADER = 'pupilId,priority,name,relationship,mobile'
    expect(await send('contacts', [HEADER, ...contact(50)])).toMatchObject({ state: 'live' })
    expect(await send('contacts', [HEADER, ...contact(30)])).toMatchObject({
      state: 'held',
      problems: [{ what: expect.stringContaining('20 of 50 pupils') }],
    })
    expect(await send('contacts', [HEADER, ...contact(45)])).toMatchObject({ state: 'live' })
  })
})

describe('the other files', () => {
  test('contacts keep their ids from import to import, and the same mobile under two surnames is reported', async () => {
    await send('roll', [ROLL, pupilRow('P1'), pupilRow('P2')])
    const lines = [
      'pupilId,priority,name,relationship,mobile',
      'P1,1,Robin Example,mother,07700 900101',
      'P2,1,Robin Example,mother,07700 900101',
      'P2,2,Ash Quill,father,07700 900101',
    ]
    const first = await send('contacts', lines)
    expect(first).toMatchObject({ state: 'live', rows: 3, problems: [{ line: 4, column: 'mobile' }] })
    const found = await stores.roll.contactsOfNumber(SCHOOL, '+447700900101', DATE)
    await send(
      'contacts',
      lines.toReversed().toSorted((one) => (one.startsWith('pupilId') ? -1 : 1)),
    )
    const again = await stores.roll.contactsOfNumber(SCHOOL, '+447700900101', DATE)
    const byId = (one: { contactId: string }, other: { contactId: string }) =>
      one.contactId.localeCompare(other.contactId)
    expect(found).toHaveLength(2)
    expect(again.toSorted(byId)).toEqual(found.toSorted(byId))
  })

  test('contacts and agencies of a child who is not on the roll are refused', async () => {
    await send('roll', [ROLL, pupilRow('P1')])
    const contacts = await send('contacts', ['pupilId,priority,name,relationship', 'P9,1,Robin Example,mother'])
    const agencies = await send('agencies', ['pupilId,kind,name', 'P9,early-help,Sam Example'])
    for (const report of [contacts, agencies])
      expect(report).toMatchObject({ state: 'refused', problems: [{ line: 2, column: 'pupilId' }] })
  })

  test('staff and dates go live', async () => {
    await send('staff', ['staffId,name,role,classes', 'S1,Jo Example,lead,3B'])
    await send('calendar', ['date,kind,note', '09/01/2026,inset,training'])
    await expect(stores.roll.staff(SCHOOL)).resolves.toMatchObject([{ staffId: 'S1', classes: ['3b'] }])
    await expect(stores.roll.listedDates(SCHOOL)).resolves.toEqual({
      '2026-01-09': { kind: 'inset', note: 'training' },
    })
  })

  test('a day taken for school that a calendar closes afterwards is pointed out, for its marks are kept', async () => {
    await send('roll', [ROLL, pupilRow('P001')])
    await send('marks', ['date,session,class,pupilId,code', '2026-01-09,AM,3B,P001,/', '2026-01-09,PM,3B,P001,\\'])
    const report = await send('calendar', ['date,kind', '2025-12-25,holiday', '2026-01-09,inset', '2026-02-20,inset'])
    expect(report).toMatchObject({
      state: 'live',
      problems: [{ column: 'date', what: expect.stringMatching(/2026-01-09/) }],
    })
    const asked = async () => (await stores.open(SCHOOL)).tasks.filter(({ kind }) => kind === 'closed-day')
    expect((await asked()).map(({ date, why }) => [date, /2 registers/.test(why)])).toEqual([['2026-01-09', true]])
    await send('calendar', ['date,kind', '2025-12-25,holiday', '2026-02-20,inset'])
    expect(await asked()).toEqual([])
  })

  test('a calendar without holidays goes live, and says that every weekday it leaves out is a school day', async () => {
    const report = await send('calendar', ['date,kind', '2026-01-09,inset'])
    expect(report).toMatchObject({
      state: 'live',
      problems: [{ column: 'kind', what: expect.stringMatching(/no holiday/) }],
    })
  })

  test('a report lists 500 problems and says how many there are', async () => {
    const report = await send('calendar', ['date,kind', ...Array.from({ length: 620 }, () => 'soon,school')])
    expect(report.problems).toHaveLength(501)
    expect(report.problems.at(-1)?.what).toContain('120 more problems')
  })

  test('a file that is gone from where it was put is reported as lost', async () => {
    const ports = { stores, log: { write: () => {} }, now: () => NOW }
    const request = { academy: SCHOOL, importId: 'lost', file: 'roll', path: 'imports/x', asOf: NOW } as const
    await reportLost(request, ports)
    await expect(stores.importReport(SCHOOL, 'lost')).resolves.toMatchObject({ state: 'failed' })
  })
})
