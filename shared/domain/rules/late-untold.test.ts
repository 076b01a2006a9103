import { describe, expect, test } from 'vitest'
import {
  aCard,
  aContact,
  aDay,
  aPupil,
  aRegister,
  aText,
  at,
  DATE,
  decideAt,
  ordersOf,
  roll,
  tasksOf,
  textsOf,
} from '../../../test/builders.ts'
import type { TextRecord } from '../absence.ts'
import type { Known } from '../known.ts'
import type { Contact } from '../people.ts'

const MUM = aContact('mum', { mobile: '+447700900101' })
const DAD = aContact('dad', { mobile: '+447700900102', priority: 2 })

const late = (
  contacts: readonly Contact[],
  texts: Readonly<Record<string, TextRecord>> = {},
  rest: Partial<Known> = {},
) =>
  aDay({
    registers: [aRegister({ P1: 'U' })],
    cards: [aCard('P1', 'arrived', { texts })],
    pupils: roll(aPupil('P1', { contacts })),
    ...rest,
  })
const text = (contactId: string, state: TextRecord['state'], step = 'first') =>
  aText({ contactId, kind: 'late', step, state })
const texted = (known: Known, time = '09:45') => textsOf(decideAt(known, time)).map((each) => each.contactId)
const toTell = (known: Known, time = '09:45') =>
  tasksOf(decideAt(known, time)).flatMap(({ kind, urgent }) => (kind === 'tell-late' ? [urgent] : []))

describe('a family owed the word that their child came in late', () => {
  test('is texted, and nobody has to tell them', () => {
    expect([texted(late([MUM, DAD])), toTell(late([MUM, DAD]))]).toEqual([['mum'], []])
  })
  test.each(['failed', 'refused'] as const)('hears it by the next contact when the text %s', (state) => {
    expect(texted(late([MUM, DAD], text('mum', state)))).toEqual(['dad'])
  })
  test('is told in another way when no contact is left, without hurry', () => {
    expect(toTell(late([MUM], text('mum', 'failed')))).toEqual([false])
    const both = { ...text('mum', 'failed'), ...text('dad', 'failed', 'next') }
    expect([texted(late([MUM, DAD], both)), toTell(late([MUM, DAD], both))]).toEqual([[], [false]])
  })
  test('is told in another way when nobody may be texted', () => {
    expect(toTell(late([{ ...MUM, textsAllowed: false }]))).toEqual([false])
  })
  test('is told in another way when it is learned only after the session', () => {
    expect([texted(late([MUM]), '13:30'), toTell(late([MUM]), '13:30')]).toEqual([[], [false]])
  })
  test.each(['accepted', 'delivered', 'uncertain', 'claimed'] as const)('has a text that was %s', (state) => {
    expect([texted(late([MUM, DAD], text('mum', state))), toTell(late([MUM, DAD], text('mum', state)))]).toEqual([
      [],
      [],
    ])
  })
  test('needs no telling when the mark is not a late one after all', () => {
    const known = late([MUM], text('mum', 'failed'), { registers: [aRegister({ P1: 'L' })] })
    expect([texted(known), toTell(known)]).toEqual([[], []])
    const asked = {
      id: `${DATE}-tell-late-P1`,
      kind: 'tell-late' as const,
      date: DATE,
      version: 1,
      pupils: ['P1'],
      raised: at('09:40'),
      due: at('10:10'),
      doers: ['office' as const],
      urgent: false,
      state: 'open' as const,
      why: '',
      rule: 'r',
      clause: 'c',
      pages: {},
    }
    expect(ordersOf(decideAt({ ...known, tasks: [asked] }, '09:45'), 'settle').map(({ because }) => because)).toEqual([
      'the child is not marked late any more',
    ])
    expect(ordersOf(decideAt({ ...late([MUM]), tasks: [asked] }, '09:45'), 'settle')).toEqual([])
  })
})
