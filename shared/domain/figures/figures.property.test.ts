import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Code } from '../codes.ts'
import { ALL_CODES } from '../codes.ts'
import { GROUPINGS } from '../counting/groups.ts'
import { NO_SESSIONS, sumOf, tallyOf } from '../counting/tally.ts'
import { breakdown } from './breakdown.ts'
import { hiddenCounts, isSmall } from './hide-small.ts'
import type { Member } from './member.ts'
import { changeOf, movers } from './movers.ts'

const LINES = { stage1: 90, lateEvery: 10 }

const codes = fc.array(fc.constantFrom<Code>(...ALL_CODES), { maxLength: 40 })
const pupil = fc.record({
  yearGroup: fc.constantFrom('R', '1', '2', '10'),
  classId: fc.constantFrom('ra', '1b', '2c', '10d'),
  sex: fc.option(fc.constantFrom('F', 'M'), { nil: undefined }),
  senStatus: fc.option(fc.constantFrom('K', 'E'), { nil: undefined }),
  ethnicity: fc.option(fc.constantFrom('WBRI', 'APKN'), { nil: undefined }),
  flags: fc.uniqueArray(fc.constantFrom('fsm', 'eal', 'lookedAfter', 'socialWorker', 'youngCarer')),
  hasLeft: fc.boolean(),
  codes,
})
const school: fc.Arbitrary<readonly Member[]> = fc.array(pupil, { maxLength: 30 }).map((pupils) =>
  pupils.map(({ hasLeft, codes: marks, ...about }, index) => {
    const key = `k${index}`
    const tally = tallyOf(marks.map((code) => ({ code })))
    const entry = {
      ...about,
      key,
      pupilId: key,
      forename: 'A',
      surname: 'B',
      dateOfBirth: '2017-10-01',
      admitted: '2023-09-04',
    } as unknown as NonNullable<Member['pupil']>
    return { key, tally, ...(hasLeft ? {} : { pupil: entry }) }
  }),
)

test('the figures of any grouping of a school’s pupils add up to the school’s', () => {
  fc.assert(
    fc.property(school, fc.constantFrom(...GROUPINGS), (members, by) => {
      const { whole, groups } = breakdown(members, by, LINES)
      expect(sumOf(groups.map(({ figures }) => figures.tally))).toEqual(whole.tally)
      for (const count of ['pupils', 'persistent', 'severe', 'belowLine', 'persistentlyLate'] as const)
        expect(groups.reduce((sum, { figures }) => sum + figures[count], 0)).toBe(whole[count])
    }),
  )
})

test('a group that the school makes and everybody outside it add up to the school', () => {
  fc.assert(
    fc.property(school, fc.array(fc.nat(30)), (members, chosen) => {
      const pupils = chosen.map((index) => `k${index}`)
      const group = { id: 'g', version: 1, name: 'Chess', pupils, rule: { year: ['R', '10'], fsm: ['yes'] } }
      const { groups, whole } = breakdown(members, 'own', LINES, [group])
      const inside = groups[0]?.figures.tally ?? NO_SESSIONS
      const isInside = ({ key, pupil: entry }: Member) =>
        pupils.includes(key) ||
        (entry !== undefined && ['R', '10'].includes(entry.yearGroup) && entry.flags.includes('fsm'))
      const outside = sumOf(members.filter((member) => !isInside(member)).map(({ tally }) => tally))
      expect(sumOf([inside, outside])).toEqual(whole.tally)
    }),
  )
})

test('whatever counts are left out of a table, its sum and the rest do not give a small one away', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(40), { minLength: 1, maxLength: 12 }),
      fc.integer({ min: 2, max: 10 }),
      (counts, below) => {
        const hidden = hiddenCounts(counts, below)
        const total = counts.reduce((sum, count) => sum + count, 0)
        counts.forEach((count, index) => {
          if (count > 0 && count < below) expect(hidden.has(index)).toBe(true)
          if (count === 0) expect(hidden.has(index)).toBe(false)
        })
        const left = [...hidden].reduce((sum, index) => sum + (counts[index] ?? 0), 0)
        // What subtraction gives is of several groups and not small, or the sum is left out too.
        const isSafe = hidden.size === 0 || (hidden.size > 1 && left >= below) || isSmall(total, below)
        expect(isSafe || hidden.size === counts.filter((count) => count > 0).length).toBe(true)
      },
    ),
  )
})

test('nobody is among those who went up and those who went down, and each list begins with the greatest change', () => {
  const tally = codes.map((marks) => tallyOf(marks.map((code) => ({ code }))))
  fc.assert(
    fc.property(
      fc.array(fc.tuple(tally, tally), { maxLength: 20 }),
      fc.integer({ min: 0, max: 30 }),
      (pairs, points) => {
        const all = pairs.map(([before, now], who) => ({ who, before, now }))
        const { up, down } = movers(all, { points, minimum: 1, most: 20 })
        expect(up.some(({ who }) => down.some((each) => each.who === who))).toBe(false)
        const size = (each: (typeof all)[number]) => {
          const { up: by, of } = changeOf(each)
          return Math.abs(by / of)
        }
        for (const list of [up, down])
          expect(list.map(size)).toEqual(list.map(size).toSorted((one, other) => other - one))
      },
    ),
  )
})
