import { describe, expect, test } from 'vitest'
import type { Code } from '../codes.ts'
import { tallyOf } from '../counting/tally.ts'
import type { Member } from './member.ts'
import { twoWay, withheldFrom } from './two-way.ts'

const LINES = { stage1: 90, lateEvery: 10 }
const MEALS_BY_SEX = { rows: 'fsm', columns: 'sex' } as const

let made = 0
/** So many alike: with or without free meals, girls or boys, each with these marks. */
const alike = (count: number, sex: 'F' | 'M', fsm: boolean, codes: readonly Code[] = ['/', '\\']): readonly Member[] =>
  Array.from({ length: count }, () => {
    const key = `k${++made}`
    const pupil = { key, sex, flags: fsm ? ['fsm'] : [] } as unknown as NonNullable<Member['pupil']>
    return { key, pupil, tally: tallyOf(codes.map((code) => ({ code }))) }
  })
const pupilsIn = (members: readonly Member[]) => {
  const table = twoWay(members, MEALS_BY_SEX, LINES)
  return table.cells.map((row) => row.map(({ pupils }) => pupils))
}

describe('free meals by sex', () => {
  const members = [...alike(2, 'F', true), ...alike(9, 'M', true), ...alike(20, 'F', false), ...alike(17, 'M', false)]

  test('counts everybody once', () => {
    expect(pupilsIn(members)).toEqual([
      [20, 17],
      [2, 9],
    ])
  })

  test('with two girls who have them shows none of the four: the totals are known from the tables of one grouping', () => {
    const { pupils } = withheldFrom(twoWay(members, MEALS_BY_SEX, LINES), 3)
    expect(pupils).toEqual([
      [true, true],
      [true, true],
    ])
  })

  test('leaves nothing out for staff', () => {
    expect(withheldFrom(twoWay(members, MEALS_BY_SEX, LINES), 0).pupils.flat()).toEqual([false, false, false, false])
  })
})

test('of a group whose pupils are nearly all persistently absent the number is not shown, and none that would give it away', () => {
  const members = [
    ...alike(9, 'F', true, ['O', 'O']),
    ...alike(1, 'F', true),
    ...alike(5, 'M', true, ['O', 'O']),
    ...alike(10, 'M', true),
    ...alike(6, 'F', false, ['O', 'O']),
    ...alike(14, 'F', false),
    ...alike(7, 'M', false, ['O', 'O']),
    ...alike(11, 'M', false),
  ]
  const { pupils, persistent } = withheldFrom(twoWay(members, MEALS_BY_SEX, LINES), 3)
  expect(pupils.flat()).toEqual([false, false, false, false])
  expect(persistent.flat()).toEqual([true, true, true, true])
})
