import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsFrom, isStaffGroup } from './staff-groups.ts'

const WRITTEN: readonly (readonly [string, (groups: readonly string[]) => string])[] = [
  ['a list', (groups) => JSON.stringify(groups)],
  ['in brackets', (groups) => `[${groups.join(', ')}]`],
  ['with commas', (groups) => groups.join(',')],
  ['with spaces', (groups) => groups.join(' ')],
]

test.each(WRITTEN)('roles are read from a directory that writes them as %s', (_, write) => {
  const groups = ['springbank.office', 'hilltop.head', 'trust.operator', 'la.891.reader']
  expect(groupsFrom(write(groups))).toEqual(groups)
})

test('a directory that says nothing of roles gives none', () => {
  expect(groupsFrom(undefined)).toEqual([])
  expect(groupsFrom('')).toEqual([])
})

test('a word that is no role gives nothing, whatever stands around it', () => {
  expect(
    groupsFrom('["springbank.caretaker", "office", "springbank.office.more", "x.trust.operator", "la.89.reader"]'),
  ).toEqual([])
  fc.assert(fc.property(fc.string(), (said) => groupsFrom(said).every(isStaffGroup)))
})
