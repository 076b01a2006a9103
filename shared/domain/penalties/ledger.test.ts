import { describe, expect, test } from 'vitest'
import { countingNotices, type NoticeState, type ParentNotice, stateOf, wouldBe } from './ledger.ts'

const RULE = { years: 3, most: 2, since: '2024-08-19' }

const notice = (issued: string, then: NoticeState[] = [], more: Partial<ParentNotice> = {}): ParentNotice => ({
  id: issued,
  contactId: 'c1',
  name: 'Robin Marlowe',
  academy: 'springbank',
  entries: (['issued', ...then] as const).map((state) => ({
    state,
    on: issued,
    by: 's-office',
    at: `${issued}T10:00:00.000Z`,
  })),
  ...more,
})

describe('two notices in three years are the most', () => {
  test('the first is the first, the next the second, and then it is no notice any more', () => {
    expect(wouldBe([], '2026-03-02', RULE)).toBe('first')
    expect(wouldBe([notice('2025-02-03')], '2026-03-02', RULE)).toBe('second')
    expect(wouldBe([notice('2025-02-03'), notice('2025-11-10')], '2026-03-02', RULE)).toBe('escalate')
  })

  test('the three years end with the date on which a further one is proposed: the day itself three years ago is over', () => {
    expect(countingNotices([notice('2025-02-03')], '2028-02-02', RULE)).toHaveLength(1)
    expect(countingNotices([notice('2025-02-03')], '2028-02-03', RULE)).toHaveLength(0)
  })

  test('paid and unpaid notices count, and those that ended in court; a withdrawn one does not', () => {
    const paid = notice('2025-02-03', ['paid'])
    const court = notice('2025-05-05', ['prosecuted'])
    const withdrawn = notice('2025-06-02', ['withdrawn'])
    expect(countingNotices([paid, court, withdrawn], '2026-03-02', RULE)).toEqual([paid, court])
    expect(wouldBe([paid, withdrawn], '2026-03-02', RULE)).toBe('second')
  })

  test('what was written down by mistake is undone and counts for nothing', () => {
    const undone = { by: 's-lead', at: '2025-02-04T10:00:00.000Z', because: 'another child' }
    const mistaken = notice('2025-02-03')
    const wrong = { ...mistaken, entries: mistaken.entries.map((entry) => ({ ...entry, undone })) }
    expect(stateOf(wrong)).toBeUndefined()
    expect(wouldBe([wrong], '2026-03-02', RULE)).toBe('first')
  })

  test('a withdrawal that was undone leaves the notice standing', () => {
    const [issued, withdrawal] = notice('2025-02-03', ['withdrawn']).entries
    if (issued === undefined || withdrawal === undefined) throw new Error('A notice has entries')
    const undone = { by: 's-lead', at: '2025-02-04T10:00:00.000Z', because: 'a misreading' }
    const kept = notice('2025-02-03', [], { entries: [issued, { ...withdrawal, undone }] })
    expect(wouldBe([kept], '2026-03-02', RULE)).toBe('second')
  })

  test('notices of the scheme before August 2024 are not counted', () => {
    expect(wouldBe([notice('2024-06-03')], '2026-03-02', RULE)).toBe('first')
  })
})
