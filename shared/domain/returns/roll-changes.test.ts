import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { RollEntry } from '../people.ts'
import { newPupilDue, rollChanges } from './roll-changes.ts'

const entry = (pupilId: string, more: Partial<RollEntry> = {}): RollEntry => ({
  key: pupilId,
  pupilId,
  admitted: '2023-09-04',
  dateOfBirth: '2017-10-01',
  yearGroup: '3',
  ...more,
})
const pupil = (pupilId: string, more: Partial<RollEntry> = {}) => ({
  ...entry(pupilId, more),
  forename: 'Amelia',
  surname: 'Ashdown',
  classId: '3b',
  flags: [],
})
const TODAY = '2026-01-15'
const changes = (
  before: readonly RollEntry[],
  after: readonly ReturnType<typeof pupil>[],
  policy = springbankPolicy,
  today = TODAY,
) => {
  const { joined, left } = rollChanges(before, after, today, policy)
  return { joined: joined.map(({ pupilId }) => pupilId), left: left.map(({ entry: { pupilId }, on }) => [pupilId, on]) }
}

describe('a roll', () => {
  test('that is the first one enters and takes away nobody', () => {
    expect(changes([], [pupil('P001')])).toEqual({ joined: [], left: [] })
  })
  test('enters a name that was not on the last one, and somebody who comes back', () => {
    const gone = entry('P002', { left: '2025-07-18' })
    const after = [pupil('P001'), pupil('P002', { admitted: '2026-01-12' }), pupil('P003', { admitted: '2026-01-12' })]
    expect(changes([entry('P001'), gone], after)).toEqual({ joined: ['P002', 'P003'], left: [] })
  })
  test('takes away whoever has a leaving date now, and a name that is simply gone, today', () => {
    const after = [pupil('P001', { left: '2026-01-23' }), pupil('P003')]
    expect(changes([entry('P001'), entry('P002'), entry('P003')], after)).toEqual({
      joined: [],
      left: [
        ['P001', '2026-01-23'],
        ['P002', TODAY],
      ],
    })
  })
  test('says the same of a leaver once: a leaving date that was known is no news', () => {
    const gone = entry('P001', { left: '2025-12-19' })
    expect(changes([gone], [pupil('P001', { left: '2025-12-19' })])).toEqual({ joined: [], left: [] })
    expect(changes([gone], [])).toEqual({ joined: [], left: [] })
  })
  test('of the youngest on the first day of the school year needs no return, unless the authority asks', () => {
    const young = pupil('P009', { yearGroup: 'R', admitted: '2025-09-02' })
    const later = pupil('P010', { yearGroup: 'R', admitted: '2025-09-08' })
    expect(changes([entry('P001')], [pupil('P001'), young, later]).joined).toEqual(['P010'])
    const asks = { ...springbankPolicy, returns: { ...springbankPolicy.returns, juniorClass: 'returned' as const } }
    expect(changes([entry('P001')], [pupil('P001'), young], asks).joined).toEqual(['P009'])
  })
  test('of the oldest at the end of the year needs none either, and one who leaves in March does', () => {
    const last = springbankPolicy.calendar.terms.at(-1)?.until ?? ''
    const oldest = entry('P006', { yearGroup: '6' })
    expect(changes([oldest], [pupil('P006', { yearGroup: '6', left: last })]).left).toEqual([])
    expect(changes([oldest], [pupil('P006', { yearGroup: '6', left: '2026-03-13' })]).left).toHaveLength(1)
  })
  test('of the oldest of a new school year does need one in the autumn, though last summer is over', () => {
    const oldest = entry('P006', { yearGroup: '6' })
    const terms = [...springbankPolicy.calendar.terms, { name: 'Autumn 2026', from: '2026-09-02', until: '2026-10-23' }]
    const policy = { ...springbankPolicy, calendar: { ...springbankPolicy.calendar, terms } }
    const gone = (left: string) =>
      changes([oldest], [pupil('P006', { yearGroup: '6', left })], policy, '2026-10-05').left.length
    expect([gone('2026-08-31'), gone('2026-10-02')]).toEqual([0, 1])
    expect(changes([oldest], [pupil('P006', { yearGroup: '6', left: '2025-11-14' })]).left).toHaveLength(1)
  })
  test('enters a name whose leaving date is known already, and takes it away with that date', () => {
    const coming = pupil('P004', { admitted: '2026-01-12', left: '2026-03-27' })
    expect(changes([entry('P001')], [pupil('P001'), coming])).toEqual({
      joined: ['P004'],
      left: [['P004', '2026-03-27']],
    })
    const long = pupil('P005', { admitted: '2024-09-02', left: '2025-07-18' })
    expect(changes([entry('P001')], [pupil('P001'), long])).toEqual({ joined: [], left: [] })
  })
})

test('Case 64: a name entered on a Thursday is returned by Tuesday, or by Thursday where the authority counts school days', () => {
  const calendar = { listed: {}, terms: [] }
  expect(newPupilDue('2026-01-15', calendar, springbankPolicy)).toBe('2026-01-20')
  const school = { ...springbankPolicy, returns: { ...springbankPolicy.returns, newPupilCount: 'school' as const } }
  expect(newPupilDue('2026-01-15', calendar, school)).toBe('2026-01-22')
})
