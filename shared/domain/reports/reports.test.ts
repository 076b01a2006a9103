import { describe, expect, test } from 'vitest'
import { madeUpFacts } from '../../../test/support/made-up-facts.ts'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { presentCode } from '../codes.ts'
import { tallyOf } from '../counting/tally.ts'
import { lowClasses, rewardsOf } from '../rewards/rewards.ts'
import { reportCsv } from './as-csv.ts'
import { LEFT_OUT } from './figures-table.ts'
import { REPORT_KINDS } from './index.ts'
import type { Report } from './report.ts'
import { inPerCent, spelled } from './words.ts'

const facts = madeUpFacts('2026-02-06')
const written = new Map<string, Report>()
const write = (name: keyof typeof REPORT_KINDS): Report => {
  const known = written.get(name)
  if (known) return known
  const report = REPORT_KINDS[name].write(facts, { classId: '3b' })
  if (!report.ok) throw new Error(report.refusal.why)
  written.set(name, report.value)
  return report.value
}
const NAMES = Object.keys(REPORT_KINDS) as readonly (keyof typeof REPORT_KINDS)[]
const whole = tallyOf(facts.everybody.flatMap(({ marks }) => marks))

describe('every report', () => {
  test.each(NAMES)(
    '%s has as many cells in each row as headings, and a table for each chart with a row for each mark',
    (name) => {
      const { sections, findings } = write(name)
      expect(findings.length).toBeGreaterThan(0)
      for (const { table, chart } of sections) {
        expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true)
        const labels = chart?.series[0]?.points.map(({ label }) => label) ?? []
        expect(labels.filter((label) => !table.rows.some(([row]) => row === label))).toEqual([])
      }
    },
  )

  test('of the whole school’s year says the same rate', () => {
    const rate = inPerCent(whole.attended, whole.possible)
    expect(write('year').findings[0]).toContain(
      `is ${rate}: ${spelled(whole.attended)} of ${spelled(whole.possible)} possible sessions`,
    )
    expect(write('weekly').findings[0]).toContain(`of the school year so far ${rate}`)
    const beside = write('governors').sections.find(({ title }) => title === 'Beside the national figures')
    expect(`${beside?.table.rows[0]?.[2]}%`).toBe(rate)
  })

  test('of the day leaves out whoever had left by then, although a register marked them', () => {
    const [gone] = facts.everybody.filter(({ marks }) => marks.some(({ date }) => date === facts.year.until))
    const without = facts.everybody.map((each) =>
      each.key === gone?.key ? { ...each, marks: each.marks.filter(({ date }) => date < facts.year.until) } : each,
    )
    const possible = (everybody: typeof without) => {
      const report = REPORT_KINDS.daily.write({ ...facts, everybody }, {})
      if (!report.ok) throw new Error(report.refusal.why)
      return report.value.sections[0]?.table.rows.reduce((sum, row) => sum + Number(row[1]), 0)
    }
    expect(possible(without)).toBe(Number(possible(facts.everybody as typeof without)) - 1)
  })

  test('of a class shows no nought where a child was late and nobody wrote down how long', () => {
    const late = (minutes?: number) => ({
      ...facts,
      everybody: facts.everybody.map((each) => ({
        ...each,
        marks: each.marks.map(({ minutesLate: _was, ...mark }) =>
          (mark.code === 'L' || mark.code === 'U') && minutes !== undefined ? { ...mark, minutesLate: minutes } : mark,
        ),
      })),
    })
    const lost = (minutes?: number) => {
      const sheet = REPORT_KINDS['class-sheet'].write(late(minutes), { classId: '3b' })
      if (!sheet.ok) throw new Error(sheet.refusal.why)
      return sheet.value.sections.flatMap(({ table }) => table.rows.map((row) => [row[4], row[5]] as const))
    }
    const unwritten = lost()
    expect(unwritten.some(([times]) => times !== '0')).toBe(true)
    for (const [times, minutes] of unwritten) expect(minutes).toBe(times === '0' ? '0' : '–')
    for (const [times, minutes] of lost(7)) expect(minutes).toBe(String(Number(times) * 7))
  })

  test('for governors names no child, and shows no count of one or two', () => {
    const names = facts.everybody.flatMap(({ pupil }) => (pupil ? [`${pupil.forename} ${pupil.surname}`] : []))
    for (const name of ['governors', 'year'] as const) {
      const report = write(name)
      const text = reportCsv(report)
      expect(names.filter((each) => text.includes(each))).toEqual([])
      const counts = report.sections
        .filter(({ table }) => table.columns.some(({ title }) => title === 'Persistently absent'))
        .flatMap(({ table }) =>
          table.rows.flatMap((row) =>
            table.columns.flatMap(({ title, unit }, index) =>
              title === 'Pupils' || unit === 'pupils' ? [row[index] ?? ''] : [],
            ),
          ),
        )
      expect(counts).toContain(LEFT_OUT)
      expect(counts.filter((count) => ['1', '2'].includes(count))).toEqual([])
    }
  })
})

test('a report for governors gives no share from which one severely absent child could be worked out', () => {
  const everybody = facts.everybody.map((each, index) => ({
    ...each,
    marks: each.marks.map((mark) => ({ ...mark, code: index === 0 ? ('O' as const) : presentCode(mark.session) })),
  }))
  for (const name of ['governors', 'year'] as const) {
    const report = REPORT_KINDS[name].write({ ...facts, everybody }, {})
    if (!report.ok) throw new Error(report.refusal.why)
    const said = report.value.sections.flatMap(({ says }) => says).filter((each) => each.startsWith('Severely absent'))
    expect(said).toEqual([
      expect.stringContaining(`here: fewer than ${facts.policy.reports.hideBelow} pupils; nationally`),
    ])
  }
})

describe('rewards', () => {
  test('are lost by nobody for being ill: with illness left out nobody of the full list has missed anything else', () => {
    const rewards = rewardsOf(facts)
    const full = new Set(rewards?.full.map(({ key }) => key))
    const half = facts.everybody.map(({ key, marks }) => ({
      key,
      codes: marks.filter(({ date }) => date >= (rewards?.span.from ?? '')).map(({ code }) => code),
    }))
    const wasIll = half.filter(({ key, codes }) => full.has(key) && codes.includes('I'))
    expect(wasIll.length).toBeGreaterThan(0)
    expect(
      half.filter(({ key, codes }) => full.has(key) && codes.some((code) => ['O', 'U', 'N', 'G'].includes(code))),
    ).toEqual([])
  })

  test('wait until enough of the half term is over, and so does talk to a class', () => {
    const early = madeUpFacts('2026-01-08')
    expect(rewardsOf(early)).toMatchObject({ isTooEarly: true, full: [], green: [] })
    expect(lowClasses(early, { from: '2026-01-05', until: '2026-01-08' })).toEqual([])
    expect(lowClasses(facts, { from: '2026-01-05', until: '2026-02-06' }).map(({ classId }) => classId)).toEqual(['6b'])
  })

  test('may count illness where a school wants it so', () => {
    const strict = structuredClone(springbankPolicy)
    strict.reports.rewards.leftOut = []
    const [fair, hard] = [rewardsOf(facts), rewardsOf({ ...facts, policy: strict })]
    expect(hard?.full.length).toBeLessThan(fair?.full.length ?? 0)
  })
})
