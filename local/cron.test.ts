import { expect, test } from 'vitest'
import { nextTime } from './cron.ts'

const times = (expression: string, zone: string, from: string, count: number): readonly (string | undefined)[] => {
  const next = nextTime(expression, zone)
  const found: (string | undefined)[] = []
  for (let at: string | undefined = from; found.length < count && at !== undefined; found.push(at)) at = next(at)
  return found
}

test('the 10:30 sweep stays at half past ten by the school clock when the clocks go forward', () => {
  expect(times('cron(30 10 ? * MON-FRI *)', 'Europe/London', '2026-03-27T00:00:00.000Z', 2)).toEqual([
    '2026-03-27T10:30:00.000Z',
    '2026-03-30T09:30:00.000Z',
  ])
})

test('the 10:30 sweep stays at half past ten by the school clock when the clocks go back', () => {
  expect(times('cron(30 10 ? * MON-FRI *)', 'Europe/London', '2026-10-23T00:00:00.000Z', 2)).toEqual([
    '2026-10-23T09:30:00.000Z',
    '2026-10-26T10:30:00.000Z',
  ])
})

test('half past ten of Friday 24 March, Monday 27 March and Monday 30 October 2028 is the same local time, whatever UTC says', () => {
  const at = (from: string) => times('cron(30 10 ? * MON-FRI *)', 'Europe/London', from, 1)[0]
  expect(['2028-03-24', '2028-03-27', '2028-10-30'].map((date) => at(`${date}T00:00:00.000Z`))).toEqual([
    '2028-03-24T10:30:00.000Z',
    '2028-03-27T09:30:00.000Z',
    '2028-10-30T10:30:00.000Z',
  ])
})

test('a time that the spring change skips does not fire that day', () => {
  expect(times('cron(30 1 * * ? *)', 'Europe/London', '2026-03-28T12:00:00.000Z', 1)).toEqual([
    '2026-03-30T00:30:00.000Z',
  ])
})

test('a time that autumn repeats fires once', () => {
  expect(times('cron(30 1 * * ? *)', 'Europe/London', '2026-10-24T12:00:00.000Z', 2)).toEqual([
    '2026-10-25T00:30:00.000Z',
    '2026-10-26T01:30:00.000Z',
  ])
})

test('a schedule never fires twice for the instant it has just fired at', () => {
  expect(nextTime('cron(15 9 ? * MON-FRI *)', 'Europe/London')('2026-01-12T09:15:00.000Z')).toBe(
    '2026-01-13T09:15:00.000Z',
  )
})

test('lists, ranges and steps mean what EventBridge means', () => {
  expect(times('cron(0/20 9-10 ? JAN MON,WED 2026)', 'UTC', '2026-01-12T09:30:00.000Z', 5)).toEqual([
    '2026-01-12T09:40:00.000Z',
    '2026-01-12T10:00:00.000Z',
    '2026-01-12T10:20:00.000Z',
    '2026-01-12T10:40:00.000Z',
    '2026-01-14T09:00:00.000Z',
  ])
})

test('a rate counts from the last time, and a one-off time passes once', () => {
  expect(times('rate(5 minutes)', 'UTC', '2026-01-12T08:30:00.000Z', 2)).toEqual([
    '2026-01-12T08:35:00.000Z',
    '2026-01-12T08:40:00.000Z',
  ])
  expect(nextTime('at(2026-07-01T09:15:00)', 'Europe/London')('2026-01-01T00:00:00.000Z')).toBe(
    '2026-07-01T08:15:00.000Z',
  )
  expect(nextTime('at(2026-07-01T09:15:00)', 'Europe/London')('2026-07-01T08:15:00.000Z')).toBeUndefined()
})

test.each(['cron(0 9 L * ? *)', 'cron(0 25 * * ? *)', 'rate(0 minutes)', 'every day'])(
  '%s is refused, never guessed at',
  (expression) => {
    expect(() => nextTime(expression, 'UTC')).toThrow(/cannot read|no schedule/)
  },
)
