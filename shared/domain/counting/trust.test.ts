import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { groupFigures } from './group.ts'
import { ratesOf } from './rate.ts'
import type { Tally } from './tally.ts'
import { trustFigures } from './trust.ts'

const pupil = (possible: number, attended: number): Tally => ({
  possible,
  attended,
  authorised: 0,
  unauthorised: possible - attended,
  late: 0,
})
const SPAN = { from: '2025-09-01', until: '2026-01-16' }
const academy = (name: string, pupils: readonly Tally[], span = SPAN) => ({
  academy: name,
  span,
  figures: groupFigures(pupils, 90, 10),
})

describe('a trust', () => {
  test('of one child who missed half and a school of 99 who missed nothing has 99.5%, not the mean of 50% and 100%', () => {
    const { trust } = trustFigures([
      academy('hilltop', [pupil(100, 50)]),
      academy(
        'springbank',
        Array.from({ length: 99 }, () => pupil(100, 100)),
      ),
    ])
    expect(ratesOf(trust.tally).attendance).toBe('99.5')
    expect([trust.pupils, trust.persistent, trust.severe, trust.belowLine]).toEqual([100, 1, 1, 1])
  })
  test('counts each pupil below the line of the own academy, whatever the line of another', () => {
    const strict = { academy: 'hilltop', span: SPAN, figures: groupFigures([pupil(100, 92)], 95, 10) }
    expect(trustFigures([strict, academy('springbank', [pupil(100, 92)])]).trust.belowLine).toBe(1)
  })
  test('says that its academies are counted to different dates', () => {
    const later = { from: '2025-09-01', until: '2026-01-19' }
    const uneven = trustFigures([academy('springbank', [pupil(2, 2)]), academy('hilltop', [pupil(2, 1)], later)])
    expect(uneven).toMatchObject({ isUneven: true, span: later })
    expect(trustFigures([academy('springbank', []), academy('hilltop', [])]).isUneven).toBe(false)
  })
  test('without an academy, or without a possible session, has no percentage', () => {
    expect(trustFigures([])).toMatchObject({ academies: [], isUneven: false })
    expect(ratesOf(trustFigures([academy('springbank', [pupil(0, 0)])]).trust.tally).attendance).toBeNull()
  })
  test('has the figures of all its pupils as one group, however they are spread over academies', () => {
    const pupils = fc.array(
      fc.tuple(fc.nat(380), fc.nat(380)).map(([one, other]) => pupil(Math.max(one, other), Math.min(one, other))),
    )
    return fc.assert(
      fc.property(fc.array(pupils, { minLength: 1, maxLength: 5 }), (schools) => {
        const { trust } = trustFigures(schools.map((each, index) => academy(`school-${index}`, each)))
        expect(trust).toEqual(groupFigures(schools.flat(), 90, 10))
      }),
    )
  })
})
