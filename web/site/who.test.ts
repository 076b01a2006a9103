import { describe, expect, test } from 'vitest'
import type { OnSite } from './site-memory.ts'
import { countInWords, notIn, signedOut, toFind, whyAway } from './who.ts'

const pupils: OnSite['classes'][number]['pupils'] = [
  { id: 'P1', name: 'Amelia Ashdown', is: 'in' },
  { id: 'P2', name: 'Bilal Birch', is: 'left', at: '11:20' },
  { id: 'P3', name: 'Cerys Castell', is: 'away', why: 'Illness' },
  { id: 'P4', name: 'Dawit Dunmore', is: 'unknown' },
]
const threeB = { id: '3b', name: '3B', register: 'AM', pupils } as const
const site: OnSite = { date: '2026-01-12', asOf: '2026-01-12T11:30:00Z', classes: [{ ...threeB, pupils }] }

describe('at the assembly point', () => {
  test('children of whom nothing is known are looked for like those who are in', () => {
    expect(toFind({ ...threeB, pupils }).map(({ id }) => id)).toEqual(['P1', 'P4'])
    expect(countInWords(site)).toBe('1 in school, 1 of whom no register says anything.')
  })

  test('the others are not looked for, and it says why', () => {
    expect(notIn({ ...threeB, pupils }).map(whyAway)).toEqual(['Signed out at 11:20', 'Illness'])
    expect(signedOut(site)).toMatchObject([{ id: 'P2', className: '3B' }])
  })
})
