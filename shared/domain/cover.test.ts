import { describe, expect, test } from 'vitest'
import { againstCover, type Cover, coveredBy, mayNameCover, staffWithCover } from './cover.ts'
import { inForce, type StaffMember } from './people.ts'

const member = (staffId: string, role: StaffMember['role'], more: Partial<StaffMember> = {}): StaffMember => ({
  staffId,
  name: `${role} of the school`,
  role,
  classes: role === 'teacher' ? ['3b'] : [],
  ...more,
})
const STAFF = [
  member('h', 'head'),
  member('l', 'lead', { mobile: '+447700900901' }),
  member('o', 'office', { mobile: '+447700900902' }),
  member('t', 'teacher'),
  member('d', 'dsl'),
  member('g', 'governor'),
]
const cover = (of: string, by: string, from: string, until: string): Cover => ({
  ...{ id: `${of}-${by}`, of, by, from, until, because: 'a conference', setBy: 'h', at: '2026-01-11T10:00:00.000Z' },
})
const WEEK = cover('l', 'o', '2026-01-12', '2026-01-16')

describe('while the lead is away', () => {
  test('whoever covers stands in the lead’s role with their own phone, on those days and on no other', () => {
    const [row] = staffWithCover(STAFF, [WEEK]).slice(STAFF.length)
    expect(row).toMatchObject({ staffId: 'o', role: 'lead', mobile: '+447700900902', classes: [], coversFor: 'l' })
    const days = ['2026-01-11', '2026-01-12', '2026-01-16', '2026-01-17']
    expect(days.map((date) => row && inForce(row, date))).toEqual([false, true, true, false])
    expect(days.map((date) => coveredBy(STAFF, [WEEK], 'o', date).length)).toEqual([0, 1, 1, 0])
    expect(coveredBy(STAFF, [WEEK], 't', '2026-01-12')).toEqual([])
  })
  test('a cover of or by somebody who is in the file no more is nothing', () => {
    expect(staffWithCover(STAFF, [cover('gone', 'o', '2026-01-12', '2026-01-16')])).toEqual(STAFF)
    expect(coveredBy(STAFF, [cover('gone', 'o', '2026-01-12', '2026-01-16')], 'o', '2026-01-12')).toEqual([])
  })
})

describe('a cover', () => {
  const against = (asked: Partial<Cover>, covers: readonly Cover[] = []) =>
    againstCover({ ...cover('l', 'o', '2026-01-12', '2026-01-16'), ...asked }, STAFF, covers, '2026-01-12')

  test('of one colleague by another is taken, today at the earliest', () => {
    expect(against({})).toBeUndefined()
    expect(against({ from: '2026-01-05', until: '2026-01-11' })).toMatchObject({ at: 'until', code: 'past' })
  })
  test.each([
    ['by nobody of the school', { by: 'x' }, 'by'],
    ['by a governor', { by: 'g' }, 'by'],
    ['of nobody of the school', { of: 'x' }, 'of'],
    ['by themselves', { by: 'l' }, 'by'],
    ['that ends before it begins', { until: '2026-01-11' }, 'until'],
  ])('%s is refused at its field', (_, asked, at) => {
    expect(against(asked)).toMatchObject({ at })
  })
  test('of somebody who has one then, or by somebody who is away then, is refused', () => {
    expect(against({}, [cover('l', 't', '2026-01-16', '2026-01-20')])).toMatchObject({ at: 'of', code: 'already' })
    expect(against({}, [cover('o', 't', '2026-01-16', '2026-01-20')])).toMatchObject({ at: 'by', code: 'away' })
    expect(against({}, [cover('l', 't', '2026-01-17', '2026-01-20')])).toBeUndefined()
  })
})

test('the Head names cover for everybody, the lead for no Head and no safeguarding lead, each for themselves', () => {
  const named = (role: string, sub: string) =>
    STAFF.filter((away) => mayNameCover([role], sub, away)).map(({ role: of }) => of)
  expect(named('head', 'h')).toEqual(STAFF.map(({ role }) => role))
  expect(named('lead', 'l')).toEqual(['lead', 'office', 'teacher'])
  expect(named('dsl', 'd')).toEqual(['dsl'])
})
