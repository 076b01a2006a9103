import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { Code } from '../codes.ts'
import { type Tally, tallyOf } from '../counting/tally.ts'
import {
  afterNight,
  afterSending,
  annotate,
  comesNext,
  noStage,
  type Reading,
  type StageRecord,
  stageOf,
} from './stage.ts'

const { thresholds } = springbankPolicy
const AT = '2025-10-06T15:00:00.000Z'
const nobody = noStage('P001', '2025-09-01')

const missed = (possible: number, unauthorised: number): Tally => ({
  possible,
  attended: possible - unauthorised,
  authorised: 0,
  unauthorised,
  late: 0,
})
const reading = (tally: Tally, through = '2025-10-03', schoolDays = 1): Reading => ({
  tally,
  through,
  schoolDaysFrom: () => schoolDays,
})
const night = (record: StageRecord, tally: Tally, through?: string, schoolDays?: number) =>
  afterNight(record, reading(tally, through, schoolDays), thresholds)
const warned = afterSending(night(nobody, missed(100, 8)), AT)

describe('what is due', () => {
  test.each([
    ['exactly 93% is not below 93%', missed(100, 7), undefined],
    ['92.99%, which reads 93.0%, is', missed(1000, 71), 'warning'],
    ['exactly 90% is a warning and no letter', missed(380, 38), 'warning'],
    ['one session more is the letter', missed(380, 39), 'stage-1'],
    ['two of six sessions in September are no reason to write', missed(6, 2), undefined],
    ['19 possible sessions are too few', missed(19, 19), undefined],
    ['20 are enough', missed(20, 3), 'stage-1'],
    ['no possible session is no rate', missed(0, 0), undefined],
  ] as const)('%s', (_, tally, step) => {
    expect(night(nobody, tally).due?.step).toBe(step)
  })

  test('twenty days of mornings with agreed part-time afternoons lead to nothing', () => {
    const days: readonly { code: Code }[] = Array.from({ length: 20 }, () => [
      { code: '/' as const },
      { code: 'C2' as const },
    ]).flat()
    expect(night(nobody, tallyOf(days)).due).toBeUndefined()
    const withOneMorningIll = [...days, ...days.slice(0, 18), { code: 'I' as const }]
    expect(night(nobody, tallyOf(withOneMorningIll)).due).toBeUndefined()
  })

  test('a fall past both lines in one night is one crossing: the letter, and no text before it', () => {
    const fallen = night(nobody, missed(100, 15))
    expect([fallen.due?.step, night(fallen, missed(102, 15)).due?.step]).toEqual(['stage-1', 'stage-1'])
    expect(night(afterSending(fallen, AT), missed(100, 8)).due).toBeUndefined()
  })

  test('is as of the night that saw it, however long it waits', () => {
    const first = night(nobody, missed(100, 8), '2025-10-03')
    expect(night(first, missed(104, 9), '2025-10-07').due).toEqual({
      step: 'warning',
      on: '2025-10-03',
      tally: missed(100, 8),
    })
  })
})

describe('marks corrected', () => {
  test('before the text went, withdraw it; a true fall later is due again', () => {
    const withdrawn = night(night(nobody, missed(100, 8)), missed(100, 6))
    expect(withdrawn.due).toBeUndefined()
    expect(night(withdrawn, missed(104, 8)).due?.step).toBe('warning')
  })

  test('after it went, leave it as it went, with what the marks say now beside it', () => {
    expect(night(warned, missed(100, 6)).sent).toEqual(warned.sent)
    const [sent] = warned.sent
    if (!sent) throw new Error('nothing went')
    expect(annotate(sent, missed(100, 6), thresholds)).toEqual({
      corrected: true,
      holds: false,
      now: missed(100, 6),
    })
    expect(annotate(sent, missed(100, 8), thresholds)).toMatchObject({ corrected: false, holds: true })
    const excused = { ...missed(100, 8), authorised: 2, unauthorised: 6 }
    expect(annotate(sent, excused, thresholds)).toMatchObject({ corrected: true, holds: true })
  })
})

describe('a cycle', () => {
  test('ends after twenty school days at or above the target, and a later fall is warned of again', () => {
    const recovering = night(warned, missed(200, 10), '2026-01-12', 1)
    expect(recovering.recoveringSince).toBe('2026-01-12')
    const almost = night(recovering, missed(238, 10), '2026-02-05', 19)
    expect(stageOf(almost)).toBe('warned')
    const anew = night(almost, missed(240, 10), '2026-02-06', 20)
    expect([stageOf(anew), anew.cycle, anew.recoveringSince]).toEqual(['green', 1, undefined])
    expect(night(anew, missed(280, 21)).due?.step).toBe('warning')
  })

  test('does not end when the pupil falls below the target in between', () => {
    const recovering = night(warned, missed(200, 10), '2026-01-12', 1)
    expect(night(recovering, missed(202, 11), '2026-01-13', 2).recoveringSince).toBeUndefined()
  })

  test('goes from the text to the letter, and each is sent once', () => {
    expect([stageOf(warned), comesNext(warned, thresholds)]).toEqual(['warned', { step: 'stage-1', below: 90 }])
    const lettered = afterSending(night(warned, missed(120, 13)), AT)
    expect([stageOf(lettered), comesNext(lettered, thresholds)]).toEqual(['stage-1', { step: 'stage-2', below: 90 }])
    expect(night(lettered, missed(122, 20)).due).toBeUndefined()
  })

  test('of nobody warned has the warning to come', () => {
    expect(comesNext(nobody, thresholds)).toEqual({ step: 'warning', below: 93 })
  })
})
