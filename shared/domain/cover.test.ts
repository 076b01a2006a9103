import { describe, expect, test } from 'vitest'
import { againstCover, alreadySaid, type Cover, coveredBy, mayNameCover, mayNameThis, staffWithCover } from './cover.ts'
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

describe('whoever covers and then', () => {
  const onTuesday = (more: Partial<StaffMember>) => {
    const staff = STAFF.map((each) => (each.staffId === 'o' ? { ...each, ...more } : each))
    const standing = staffWithCover(staff, [WEEK]).filter((each) => each.coversFor && inForce(each, '2026-01-13'))
    return { standing: standing.length, lent: coveredBy(staff, [WEEK], 'o', '2026-01-13').length }
  }
  test('leaves the school is told nothing more in the lead’s place, and has the lead’s pages no more', () => {
    expect(onTuesday({ until: '2026-01-12' })).toEqual({ standing: 0, lent: 0 })
    expect(onTuesday({ until: '2026-01-13' })).toEqual({ standing: 1, lent: 1 })
  })
  test('is a governor in the file covers for nobody', () => {
    expect(onTuesday({ role: 'governor' })).toEqual({ standing: 0, lent: 0 })
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
  test('is refused with who stands already, until when, and how to end that', () => {
    expect(against({}, [cover('l', 't', '2026-01-16', '2026-01-20')])).toMatchObject({
      why: 'Somebody (t) covers for them already, from Friday 16 January 2026 to Tuesday 20 January 2026.',
      remedy: expect.stringContaining('end it there first'),
    })
  })
  test('ends with the school year in which it begins, and begins in the next year at the latest', () => {
    expect(against({ until: '2026-08-31' })).toBeUndefined()
    expect(against({ until: '2026-09-01' })).toMatchObject({
      ...{ at: 'until', code: 'too-long', why: expect.stringContaining('Monday 31 August 2026') },
      remedy: expect.stringContaining('staff.csv'),
    })
    expect(against({ from: '2026-09-01', until: '2027-08-31' })).toBeUndefined()
    expect(against({ from: '2027-09-01', until: '2027-09-01' })).toMatchObject({ at: 'from', code: 'too-far' })
  })
  test('said twice in the same words by the same person is one; by another, or with another day, it is not', () => {
    expect(alreadySaid(WEEK, [WEEK])).toBe(WEEK)
    for (const other of [{ setBy: 'l' }, { until: '2026-01-15' }, { by: 't' }, { because: 'ill' }])
      expect(alreadySaid({ ...WEEK, ...other }, [WEEK])).toBeUndefined()
  })
  test('of somebody who covers for a colleague then is refused: that colleague would have nobody', () => {
    expect(against({}, [cover('h', 'l', '2026-01-16', '2026-01-20')])).toMatchObject({ at: 'of', code: 'covers' })
    expect(against({}, [cover('h', 'l', '2026-01-17', '2026-01-20')])).toBeUndefined()
  })
})

describe('what is only lent to the office while it covers for the lead', () => {
  const names = (asked: Partial<Cover>, own: readonly string[] = ['office']) => {
    const whole = { ...cover('t', 'd', '2026-01-12', '2026-01-16'), ...asked }
    const away = STAFF.find(({ staffId }) => staffId === whole.of)
    const namer = { sub: 'o', own, roles: ['office', 'lead'] }
    return away && mayNameThis(namer, whole, away, [WEEK], '2026-01-12')
  }
  test('names cover for a teacher on those days', () => {
    expect(names({})).toBe(true)
  })
  test.each([
    ['prolongs no cover of the lead', { of: 'l', from: '2026-01-17', until: '2099-01-01' }],
    ['lends nothing more to the office itself', { by: 'o' }],
    ['lets nobody cover for longer', { until: '2026-01-17' }],
  ])('%s', (_, asked) => {
    expect(names(asked)).toBe(false)
    expect(names(asked, ['lead'])).toBe(true)
  })
})

test('the Head names cover for everybody, the lead for no Head and no safeguarding lead, each for themselves', () => {
  const named = (role: string, sub: string) =>
    STAFF.filter((away) => mayNameCover([role], sub, away)).map(({ role: of }) => of)
  expect(named('head', 'h')).toEqual(STAFF.map(({ role }) => role))
  expect(named('lead', 'l')).toEqual(['lead', 'office', 'teacher'])
  expect(named('dsl', 'd')).toEqual(['dsl'])
})
