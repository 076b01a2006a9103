import { beforeEach, describe, expect, test } from 'vitest'
import { runNight } from '../../shared/counting/nightly.ts'
import type { PanelMeeting } from '../../shared/domain/attend/attend-case.ts'
import { newCase } from '../../shared/domain/attend/panel.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { type ImportingSchool, importingSchool, NOW, pupilRow, ROLL } from '../../test/support/importing-school.ts'
import { act, SCHOOL } from '../../test/support/stored-examples.ts'

const COUNTED = ['12-12', '12-15', '12-16', '12-17', '12-18', '12-19']
  .map((day) => `2025-${day}`)
  .concat(['06', '07', '08', '09'].map((day) => `2026-01-${day}`))
const NOVEMBER = ['03', '04', '05', '06'].map((day) => `2025-11-${day}`)
const MARKS = 'date,session,class,pupilId,code'

let stores: Stores
let send: ImportingSchool['send']

/** Everybody is in school, but for those whom `away` names by date. */
const marks = (dates: readonly string[], away: (pupil: string, date: string) => boolean) => [
  MARKS,
  ...dates.flatMap((date) =>
    ['P1', 'P2', 'P3'].flatMap((pupil) =>
      (['AM', 'PM'] as const).map((session) => {
        const present = session === 'AM' ? '/' : '\\'
        return `${date},${session},3B,${pupil},${away(pupil, date) ? 'O' : present}`
      }),
    ),
  ),
]
const about = async () =>
  (await stores.open(SCHOOL)).tasks
    .filter(({ rule }) => rule === 'propose-panels')
    .map(({ kind, about: of, pupils }) => [kind, of, pupils])

/** A class counted for ten days: P2 was away on one day of it. */
beforeEach(async () => {
  ;({ stores, send } = await importingSchool())
  await send('roll', [ROLL, pupilRow('P1'), pupilRow('P2'), pupilRow('P3')])
  await send(
    'marks',
    marks(COUNTED, (pupil, date) => pupil === 'P2' && date === '2026-01-06'),
  )
  await runNight(SCHOOL, '2026-01-10T02:00:00.000Z', { stores, log: { write: () => undefined } })
})

test('a file with months of history of a class already counted proposes no panel, and one task says for whom and why', async () => {
  const history = marks(NOVEMBER, (pupil) => pupil !== 'P3')
  await send('marks', history)
  await send('marks', history, { asOf: NOW })
  expect(await about()).toEqual([['held-batch', 'panels', ['P1', 'P2']]])
  const [task] = (await stores.open(SCHOOL)).tasks.filter(({ kind }) => kind === 'held-batch')
  expect(task?.why).toContain('2 pupils are below the line')
  expect(task?.why).toContain('No panel was proposed')
  expect(await stores.openAttendCases(SCHOOL)).toEqual([])
})

test('a day of absence told late proposes the panel that its own night would have proposed', async () => {
  await send('marks', [MARKS, '2026-01-08,PM,3B,P2,O'], { asOf: NOW })
  expect(await about()).toEqual([['attend-panel', undefined, ['P2']]])
  expect(await stores.attendCase(SCHOOL, 'P2')).toMatchObject({ proposal: { tally: { possible: 20, attended: 17 } } })
})

test('history that shows a child above the line, or one whose panel is proposed already, asks nobody anything', async () => {
  await send('marks', [MARKS, '2026-01-08,PM,3B,P2,O'], { asOf: NOW })
  await send(
    'marks',
    marks(NOVEMBER, (pupil, date) => pupil === 'P2' || (pupil === 'P1' && date === '2025-11-03')),
  )
  expect(await about()).toEqual([['attend-panel', undefined, ['P2']]])
})

test('history of a child whose panel is arranged already asks nobody to arrange one', async () => {
  const aCase = newCase('P1', '2026-01-09', 's-lead', 'asked by the lead', { reviewDays: 10 })
  const meeting: PanelMeeting = {
    ...{ id: 'm1', date: '2026-01-16', time: '09:30', place: 'Room 2' },
    ...{ state: 'arranged', arrangedOn: '2026-01-09', tell: 'letter', governors: [] },
    ...{ by: 's-lead', at: '2026-01-09T15:00:00.000Z' },
  }
  await stores.saveAttendCase(SCHOOL, { ...aCase, meetings: [meeting] }, act('panel-arranged'))
  await send(
    'marks',
    marks(NOVEMBER, (pupil) => pupil === 'P1'),
  )
  expect(await about()).toEqual([])
})

describe('a process that dies', () => {
  const late = [MARKS, '2026-01-08,PM,3B,P2,O']
  const dying = (dies: Partial<Stores>): Stores => ({ ...stores, ...dies })
  const die = async (): Promise<never> => {
    throw new Error('the process dies')
  }
  /** Brought again by the queue under the same id, as after any death. */
  const brought = async (over: Stores) => {
    await expect(send('marks', late, { asOf: NOW, importId: 'again', over })).rejects.toThrow('dies')
    expect((await stores.register(SCHOOL, '2026-01-08', 'PM', '3b'))?.marks.P2?.code).toBe('O')
    await send('marks', late, { asOf: NOW, importId: 'again' })
  }

  test('between the marks and the panel is followed by one that proposes it and tells the lead', async () => {
    await brought(dying({ saveAttendCase: die }))
    expect(await about()).toEqual([['attend-panel', undefined, ['P2']]])
    expect(await stores.attendCase(SCHOOL, 'P2')).toMatchObject({ proposal: { on: '2026-01-11' } })
  })

  test('between the panel and its task is followed by one that tells the lead, once however often it comes', async () => {
    await brought(dying({ raiseTask: die }))
    expect(await stores.attendCase(SCHOOL, 'P2')).toMatchObject({ proposal: { on: '2026-01-11' } })
    await send('marks', late, { asOf: NOW, importId: 'again' })
    expect(await about()).toEqual([['attend-panel', undefined, ['P2']]])
  })

  test('between history that came late and the list of it is followed by one that lists it', async () => {
    const history = marks(NOVEMBER, (pupil) => pupil !== 'P3')
    const over = dying({ raiseTask: die })
    await expect(send('marks', history, { importId: 'again', over })).rejects.toThrow('dies')
    await send('marks', history, { importId: 'again' })
    expect(await about()).toEqual([['held-batch', 'panels', ['P1', 'P2']]])
  })
})
