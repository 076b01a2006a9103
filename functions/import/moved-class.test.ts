import { beforeEach, describe, expect, test } from 'vitest'
import { runNight } from '../../shared/counting/nightly.ts'
import { byPupil } from '../../shared/domain/counting/class-tally.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { type ImportingSchool, importingSchool, NOW, pupilRow, ROLL } from '../../test/support/importing-school.ts'
import { DATE, SCHOOL } from '../../test/support/stored-examples.ts'

const MARKS = 'date,session,class,pupilId,code'
const BEFORE = ['2026-01-07', '2026-01-08', '2026-01-09']

let stores: Stores
let send: ImportingSchool['send']

/** P1 is away on all of these days, P2 and P3 are in school; P1 stands in the class that is given. */
const marks = (className: string) => [
  MARKS,
  ...BEFORE.flatMap((date) =>
    (['AM', 'PM'] as const).flatMap((session) => {
      const present = session === 'AM' ? '/' : '\\'
      return [
        `${date},${session},${className},P1,O`,
        `${date},${session},3B,P2,${present}`,
        `${date},${session},4C,P3,${present}`,
      ]
    }),
  ),
]

/** P1 was in 3B, and is in 4C since this morning. */
beforeEach(async () => {
  ;({ stores, send } = await importingSchool())
  await send('roll', [ROLL, pupilRow('P1'), pupilRow('P2'), pupilRow('P3', '4C')])
  await send('marks', marks('3B'))
  await send('roll', [ROLL, pupilRow('P1', '4C'), pupilRow('P2'), pupilRow('P3', '4C')])
})

const ofP1 = async () => (await stores.roll.roster(SCHOOL, '4c')).find(({ pupilId }) => pupilId === 'P1')?.key ?? ''
const counted = async () => {
  await runNight(SCHOOL, '2026-01-13T02:00:00.000Z', { stores, log: { write: () => undefined } })
  return byPupil(await stores.tallies(SCHOOL, '2025-09-01', true)).get(await ofP1())
}

describe('marks of a pupil who has moved to another class', () => {
  test('exported again under the new class are the same sessions, and count once', async () => {
    expect(await send('marks', marks('4C'), { asOf: NOW })).toMatchObject({ state: 'live' })
    expect(await counted()).toMatchObject({ possible: 6, unauthorised: 6 })
    const days = await stores.absenceDays(SCHOOL, { newest: 10 })
    expect(days.flatMap(({ absences }) => absences)).toHaveLength(6)
  })

  test('are changed where they stand', async () => {
    await send('marks', [MARKS, `${BEFORE[0]},AM,4C,P1,I`], { asOf: NOW })
    expect(await counted()).toMatchObject({ possible: 6, unauthorised: 5, authorised: 1 })
  })

  test('of this morning, marked before the move, are not marked again in the new class', async () => {
    await send('roll', [ROLL, pupilRow('P1'), pupilRow('P2'), pupilRow('P3', '4C')])
    await send('marks', [MARKS, `${DATE},AM,3B,P1,O`, `${DATE},AM,3B,P2,/`, `${DATE},AM,4C,P3,/`])
    await send('roll', [ROLL, pupilRow('P1', '4C'), pupilRow('P2'), pupilRow('P3', '4C')])
    await send('marks', [MARKS, `${DATE},AM,4C,P1,O`, `${DATE},AM,3B,P2,/`, `${DATE},AM,4C,P3,/`], { asOf: NOW })
    expect(await counted()).toMatchObject({ possible: 7, unauthorised: 7 })
  })
})
