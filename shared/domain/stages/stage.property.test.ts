import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { ALL_CODES } from '../codes.ts'
import { tallyOf } from '../counting/tally.ts'
import { addDays } from '../time.ts'
import { afterNight, afterSending, furthestCrossed, noStage, type StageRecord } from './stage.ts'

const { thresholds } = springbankPolicy
const START = '2025-09-01'

const marks = fc.array(
  fc.record({ code: fc.oneof({ weight: 6, arbitrary: fc.constant('/' as const) }, fc.constantFrom(...ALL_CODES)) }),
  { minLength: 10, maxLength: 150 },
)
/** Nights in any order and number, each with the marks counted so far and whether what is due is sent the next afternoon. */
const nights = fc.array(fc.record({ counted: fc.nat(150), isSent: fc.boolean() }), { maxLength: 25 })

const readingOf = (given: readonly { code: (typeof ALL_CODES)[number] }[], counted: number) => {
  const through = addDays(START, counted)
  return {
    tally: tallyOf(given.slice(0, counted)),
    through,
    schoolDaysFrom: (date: string) => Math.round((Date.parse(through) - Date.parse(date)) / 86_400_000) + 1,
  }
}

const AT = '2025-10-06T15:00:00.000Z'

test('whatever the order of the nights, no step is sent twice in a cycle, and never a milder one after a further one', () => {
  return fc.assert(
    fc.property(marks, nights, (given, run) => {
      let record: StageRecord = noStage('P001', START)
      for (const { counted, isSent } of run) {
        record = afterNight(record, readingOf(given, counted), thresholds)
        if (isSent) record = afterSending(record, AT)
        const steps = record.sent.map(({ step }) => step)
        expect(steps).toEqual(['warning', 'stage-1'].filter((step) => steps.some((sent) => sent === step)))
      }
    }),
  )
})

test('before anything went, what is due depends on the last night alone', () => {
  return fc.assert(
    fc.property(marks, nights, fc.nat(150), (given, run, last) => {
      const end = readingOf(given, last)
      const through = run.reduce(
        (record, { counted }) => afterNight(record, readingOf(given, counted), thresholds),
        noStage('P001', START),
      )
      expect(afterNight(through, end, thresholds).due?.step).toBe(furthestCrossed(end.tally, thresholds))
    }),
  )
})

test('a night that comes twice changes nothing', () => {
  return fc.assert(
    fc.property(marks, nights, fc.nat(150), (given, run, last) => {
      const before = run.reduce(
        (record, { counted, isSent }) => {
          const next = afterNight(record, readingOf(given, counted), thresholds)
          return isSent ? afterSending(next, AT) : next
        },
        noStage('P001', START),
      )
      const once = afterNight(before, readingOf(given, last), thresholds)
      expect(afterNight(once, readingOf(given, last), thresholds)).toEqual(once)
    }),
  )
})

test('a line is crossed exactly when attended times 100 is less than possible times the line', () => {
  return fc.assert(
    fc.property(fc.integer({ min: 20, max: 380 }), fc.nat(380), (possible, less) => {
      const attended = Math.max(0, possible - less)
      const tally = { possible, attended, authorised: possible - attended, unauthorised: 0, late: 0 }
      const crossed =
        attended * 100 < possible * 90 ? 'stage-1' : attended * 100 < possible * 93 ? 'warning' : undefined
      expect(furthestCrossed(tally, thresholds)).toBe(crossed)
    }),
  )
})
