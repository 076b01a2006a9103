import { beforeEach, describe, expect, test } from 'vitest'
import { type ImportingSchool, importingSchool, NOW, pupilRow, ROLL } from '../../test/support/importing-school.ts'
import { act, DATE, SCHOOL } from '../../test/support/stored-examples.ts'

let school: ImportingSchool
let send: ImportingSchool['send']
beforeEach(async () => {
  school = await importingSchool()
  ;({ send } = school)
})
const shown = (importId: string) =>
  [...school.kept]
    .filter(([path]) => path.startsWith(`differences/${SCHOOL}/${importId}/`))
    .flatMap(([, text]) => JSON.parse(text))
const roster = async () => (await school.stores.roll.roster(SCHOOL, '3b')).map(({ pupilId }) => pupilId)

describe('a roll that is to be shown first', () => {
  beforeEach(() => send('roll', [ROLL, pupilRow('P1'), pupilRow('P2'), pupilRow('P3')]))
  const NEXT = [`${ROLL},preferredName`, `${pupilRow('P1')},Amy`, `${pupilRow('P2')},`, `${pupilRow('P4')},`]

  test('waits with what it adds, changes and takes away, and changes nothing', async () => {
    const report = await send('roll', NEXT, { preview: true })
    expect(report).toMatchObject({
      state: 'held',
      differences: { counts: { added: 1, changed: 1, removed: 1, kept: 0, unchanged: 1 } },
      problems: [{ what: '1 would be added, 1 changed and 1 removed; 0 would not stand.' }],
    })
    expect(shown(report.id)).toEqual([
      expect.objectContaining({ kind: 'added', of: 'P4' }),
      { kind: 'changed', of: 'P1', fields: { preferredName: { now: 'Amy' } } },
      expect.objectContaining({ kind: 'removed', of: 'P3' }),
    ])
    expect(await roster()).toEqual(['P1', 'P2', 'P3'])
  })

  test('does just that when it is confirmed', async () => {
    const { id } = await send('roll', NEXT, { preview: true })
    const report = await send('roll', NEXT, { importId: id, confirmedBy: 's-lead' })
    expect(report).toMatchObject({
      state: 'live',
      confirmedBy: 's-lead',
      differences: { counts: { added: 1, removed: 1 } },
    })
    expect(await roster()).toEqual(['P1', 'P2', 'P4'])
  })

  test('is not applied when the roll has moved meanwhile: it waits again with the differences of now', async () => {
    const { id } = await send('roll', NEXT, { preview: true })
    await send('roll', [ROLL, pupilRow('P1'), pupilRow('P2')])
    const again = await send('roll', NEXT, { importId: id, confirmedBy: 's-lead' })
    expect(again).toMatchObject({
      state: 'held',
      differences: { counts: { removed: 0 } },
      problems: [{ what: expect.stringContaining('nothing was applied') }],
    })
    expect(await roster()).toEqual(['P1', 'P2'])
    expect(await send('roll', NEXT, { importId: id, confirmedBy: 's-lead' })).toMatchObject({ state: 'live' })
    expect(await roster()).toEqual(['P1', 'P2', 'P4'])
  })

  test('waits for nobody when it says what is live already', async () => {
    const same = [ROLL, pupilRow('P1'), pupilRow('P2'), pupilRow('P3')]
    expect(await send('roll', same, { preview: true })).toMatchObject({
      state: 'live',
      differences: { counts: { added: 0, changed: 0, removed: 0, unchanged: 3 } },
    })
  })
})

test('the same roll, staff, agencies and dates again change nothing, say so, and stage nothing', async () => {
  const files = {
    roll: [ROLL, pupilRow('P1')],
    staff: ['staffId,name,role', 't1,A Teacher,teacher'],
    agencies: ['pupilId,kind,name', 'P1,social-worker,Sam Example'],
    calendar: ['date,kind', '2026-02-16,holiday'],
  } as const
  const kinds = ['roll', 'staff', 'agencies', 'calendar'] as const
  for (const file of kinds) {
    const report = await send(file, files[file])
    expect(report.differences?.counts).toMatchObject({ added: 1, unchanged: 0 })
  }
  const { generations } = await school.stores.roll.live(SCHOOL)
  for (const file of kinds) {
    const report = await send(file, files[file])
    expect(report).toMatchObject({ state: 'live', differences: { counts: { added: 0, changed: 0, unchanged: 1 } } })
  }
  expect((await school.stores.roll.live(SCHOOL)).generations).toEqual(generations)
})

test('where somebody lives who must not be found is not shown, only that it changes', async () => {
  await send('roll', [ROLL, pupilRow('P1')])
  const HEADER = 'pupilId,contactId,priority,name,relationship,address1,addressConfidential'
  await send('contacts', [HEADER, 'P1,c1,1,Robin Example,mother,1 Secret Lane,Y'])
  const report = await send('contacts', [HEADER, 'P1,c1,2,Robin Example,mother,2 Hidden Row,Y'], { preview: true })
  expect(shown(report.id)).toEqual([
    {
      kind: 'changed',
      of: 'P1 c1',
      fields: { priority: { was: '1', now: '2' }, address: { was: '(confidential)', now: '(confidential)' } },
    },
  ])
})

