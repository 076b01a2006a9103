import { describe, expect, test } from 'vitest'
import { offersFor, ruleInWords, ruleOf } from './group-rule.ts'
import { type By, groupTable } from './group-table.ts'

const CLASSES = [{ id: '3b', name: '3 Beech' }]
const line = {
  pupils: 2,
  possible: 1200,
  attended: 1100,
  rates: { attendance: '91.7', authorised: '5.0', unauthorised: '3.3' },
  persistentlyAbsent: 1,
  severelyAbsent: 0,
  belowLine: 1,
}
const nobody = {
  ...line,
  pupils: 0,
  possible: 0,
  attended: 0,
  rates: { attendance: null, authorised: null, unauthorised: null },
}
const answer = (by: By['by'], groups: By['groups']): By => ({
  by,
  from: '2025-09-01',
  until: '2026-01-12',
  line: 90,
  academy: line,
  groups,
})

describe('figures of groups', () => {
  test('stand as they were answered, with the sessions behind each rate and the school below them', () => {
    const { rows } = groupTable(answer('class', [{ group: '3b', ...line }]), CLASSES)
    expect(rows).toEqual([
      ['3 Beech', '2', '1,100', '1,200', '91.7', '5.0', '3.3', '1', '0', '1'],
      ['Whole school', '2', '1,100', '1,200', '91.7', '5.0', '3.3', '1', '0', '1'],
    ])
  })

  test('of a group in which no session was possible are no rate, and neither 0 nor 100', () => {
    const { rows, note } = groupTable(answer('own', [{ group: 'g1', name: 'Chess club', ...nobody }]), CLASSES)
    expect(rows[0]?.slice(0, 5)).toEqual(['Chess club', '0', '0', '0', '–'])
    expect(note).toMatch(/do not add up/)
  })
})

describe('the rule of a group', () => {
  const known = { kinds: ['year', 'fsm'] as const, classes: CLASSES, years: ['3', '4', 'left the roll'] }

  test('is said as people say it', () => {
    expect(ruleInWords({ year: ['3', '4'], fsm: ['yes'] }, CLASSES)).toBe(
      'Year 3 or Year 4, and Free school meals: yes',
    )
    expect(ruleInWords({}, CLASSES)).toBe('')
  })

  test('is made of the kinds of the policy; nobody makes a group of those who left', () => {
    expect(offersFor(known, {})).toEqual([
      { by: 'year', words: ['3', '4'] },
      { by: 'fsm', words: ['yes', 'no'] },
    ])
  })

  test('loses nothing when a group is renamed, though its words are on the roll no more', () => {
    const was = { year: ['6'], ethnicity: ['WBRI'] }
    const offers = offersFor(known, was)
    expect(ruleOf(offers, (by) => was[by as keyof typeof was] ?? [])).toEqual(was)
  })
})
