import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import type { Calendar } from '../calendar.ts'
import { periodsOver } from './due.ts'
import { extractId, type StoredExtract } from './stored.ts'
import { type Looking, wantedOn } from './wanted.ts'

const calendar: Calendar = { listed: { '2026-01-16': { kind: 'inset' } }, terms: springbankPolicy.calendar.terms }
const school = { calendar, terms: springbankPolicy.calendar.terms }
const at = (rhythm: Parameters<typeof periodsOver>[0], today: string, afterSchoolDays = 0, lookBack = 0) =>
  periodsOver(rhythm, school, today, { afterSchoolDays, lookBack })

describe('which period is over', () => {
  test('a week ends on Sunday, and five school days later is the night after the next Friday', () => {
    const week = { from: '2026-01-12', until: '2026-01-18' }
    expect(at('weekly', '2026-01-19')).toEqual([week])
    expect(at('weekly', '2026-01-23', 5)[0]).not.toEqual(week)
    expect(at('weekly', '2026-01-24', 5)).toEqual([week])
  })
  test('of days only those of school are told: Monday’s night looks at Thursday when Friday was INSET', () => {
    expect(at('daily', '2026-01-19')).toEqual([{ from: '2026-01-15', until: '2026-01-15' }])
  })
  test('a week of holidays has no extract', () => {
    expect(at('weekly', '2026-01-05', 0, 1).every(({ from }) => from < '2025-12-22')).toBe(true)
  })
  test('a month is one of the calendar', () => {
    expect(at('monthly', '2026-03-01')).toEqual([{ from: '2026-02-01', until: '2026-02-28' }])
  })
  test('a half term is the school’s own', () => {
    const [first] = at('half-term', '2026-02-20')
    expect(springbankPolicy.calendar.terms).toContainEqual(expect.objectContaining(first))
  })
  test('earlier ones come after the newest, as many as are looked at again', () => {
    expect(at('weekly', '2026-01-26', 0, 1).map(({ from }) => from)).toEqual(['2026-01-19', '2026-01-12'])
  })
})

describe('what a night makes', () => {
  const stored = (period: StoredExtract['period'], number = 1): StoredExtract => ({
    id: extractId({ recipient: 'attendance-team', extract: 'absence', period }, number),
    version: 1,
    recipient: 'attendance-team',
    extract: 'absence',
    schemaVersion: 1,
    period,
    number,
    format: 'csv',
    rows: 1,
    sha256: 'aa',
    generatedAt: '2026-01-24T02:00:00.000Z',
    receipts: [],
  })
  const looking = (today: string, rest: Partial<Looking> = {}): Looking => ({
    ...{ calendar, today, made: [], anew: false, changes: [] },
    ...rest,
  })
  const sent = (id: string, today: string, rest: Partial<Looking>) =>
    wantedOn(springbankPolicy, looking(today, rest))
      .filter(({ kind }) => kind.id === id)
      .map(({ period }) => period.from)
  const absence = (today: string, made: readonly StoredExtract[], anew = false) =>
    sent('absence', today, { made, anew })

  test('the first night makes the newest week and none of those before Firstbell', () => {
    expect(absence('2026-02-07', [])).toEqual(['2026-01-26'])
  })
  test('a week that has its extract is left alone until the next one comes, and is then looked at again', () => {
    const first = [stored({ from: '2026-01-12', until: '2026-01-18' })]
    expect(absence('2026-01-25', first)).toEqual([])
    expect(absence('2026-01-31', first)).toEqual(['2026-01-19', '2026-01-12'])
    expect(absence('2026-01-25', first, true)).toEqual(['2026-01-12'])
  })
  test('a mark that is changed months later has the extracts of its date looked at again, and no other; until they were', () => {
    const made = [
      stored({ from: '2026-01-12', until: '2026-01-18' }),
      stored({ from: '2026-01-19', until: '2026-01-25' }),
      { ...stored({ from: '2026-01-19', until: '2026-01-25' }, 2), lookedAt: '2026-04-30T02:00:00.000Z' },
    ]
    const on = (date: string, at: string) => sent('absence', '2026-05-02', { made, changes: [{ date, at }] }).slice(1)
    expect(on('2026-01-14', '2026-05-01T10:00:00.000Z')).toEqual(['2026-01-12'])
    expect(on('2026-01-20', '2026-05-01T10:00:00.000Z')).toEqual(['2026-01-19'])
    expect(on('2026-01-20', '2026-04-29T10:00:00.000Z')).toEqual([])
    expect(on('2026-01-11', '2026-05-01T10:00:00.000Z')).toEqual([])
  })
  test('a count of the year to date is touched by every earlier date of that school year, and by none before it', () => {
    const halves = [
      { from: '2026-01-05', until: '2026-02-13' },
      { from: '2026-02-23', until: '2026-03-27' },
    ]
    const made = halves.map((half) => ({ ...stored(half), extract: 'below-line' }))
    const on = (date: string) =>
      sent('below-line', '2026-05-02', { made, changes: [{ date, at: '2026-05-01T10:00:00.000Z' }] })
    expect(on('2025-09-10')).toContain('2026-01-05')
    for (const date of ['2025-07-10', '2026-02-23']) expect(on(date)).not.toContain('2026-01-05')
  })
  test('an extract made for another kind of recipient is never made, whatever a policy says', () => {
    const recipients = springbankPolicy.extracts.recipients.map((each) =>
      each.kind === 'trust'
        ? { ...each, sends: [{ extract: 'absence', every: 'weekly', afterSchoolDays: 0 } as const] }
        : each,
    )
    const policy = { ...springbankPolicy, extracts: { ...springbankPolicy.extracts, recipients } }
    const made = wantedOn(policy, looking('2026-01-24'))
    expect(made.map(({ recipient }) => recipient.kind)).not.toContain('trust')
  })
  test('what the policy has off is never made: the Department’s file is', () => {
    expect(wantedOn(springbankPolicy, looking('2026-01-24')).map(({ kind }) => kind.id)).not.toContain('dfe-daily')
  })
})
