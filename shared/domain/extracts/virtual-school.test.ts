import { expect, test } from 'vitest'
import { aPupil } from '../../../test/builders.ts'
import type { Agency } from '../people.ts'
import { virtualSchoolTaskId, withoutVirtualSchool } from './virtual-school.ts'

const TODAY = '2026-01-19'
const of = (name: string, rest: Partial<Agency> = {}): Agency => ({ kind: 'virtual-school', name, ...rest })
const lookedAfter = (key: string, ...agencies: readonly Agency[]) =>
  aPupil(key, { flags: ['lookedAfter'], agencies: [...agencies] })
const unknown = (...pupils: readonly ReturnType<typeof aPupil>[]) =>
  withoutVirtualSchool(
    Object.fromEntries(pupils.map((pupil, at) => [`k0${at}`, pupil])),
    ['Eastmoor Virtual School'],
    TODAY,
  )

test('a looked-after pupil with no Virtual School, or one that the policy does not know, is asked about', () => {
  expect(unknown(lookedAfter('k00'), lookedAfter('k01', of('Westvale Virtual School')))).toEqual(['k00', 'k01'])
})
test('a pupil whose Virtual School the policy has, however it is written, is not', () => {
  expect(unknown(lookedAfter('k00', of(' eastmoor virtual school ')))).toEqual([])
})
test('a Virtual School whose time is over is none', () => {
  expect(unknown(lookedAfter('k00', of('Eastmoor Virtual School', { until: '2026-01-18' })))).toEqual(['k00'])
})
test('an agency of another kind with the same name is none', () => {
  expect(unknown(lookedAfter('k00', of('Eastmoor Virtual School', { kind: 'social-worker' })))).toEqual(['k00'])
})
test('nobody asks about a child who is not looked after, or who has left', () => {
  expect(unknown(aPupil('k00', {}), { ...lookedAfter('k01'), left: '2026-01-16' })).toEqual([])
})
test('the task is the same one all the school year, and another child’s is another', () => {
  expect(virtualSchoolTaskId('k00', '2025-09-01')).not.toBe(virtualSchoolTaskId('k01', '2025-09-01'))
  expect(virtualSchoolTaskId('k00', '2025-09-01')).not.toBe(virtualSchoolTaskId('k00', '2026-09-01'))
})
