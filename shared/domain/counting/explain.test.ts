import { describe, expect, test } from 'vitest'
import type { Code } from '../codes.ts'
import { explain } from './explain.ts'
import { daysOf } from './rate.ts'
import type { CountedMark } from './tally.ts'
import { bothTests, whyDiffer } from './two-figures.ts'

const mark = (date: string, session: 'AM' | 'PM', code: Code): CountedMark => ({ date, session, code })

describe('why it is that per cent', () => {
  const marks = [
    mark('2026-01-13', 'AM', 'I'),
    mark('2026-01-12', 'PM', '\\'),
    mark('2026-01-12', 'AM', 'L'),
    mark('2026-01-13', 'PM', 'Y4'),
  ]

  test('the sum is one sentence, with what is left out', () => {
    expect(explain(marks, [{ date: '2026-01-14', session: 'PM' }]).sum).toBe(
      '2 attended of 3 possible sessions is 66.7%: 1 missed, 1 authorised and 0 unauthorised. 1 session left out because no attendance was possible or due; 1 session without a mark: neither attended nor missed.',
    )
  })
  test('every session is listed in order with how it counts and why', () => {
    const { sessions, byCode } = explain(marks, [{ date: '2026-01-14', session: 'PM' }])
    expect(sessions.map(({ date, session, counts }) => `${date} ${session} ${counts}`)).toEqual([
      '2026-01-12 AM attended',
      '2026-01-12 PM attended',
      '2026-01-13 AM authorised',
      '2026-01-13 PM not-counted',
      '2026-01-14 PM no-mark',
    ])
    expect(sessions[0]?.why).toBe('Came in late but before the register closed: counts as attended, and as late.')
    expect(byCode).toEqual({ '\\': 1, L: 1, I: 1, Y4: 1 })
  })
  test('with nothing possible there is no percentage, and the sentence says so', () => {
    expect(explain([mark('2026-01-12', 'AM', 'D')]).sum).toContain('there is no percentage')
  })
  test('days are told as families count them', () => {
    expect([0, 1, 2, 13].map(daysOf)).toEqual(['0', '½', '1', '6½'])
  })
})

describe('why two figures differ', () => {
  test('at exactly 90% the Department says persistently absent and the school says not below 90%: the report explains both', () => {
    const tally = { possible: 100, attended: 90, authorised: 10, unauthorised: 0, late: 0 }
    const both = bothTests(
      tally,
      { line: 90, minimum: 20 },
      { dateOfBirth: '2017-05-04', joined: '2021-09-02', date: '2026-03-02' },
    )
    expect([both.persistent, both.belowLine]).toEqual([true, false])
    expect(both.because).toEqual([
      '10 of 100 sessions missed is 10% or more, which the Department counts as persistently absent; 90.0% is not below the school’s 90%.',
    ])
  })
  test('a letter of March and the figure of June differ by amended marks and by the sessions since: each is named', () => {
    const then = [mark('2026-03-02', 'AM', 'N'), mark('2026-03-02', 'PM', '\\')]
    const now = [mark('2026-03-02', 'AM', 'I'), mark('2026-03-02', 'PM', '\\'), mark('2026-03-03', 'AM', '/')]
    const { because, changed } = whyDiffer(
      { name: 'the letter of 3 March', marks: then },
      { name: 'the year to date', marks: now },
    )
    expect(changed).toHaveLength(1)
    expect(because).toEqual([
      'the letter of 3 March: 1 attended of 2 possible, 50.0%.',
      'the year to date: 2 attended of 3 possible, 66.7%.',
      'Only the year to date counts 1 session, from 2026-03-03 to 2026-03-03.',
      '2026-03-02 AM was N in the letter of 3 March and is I in the year to date.',
    ])
  })
})
