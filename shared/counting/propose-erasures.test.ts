import { beforeEach, describe, expect, test } from 'vitest'
import { aPupil } from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { type ClassTally, noTally } from '../domain/counting/class-tally.ts'
import { NO_SESSIONS } from '../domain/counting/tally.ts'
import type { Pupil } from '../domain/people.ts'
import type { Task } from '../domain/task.ts'
import { proposeErasures } from './propose-erasures.ts'

/** Who was in a class in which school year. */
const YEARS: Readonly<Record<string, readonly string[]>> = {
  '2024-09-01': ['gone', 'stayed', 'back'],
  '2025-09-01': ['newer', 'stayed', 'back'],
  '2026-09-01': ['stayed'],
  '2030-09-01': ['back'],
}
let raised: Task[]
let onRoll: Readonly<Record<string, Pupil>>
let leavers: readonly Pupil[]
beforeEach(() => {
  raised = []
  onRoll = {}
  leavers = []
})

const tallies = async (_academy: string, year: string): Promise<readonly ClassTally[]> => [
  {
    ...noTally('3b', year),
    pupils: Object.fromEntries((YEARS[year] ?? []).map((pupil) => [pupil, NO_SESSIONS])),
  },
]
const ask = (until: string, retention = springbankPolicy.retention) =>
  proposeErasures(
    {
      tallies,
      task: async (_academy, id) => raised.find((task) => task.id === id),
      raiseTask: async (_academy, task) => {
        raised.push(task)
        return 'raised'
      },
      // Of the roll nothing else is asked.
      roll: { pupils: async () => onRoll, allLeavers: async () => leavers } as never,
    },
    {
      academy: 'springbank',
      now: `${until}T01:00:00.000Z`,
      until,
      policy: { ...springbankPolicy, retention },
      policyVersion: 'v1',
      school: { calendar: { listed: {}, terms: [] }, closures: [] },
      leftInPeace: new Set(),
    },
  )
const asked = () => raised.flatMap(({ pupils }) => pupils)

describe('a pupil whose time is over', () => {
  test('is asked about when six years have gone since the school year of their last register, and not a year before', async () => {
    await ask('2030-09-01')
    expect(asked()).toEqual([])
    await ask('2031-09-01')
    expect(asked()).toEqual(['gone'])
    await ask('2032-09-01')
    expect(asked()).toEqual(['gone', 'gone', 'newer'])
  })

  test('is asked about again every year for as long as somebody has them kept', async () => {
    for (const night of ['2031-09-01', '2032-09-01', '2033-09-01', '2034-09-01', '2037-09-01']) await ask(night)
    expect(asked().filter((pupil) => pupil === 'gone')).toHaveLength(5)
  })

  test('is asked about although no register ever named them: whoever was to come and never did', async () => {
    leavers = [aPupil('never', { admitted: '2024-09-02', left: '2024-09-02' })]
    await ask('2030-09-01')
    expect(asked()).toEqual([])
    await ask('2031-09-01')
    expect(asked()).toEqual(['gone', 'never'])
  })

  test('is asked about once, in the first week of a school year alone', async () => {
    for (const night of ['2031-09-01', '2031-09-02', '2031-09-08', '2031-12-01']) await ask(night)
    expect(raised).toMatchObject([{ kind: 'erasure', pupils: ['gone'], doers: ['head'] }])
  })

  test('is asked about only when the longer time of the policy is over', async () => {
    const longer = { registerYears: 6, otherYears: 7 }
    await ask('2031-09-01', longer)
    expect(asked()).toEqual([])
    await ask('2032-09-01', longer)
    expect(asked()).toEqual(['gone'])
  })

  test('is not asked about while they are on a roll', async () => {
    onRoll = { gone: aPupil('gone') }
    await ask('2031-09-01')
    expect(asked()).toEqual([])
  })
})
