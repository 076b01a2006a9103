import { beforeEach, describe, expect, test } from 'vitest'
import type { Stores } from '../../shared/ports/stores.ts'
import { type ImportingSchool, importingSchool, NOW, pupilRow, ROLL } from '../../test/support/importing-school.ts'
import { act, DATE, SCHOOL } from '../../test/support/stored-examples.ts'

const MARKS = 'date,session,class,pupilId,code,minutesLate'

let stores: Stores
let send: ImportingSchool['send']
const register = () => stores.register(SCHOOL, DATE, 'AM', '3b')
const codes = async () =>
  Object.fromEntries(Object.entries((await register())?.marks ?? {}).map(([key, mark]) => [key, mark.code]))

beforeEach(async () => {
  ;({ stores, send } = await importingSchool())
})

describe('marks', () => {
  beforeEach(() => send('roll', [ROLL, pupilRow('P1'), pupilRow('P2'), pupilRow('P3')]))
  const mark = (id: string, code: string, late = '') => `${DATE},AM,3B,${id},${code},${late}`

  test('with one bad row change no register', async () => {
    const report = await send('marks', [MARKS, mark('P1', '/'), mark('P2', '\\')])
    expect(report).toMatchObject({ state: 'refused', problems: [{ line: 3, column: 'code', remedy: 'Use /.' }] })
    await expect(register()).resolves.toBeUndefined()
  })

  test('are a register taken: late minutes kept, a pupil without a row unmarked', async () => {
    await send('marks', [MARKS, mark('P1', '/'), mark('P2', 'L', '7')])
    await expect(register()).resolves.toMatchObject({
      submitted: true,
      asOf: `${DATE}T10:30:00.000Z`,
      marks: { P1: { code: '/', source: 'import' }, P2: { code: 'L', minutesLate: 7 } },
    })
    expect(Object.keys((await register())?.marks ?? {})).toEqual(['P1', 'P2'])
  })

  test('have the day looked at again only where a register of today has changed after it closed', async () => {
    const acts: unknown[] = []
    const watched: Stores = {
      ...stores,
      saveRegister: (academy, wanted, expected, why) => {
        acts.push([wanted.date, wanted.session, why.look ?? false, why.detail?.changes])
        return stores.saveRegister(academy, wanted, expected, why)
      },
    }
    await send('marks', [MARKS, mark('P1', '/'), '2026-01-09,AM,3B,P1,/,', `${DATE},PM,3B,P1,\\,`], { over: watched })
    await send('marks', [MARKS, mark('P1', 'N'), '2026-01-09,AM,3B,P1,/,'], { over: watched, asOf: NOW })
    expect(acts).toHaveLength(4)
    expect(acts).toEqual(
      expect.arrayContaining([
        [DATE, 'AM', true, undefined],
        ['2026-01-09', 'AM', false, undefined],
        [DATE, 'PM', false, undefined],
        [DATE, 'AM', true, [{ pupil: 'P1', was: '/', now: 'N' }]],
      ]),
    )
  })

  test('that need a note and have none are taken, and counted in the report', async () => {
    const report = await send('marks', [`${MARKS},comment`, mark('P1', 'B', ','), mark('P2', 'B', ',Forest school')])
    expect(report).toMatchObject({
      state: 'live',
      problems: [{ column: 'comment', what: expect.stringMatching(/^1 mark/) }],
    })
  })

  test('Case 54: imported twice are saved once', async () => {
    await send('marks', [MARKS, mark('P1', '/'), mark('P2', 'N')])
    await send('marks', [MARKS, mark('P1', '/'), mark('P2', 'N')])
    expect((await register())?.version).toBe(1)
  })

  test('Case 54: of an older file never undo newer ones', async () => {
    await send('marks', [MARKS, mark('P1', 'N')], { asOf: `${DATE}T10:30:00Z` })
    await send('marks', [MARKS, mark('P1', '/'), mark('P2', '/')], { asOf: `${DATE}T09:05:00Z` })
    expect(await codes()).toEqual({ P1: 'N', P2: '/' })
    expect((await register())?.asOf).toBe(`${DATE}T10:30:00.000Z`)
  })

  test('of a file from before the office, an arrival or a known absence gave another undo none of those, and of a later file they do', async () => {
    await send('marks', [MARKS, mark('P1', '/'), mark('P2', '/'), mark('P3', '/')], { asOf: `${DATE}T09:05:00Z` })
    const saved = await register()
    if (!saved) throw new Error('there is no register')
    const marks = {
      P1: { code: 'I', source: 'office' },
      P2: { code: 'U', source: 'arrival', minutesLate: 63 },
      P3: { code: 'M', source: 'known' },
    } as const
    const amendedAt = `${DATE}T10:20:00.000Z`
    await stores.saveRegister(SCHOOL, { ...saved, version: 2, amendedAt, marks }, 1, act('mark-amended'))
    const said = [MARKS, mark('P1', 'G'), mark('P2', 'I'), mark('P3', '/')]
    const older = await send('marks', said, { asOf: `${DATE}T10:00:00Z` })
    expect(await codes()).toEqual({ P1: 'I', P2: 'U', P3: 'M' })
    expect(older.differences?.counts).toMatchObject({ changed: 0, kept: 3 })
    await send('marks', said, { asOf: `${DATE}T10:35:00Z` })
    expect(await codes()).toEqual({ P1: 'G', P2: 'I', P3: '/' })
  })

  test('of days gone by stand once, in the class that marked them, whatever class the pupil is in since', async () => {
    const on = (className: string, code: string) => [MARKS, `2026-01-09,AM,${className},P1,${code},`]
    await send('marks', on('4A', '/'))
    const seen = await send('marks', on('3B', 'O'), { preview: true, importId: 'moved' })
    expect(seen.differences?.counts).toMatchObject({ added: 0, changed: 1 })
    await send('marks', on('3B', 'O'))
    const marked = (await stores.registersOn(SCHOOL, '2026-01-09')).map(({ classId, marks }) => [
      classId,
      marks.P1?.code,
    ])
    expect(marked).toEqual([['4a', 'O']])
  })

  test('of a file said to come from tomorrow shut nothing out', async () => {
    await send('marks', [MARKS, mark('P1', '/')], { asOf: '2099-01-01T00:00:00Z' })
    await send('marks', [MARKS, mark('P1', 'N')], { asOf: `${DATE}T10:41:00Z`, now: `${DATE}T10:42:00.000Z` })
    expect(await codes()).toEqual({ P1: 'N' })
  })

  test('never turn what the office says into N, nor leave it out', async () => {
    await send('marks', [MARKS, mark('P1', 'N'), mark('P2', '/')])
    const saved = await register()
    if (!saved) throw new Error('there is no register')
    const marks = { ...saved.marks, P1: { code: 'I', source: 'office' }, P3: { code: 'M', source: 'office' } } as const
    await stores.saveRegister(SCHOOL, { ...saved, version: 2, marks }, 1, act('mark-amended'))
    await send('marks', [MARKS, mark('P1', 'N'), mark('P2', '/'), mark('P3', '-')], { asOf: `${DATE}T10:35:00Z` })
    expect(await codes()).toEqual({ P1: 'I', P2: '/', P3: 'M' })
  })

  test('that say the same hours later make the register fresh again, and nothing else', async () => {
    await send('marks', [MARKS, mark('P1', '/')], { asOf: `${DATE}T09:05:00Z` })
    await send('marks', [MARKS, mark('P1', '/')], { asOf: `${DATE}T09:20:00Z` })
    expect((await register())?.version).toBe(1)
    await send('marks', [MARKS, mark('P1', '/')], { asOf: `${DATE}T10:30:00Z` })
    await expect(register()).resolves.toMatchObject({ version: 2, asOf: `${DATE}T10:30:00.000Z` })
  })

  test('of earlier days are history, in the class of that day', async () => {
    await send('marks', [MARKS, '2026-01-09,PM,4A,P1,\\,'])
    await expect(stores.register(SCHOOL, '2026-01-09', 'PM', '4a')).resolves.toMatchObject({
      submitted: true,
      version: 1,
    })
  })

  test('lost to another save are read again and stand beside it', async () => {
    let meddled = false
    const raced: Stores = {
      ...stores,
      saveRegister: async (academy, wanted, expected, why) => {
        if (!meddled) {
          meddled = true
          const marks = { P3: { code: '/', source: 'teacher' } } as const
          await stores.saveRegister(
            academy,
            { ...wanted, marks, asOf: `${DATE}T09:00:00.000Z` },
            0,
            act('register-saved'),
          )
        }
        return stores.saveRegister(academy, wanted, expected, why)
      },
    }
    await send('marks', [MARKS, mark('P1', 'N')], { over: raced })
    expect(await codes()).toEqual({ P1: 'N', P3: '/' })
  })
})
