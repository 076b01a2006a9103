import { describe, expect, test } from 'vitest'
import {
  aCard,
  aContact,
  aDay,
  aPupil,
  aRegister,
  at,
  DATE,
  decideAt,
  ordersOf,
  roll,
  textsOf,
} from '../../../test/builders.ts'
import type { Known } from '../known.ts'
import type { DueStep } from '../stages/steps.ts'

const tally = { possible: 100, attended: 92, authorised: 5, unauthorised: 3, late: 0 }
const due = (pupil = 'P1', more: Partial<DueStep> = {}): DueStep => ({
  pupil,
  year: '2025-09-01',
  step: 'warning',
  on: '2026-01-09',
  tally,
  ...more,
})
const contacts = [
  aContact('mum'),
  aContact('gran', { parentalResponsibility: false, mobile: '+447700900102' }),
  aContact('neighbour', { parentalResponsibility: false, livesWith: false, mobile: '+447700900103' }),
]
/** The day's own proof is about its registers. */
const ofRule = (known: Known, time: string) => decideAt(known, time).filter(({ rule }) => rule === 'warning-at-93')
const warned = (more: Partial<Known> = {}) => aDay({ pupils: roll(aPupil('P1', { contacts })), due: [due()], ...more })
const heard = (known: Known, time = '16:00') => textsOf(decideAt(known, time)).map(({ contactId }) => contactId)

describe('a warning about attendance', () => {
  test('goes at four on the next school day to parents and whoever lives with the child, and to nobody else', () => {
    expect(heard(warned())).toEqual(['gran', 'mum'])
    expect(heard(warned(), '15:59')).toEqual([])
    expect(ordersOf(decideAt(warned(), '15:30'), 'look').map((look) => look.at)).toEqual([at('16:00')])
  })

  test('goes on no day without school, and not on the day whose marks crossed the line', () => {
    expect(heard(warned({ date: '2026-01-17' }))).toEqual([])
    expect(heard(warned({ due: [due('P1', { on: DATE })] }))).toEqual([])
  })

  test('of last school year, or of a letter, is no text', () => {
    expect(heard(warned({ due: [due('P1', { year: '2024-09-01' })] }))).toEqual([])
    expect(heard(warned({ due: [due('P1', { step: 'stage-1' })] }))).toEqual([])
  })

  test('waits while the child is on hold, missing, or has an open case, and nobody is asked to ring instead', () => {
    const hold = { pupil: 'P1', because: 'x', by: 's-dsl', at: at('10:30'), review: '2026-02-02' }
    expect(ofRule(warned({ holds: [hold] }), '16:00')).toEqual([])
    const missing = { registers: [aRegister({ P1: 'N' })], cards: [aCard('P1', 'unexplained')] }
    expect(textsOf(decideAt(warned(missing), '16:00')).filter(({ kind }) => kind === 'warning')).toEqual([])
  })

  test('after six, or with nobody who may be texted, is no call', () => {
    expect(ofRule(warned(), '18:00')).toEqual([])
    const nobody = roll(aPupil('P1', { contacts: [aContact('mum', { textsAllowed: false })] }))
    expect(ofRule(warned({ pupils: nobody }), '16:00')).toEqual([])
  })

  test('is one text for brothers and sisters', () => {
    const both = roll(aPupil('P1', { contacts: [aContact('mum')] }), aPupil('P2', { contacts: [aContact('mum')] }))
    const texts = textsOf(decideAt(warned({ pupils: both, due: [due('P1'), due('P2')] }), '16:00'))
    expect(texts.map(({ pupils }) => pupils)).toEqual([['P1', 'P2']])
  })
})