describe('marks', () => {
  const HEADER = 'date,session,class,pupilId,code,minutesLate'
  const mark = (id: string, code: string, late = '') => `${DATE},AM,3B,${id},${code},${late}`
  beforeEach(async () => {
    await send('roll', [ROLL, pupilRow('P1'), pupilRow('P2'), pupilRow('P3'), pupilRow('P4')])
    await send('marks', [HEADER, mark('P1', '/'), mark('P2', 'N'), mark('P3', '/')])
  })
  const NEXT = [HEADER, mark('P1', '/'), mark('P2', 'L', '9'), mark('P3', 'I'), mark('P4', 'N')]
  const codes = async () =>
    Object.entries((await school.stores.register(SCHOOL, DATE, 'AM', '3b'))?.marks ?? {})
      .map(([key, { code }]) => `${key} ${code}`)
      .toSorted()

  test('are shown with old and new, line by line, and go live as shown', async () => {
    const { id, differences } = await send('marks', NEXT, { preview: true, asOf: NOW })
    expect(differences?.counts).toEqual({ added: 1, changed: 2, removed: 0, kept: 0, unchanged: 1 })
    expect(shown(id)).toEqual([
      { kind: 'added', of: `P4 ${DATE} AM`, line: 5, fields: { code: { now: 'N' } } },
      { kind: 'changed', of: `P2 ${DATE} AM`, line: 3, fields: { code: { was: 'N', now: 'L 9' } } },
      { kind: 'changed', of: `P3 ${DATE} AM`, line: 4, fields: { code: { was: '/', now: 'I' } } },
    ])
    expect(await codes()).toEqual(['P1 /', 'P2 N', 'P3 /'])
    const report = await send('marks', NEXT, { importId: id, confirmedBy: 's-office', asOf: NOW })
    expect(report).toMatchObject({ state: 'live', differences: { counts: { added: 1, changed: 2, unchanged: 1 } } })
    expect(await codes()).toEqual(['P1 /', 'P2 L', 'P3 I', 'P4 N'])
  })

  test('of an older file do not undo newer ones: each such row is listed as kept, with why', async () => {
    const older = { asOf: `${DATE}T08:59:00Z` }
    const preview = await send('marks', NEXT, { ...older, preview: true })
    expect(preview.differences?.counts).toEqual({ added: 1, changed: 0, removed: 0, kept: 2, unchanged: 1 })
    expect(shown(preview.id)).toContainEqual({
      kind: 'kept',
      of: `P3 ${DATE} AM`,
      line: 4,
      fields: { code: { was: '/', now: 'I' } },
      because: 'What stands is newer than the file.',
    })
    const report = await send('marks', NEXT, older)
    expect(report.differences?.counts).toMatchObject({ kept: 2 })
    expect(report.problems).toEqual([
      { line: 3, column: 'code', what: 'does not stand.', remedy: 'What stands is newer than the file.' },
      { line: 4, column: 'code', what: 'does not stand.', remedy: 'What stands is newer than the file.' },
    ])
    expect(await codes()).toEqual(['P1 /', 'P2 N', 'P3 /', 'P4 N'])
  })

  test('are not applied when a register has moved since they were shown', async () => {
    const { id } = await send('marks', NEXT, { preview: true, asOf: NOW })
    await send('marks', [HEADER, mark('P3', 'M')], { asOf: NOW })
    const again = await send('marks', NEXT, { importId: id, confirmedBy: 's-office', asOf: NOW })
    expect(again).toMatchObject({ state: 'held' })
    expect(await codes()).toEqual(['P1 /', 'P2 N', 'P3 M'])
  })

  test('of a file that came before say that nothing changes', async () => {
    const report = await send('marks', [HEADER, mark('P1', '/'), mark('P2', 'N'), mark('P3', '/')], { asOf: NOW })
    expect(report).toMatchObject({ state: 'live', differences: { counts: { added: 0, changed: 0, unchanged: 3 } } })
  })

  test('that the office knows better are kept whatever the age of the file', async () => {
    const register = await school.stores.register(SCHOOL, DATE, 'AM', '3b')
    if (!register) throw new Error('The register was taken above')
    const marks = { ...register.marks, P2: { code: 'M', source: 'office' } as const }
    await school.stores.saveRegister(
      SCHOOL,
      { ...register, version: register.version + 1, marks },
      register.version,
      act('amended'),
    )
    const report = await send('marks', [HEADER, mark('P2', 'N')], { asOf: NOW })
    expect(report.problems).toEqual([
      expect.objectContaining({ line: 2, remedy: expect.stringContaining('knows better') }),
    ])
  })
})
