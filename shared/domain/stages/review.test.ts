import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { Tally } from '../counting/tally.ts'
import type { Letter } from '../letters/stored.ts'
import { afterReview, asHeld, goesOn, isReviewOver, type Reviewed, reviewBegins, underReview } from './review.ts'
import { afterNight, afterSending, comesNext, noStage, type Reading, type StageRecord, stageOf } from './stage.ts'

const { thresholds } = springbankPolicy
const AT = '2025-11-10T16:00:00.000Z'
const ZONE = 'Europe/London'

const missed = (possible: number, unauthorised: number): Tally => ({
  possible,
  attended: possible - unauthorised,
  authorised: 0,
  unauthorised,
  late: 0,
})
const reading = (tally: Tally, through = '2025-12-12', schoolDays = 20): Reading => ({
  tally,
  through,
  schoolDaysFrom: () => schoolDays,
})
const BELOW = missed(140, 20)

const afterStage1 = (): StageRecord => {
  const fallen = afterNight(noStage('P1', '2025-09-01'), reading(missed(100, 14), '2025-11-07'), thresholds)
  return { ...afterSending(fallen, AT, ['L1']), reviewSince: '2025-11-14' }
}
const reviewed = (period: Tally, now = missed(100, 14)): Reviewed => ({ period, behind: [{ step: 'stage-1', now }] })
const judged = (period: Tally, record = afterStage1()) =>
  afterReview(record, reading(BELOW), reviewed(period), thresholds)

const letter = (state: Letter['state'], sent?: string): Letter => ({
  id: 'L1',
  version: 1,
  kind: 'stage-1',
  cycle: '2025-26',
  pupil: 'P1',
  contactId: 'c1',
  date: '2025-11-10',
  state,
  policy: 'v1',
  reference: 'R',
  document: 'd',
  ...(sent === undefined ? {} : { sent: { at: sent } }),
})

describe('the review after a letter', () => {
  const step = afterStage1().sent.at(-1)
  if (step === undefined) throw new Error('nothing went')

  test('begins when the last letter has left the house, and not while one waits in it', () => {
    expect(reviewBegins(step, [letter('ready')], ZONE)).toBeUndefined()
    expect(reviewBegins(step, [letter('printed', '2025-11-12T09:00:00.000Z'), letter('held')], ZONE)).toBeUndefined()
    const left = [letter('printed', '2025-11-12T09:00:00.000Z'), letter('posted', '2025-11-14T09:00:00.000Z')]
    expect(reviewBegins(step, left, ZONE)).toBe('2025-11-14')
  })

  test('begins with the telling when no letter could go', () => {
    expect(reviewBegins(step, [letter('withdrawn')], ZONE)).toBe('2025-11-10')
  })

  test('begins after the meeting that the letter invited to', () => {
    const meeting = { date: '2025-11-27', time: '14:00', place: 'the office' }
    expect(reviewBegins({ ...step, meeting }, [letter('posted', '2025-11-14T09:00:00.000Z')], ZONE)).toBe('2025-11-27')
  })

  test('begins after the day on which the meeting was held, wherever the panel moved it', () => {
    const meeting = { id: 'm1', date: '2025-11-27', time: '14:00', place: 'the office' }
    const panel = {
      ...meeting,
      id: 'm2',
      date: '2025-12-04',
      tell: 'letter',
      governors: [],
      arrangedOn: '2025-11-20',
      by: 's-lead',
      at: '2025-11-20T10:00:00.000Z',
    } as const
    const held = (state: 'arranged' | 'attended' | 'cancelled', through: string) => {
      const moved = asHeld({ ...step, meeting }, { ...panel, state }, through)
      return moved === 'ahead' ? moved : reviewBegins(moved, [letter('posted', '2025-11-14T09:00:00.000Z')], ZONE)
    }
    expect(held('arranged', '2025-12-03')).toBe('ahead')
    expect(held('arranged', '2025-12-04')).toBe('2025-12-04')
    expect(held('attended', '2025-12-09')).toBe('2025-12-04')
    expect(held('cancelled', '2025-12-09')).toBe('2025-11-14')
  })

  test('is over after so many school days, and only where the pupil is still below the line', () => {
    expect([19, 20].map((days) => isReviewOver(afterStage1(), reading(BELOW, '2025-12-12', days), thresholds))).toEqual(
      [false, true],
    )
    expect(underReview(afterStage1(), reading(BELOW), thresholds)?.step).toBe('stage-1')
    expect(underReview(afterStage1(), reading(missed(140, 14)), thresholds)).toBeUndefined()
  })
})

describe('when it is over', () => {
  test.each([
    ['35 of 40 sessions in those days are no improvement', missed(40, 5), 'stage-2'],
    ['exactly 90% is one', missed(40, 4), undefined],
  ] as const)('%s', (_, period, due) => {
    expect(judged(period).due?.step).toBe(due)
  })

  test('an improvement is reviewed again from that day on', () => {
    expect(judged(missed(40, 0))).toMatchObject({ reviewSince: '2025-12-12', sent: [{ step: 'stage-1' }] })
  })

  test('an agreed part-time timetable counts for nothing, and days without a session are no proof of anything', () => {
    expect(judged({ ...missed(40, 0), attended: 20, authorised: 20, partTime: 20 }).due).toBeUndefined()
    expect(judged(missed(0, 0))).toEqual(afterStage1())
  })

  test('stage 2 stays due while the pupil is below the line, and is withdrawn when that is no longer true', () => {
    const due = judged(missed(40, 10))
    expect(afterNight(due, reading(missed(142, 21)), thresholds).due).toEqual(due.due)
    expect(afterNight(due, reading(missed(142, 14)), thresholds).due).toBeUndefined()
  })

  test('after stage 2 and its own review, legal action is to be considered, and nothing comes after that', () => {
    const second = { ...afterSending(judged(missed(40, 10)), AT, ['L2']), reviewSince: '2026-01-16' }
    expect([stageOf(second), comesNext(second, thresholds)?.step]).toEqual(['stage-2', 'legal'])
    const legal = judged(missed(40, 10), second)
    expect(legal.due?.step).toBe('legal')
    const last = afterSending(legal, AT)
    expect([stageOf(last), comesNext(last, thresholds)]).toEqual(['legal', undefined])
    expect(underReview(last, reading(BELOW), thresholds)).toBeUndefined()
  })
})

describe('a letter whose marks have changed', () => {
  const doubted = afterReview(afterStage1(), reading(BELOW), reviewed(missed(40, 10), missed(100, 8)), thresholds)

  test('so that it would not go today stops the next step, and keeps what went as it went', () => {
    expect(doubted).toMatchObject({
      waitsSince: '2025-12-12',
      sent: [{ tally: missed(100, 14), corrected: { holds: false } }],
    })
    expect(doubted.due).toBeUndefined()
    expect(underReview(doubted, reading(BELOW), thresholds)).toBeUndefined()
  })

  test('lets the next step come once a person has said so, and asks no second time', () => {
    const going = goesOn(doubted, 's-lead', AT)
    const next = afterReview(going, reading(BELOW), reviewed(missed(40, 10), missed(100, 8)), thresholds)
    expect([next.due?.step, next.waitsSince]).toEqual(['stage-2', undefined])
  })

  test('and would go all the same is noted and stops nothing', () => {
    const next = afterReview(afterStage1(), reading(BELOW), reviewed(missed(40, 10), missed(100, 12)), thresholds)
    expect(next).toMatchObject({ due: { step: 'stage-2' }, sent: [{ corrected: { holds: true } }] })
  })
})
