import { describe, expect, test } from 'vitest'
import { aCard, aDay, aPupil, aRegister, at, DATE, decideAt, ordersOf, roll } from '../../test/builders.ts'
import type { Case } from './case.ts'
import type { Code } from './codes.ts'
import type { Known } from './known.ts'
import type { KnownAbsence } from './known-absence.ts'
import type { MarkSource } from './register.ts'
import type { Task } from './task.ts'

const aCase: Case = {
  caseId: 'k1',
  pupil: 'P1',
  opened: '2026-01-09',
  version: 1,
  days: ['2026-01-09', DATE],
  steps: [],
  visits: [],
}
const call: Task = {
  id: `${DATE}-call-P1`,
  kind: 'call',
  date: DATE,
  version: 1,
  pupils: ['P1'],
  raised: at('12:30'),
  due: at('13:30'),
  doers: ['office'],
  urgent: false,
  state: 'open',
  why: 'Ring.',
  rule: 'silent-by-lunch',
  clause: 'A clause',
  pages: {},
}
const agreed = (code: Code, recorded: string): KnownAbsence => ({
  id: 'a-1',
  pupil: 'P1',
  from: '2026-01-05',
  until: '2026-02-13',
  sessions: ['PM'],
  code,
  by: 's-lead',
  at: recorded,
})

/** Missing this morning without a word, in the second day of a case; the afternoon holds a code. */
const missingInTheMorning = (code: Code, source: MarkSource, rest: Partial<Known> = {}) => {
  const afternoon = aRegister({}, { session: 'PM', submittedAt: at('13:05'), asOf: at('13:05') })
  return aDay({
    registers: [aRegister({ P1: 'N' }), { ...afternoon, marks: { P1: { code, source } } }],
    cards: [aCard('P1')],
    pupils: roll(aPupil('P1')),
    cases: [aCase],
    tasks: [call],
    ...rest,
  })
}
const ends = (known: Known) => {
  const orders = decideAt(known, '13:16')
  return [...ordersOf(orders, 'close-case'), ...ordersOf(orders, 'settle')].map((order) => order.do)
}

describe('an absence that was agreed before the child went missing', () => {
  test.each<Code>(['C2', 'M', 'D', 'V'])(
    '%s in the afternoon is no contact: nobody has said where the child is',
    (code) => {
      const knownAbsences = [agreed(code, at('16:00', '2026-01-02'))]
      expect(ends(missingInTheMorning(code, 'known', { knownAbsences }))).toEqual([])
    },
  )

  test.each<Code>(['C2', 'X', 'D'])('%s of the school’s own timetable in an import is no contact either', (code) => {
    expect(ends(missingInTheMorning(code, 'import'))).toEqual([])
  })

  test('of the whole day leaves the case open, and somebody rings by lunch', () => {
    const knownAbsences = [{ ...agreed('C', at('16:00', '2026-01-02')), sessions: ['AM', 'PM'] as const }]
    const registers = [aRegister({})].map((register) => ({
      ...register,
      marks: { P1: { code: 'C', source: 'known' } as const },
    }))
    const known = missingInTheMorning('C', 'known', { knownAbsences, registers, cards: [], tasks: [] })
    expect(ordersOf(decideAt(known, '12:29'), 'task')).toEqual([])
    const orders = decideAt(known, '12:30')
    expect(ordersOf(orders, 'close-case')).toEqual([])
    expect(ordersOf(orders, 'task')).toMatchObject([{ kind: 'call', pupils: ['P1'], rule: 'away-by-plan' }])
  })

  test('does not take back that staff have seen the child this morning', () => {
    const known = missingInTheMorning('C2', 'known', { knownAbsences: [agreed('C2', at('16:00', '2026-01-02'))] })
    const seen = { ...known, registers: [aRegister({ P1: '/' }), ...known.registers.slice(1)], cards: [] }
    expect(ends(seen)).toEqual(['close-case', 'settle'])
  })
})

describe('an absence that the family has told of since', () => {
  test('is contact: the case closes and nobody rings', () => {
    const knownAbsences = [agreed('I', at('18:00', '2026-01-09'))]
    expect(ends(missingInTheMorning('I', 'known', { knownAbsences }))).toEqual(['close-case', 'settle'])
  })

  test('and that the office wrote into the school’s own system is contact', () => {
    expect(ends(missingInTheMorning('I', 'import'))).toEqual(['close-case', 'settle'])
    expect(ends(missingInTheMorning('C2', 'office'))).toEqual(['close-case', 'settle'])
  })
})
