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
import type { MeetingDue } from '../attend/attend-case.ts'
import type { Known } from '../known.ts'

/** Arranged on Monday for Thursday of the week after. */
const meeting = (more: Partial<MeetingDue> = {}): MeetingDue => ({
  pupil: 'P1',
  id: 'm1',
  date: '2026-01-22',
  time: '14:00',
  place: 'at school',
  arrangedOn: DATE,
  tell: 'text',
  ...more,
})
const contacts = [
  aContact('mum'),
  aContact('gran', { parentalResponsibility: false, mobile: '+447700900102' }),
  aContact('neighbour', { parentalResponsibility: false, livesWith: false, mobile: '+447700900103' }),
  aContact('dad', { noContact: true, mobile: '+447700900104' }),
]
const day = (more: Partial<Known> = {}) =>
  aDay({ pupils: roll(aPupil('P1', { contacts })), meetings: [meeting()], ...more })
const told = (known: Known, time: string) =>
  textsOf(decideAt(known, time)).map(({ step, contactId }) => [step, contactId])
const asked = (known: Known, time: string) =>
  tasksOf(decideAt(known, time)).filter(({ kind }) => kind === 'attend-meeting')

describe('a meeting with a family', () => {
  test('is told by text the moment it is arranged, to parents and whoever lives with the child, barred ones never', () => {
    expect(told(day(), '11:00')).toEqual([
      ['invite-m1', 'gran'],
      ['invite-m1', 'mum'],
    ])
    expect(told(day({ meetings: [meeting({ tell: 'letter' })] }), '11:00')).toEqual([])
  })

  test('sets the alarm for its reminder when it is arranged', () => {
    const looks = ordersOf(decideAt(day(), '11:00'), 'look').map((look) => look.at)
    expect(looks).toContain(at('16:00', '2026-01-21'))
  })

  test('is reminded of on the school day before, at the hour of the policy, however it was told', () => {
    const eve = day({ date: '2026-01-21', meetings: [meeting({ tell: 'letter' })] })
    expect(told(eve, '15:59')).toEqual([])
    expect(told(eve, '16:00').map(([step]) => step)).toEqual(['remind-m1', 'remind-m1'])
  })

  test('on a Monday is reminded of on Friday', () => {
    const friday = day({ date: '2026-01-16', meetings: [meeting({ date: '2026-01-19' })] })
    expect(told(friday, '16:00')).toHaveLength(2)
  })

  test('of which the family heard the day before is not reminded of', () => {
    const late = meeting({ date: '2026-01-13' })
    expect(told(day({ meetings: [late] }), '16:30').map(([step]) => step)).toEqual(['invite-m1', 'invite-m1'])
  })

  test('about a child on hold or missing is told by a person', () => {
    const hold = { pupil: 'P1', because: 'x', by: 's-dsl', at: at('10:30'), review: '2026-02-02' }
    const missing = { registers: [aRegister({ P1: 'N' })], cards: [aCard('P1', 'unexplained')] }
    for (const known of [day({ holds: [hold] }), day(missing)]) {
      expect(textsOf(decideAt(known, '11:00')).filter(({ kind }) => kind === 'reminder')).toEqual([])
      expect(asked(known, '11:00')).toMatchObject([{ id: 'tell-m1', doers: ['lead'], urgent: false }])
    }
  })

  test('that no text may tell, or none has told, is a task and never an urgent call', () => {
    const nobody = day({ pupils: roll(aPupil('P1', { contacts: [aContact('mum', { textsAllowed: false })] })) })
    expect(asked(nobody, '11:00')).toMatchObject([{ id: 'tell-m1' }])
    expect(tasksOf(decideAt(nobody, '11:00')).filter(({ kind }) => kind === 'call')).toEqual([])
    const text = (contactId: string) => aText({ contactId, kind: 'reminder', step: 'invite-m1', state: 'failed' })
    const lost = day({ cards: [aCard('P1', 'reported', { sessions: {}, texts: { ...text('mum'), ...text('gran') } })] })
    expect(asked(lost, '11:10')).toMatchObject([{ id: 'tell-m1' }])
  })

  test('for brothers and sisters is one text to the parent they share, one to the other parent, and one task for both', () => {
    const mum = aContact('mum')
    const family = roll(
      aPupil('P1', { contacts: [mum] }),
      aPupil('P2', { contacts: [mum, aContact('dad', { mobile: '+447700900105' })] }),
    )
    const both = day({ pupils: family, meetings: [meeting(), meeting({ pupil: 'P2' })] })
    const texts = textsOf(decideAt(both, '11:00')).map(({ contactId, pupils }) => [contactId, pupils])
    expect(texts).toEqual([
      ['mum', ['P1', 'P2']],
      ['dad', ['P2']],
    ])
    const over = { ...both, date: '2026-01-23' }
    expect(asked(over, '09:20').map(({ id, pupils }) => [id, pupils])).toEqual([['outcome-m1', ['P1', 'P2']]])
  })

  test('whose day is over is asked about until somebody says what came of it', () => {
    const over = day({ date: '2026-01-23' })
    expect(asked(over, '08:00')).toEqual([])
    expect(asked(over, '09:20')).toMatchObject([{ id: 'outcome-m1', pupils: ['P1'] }])
    const task = {
      ...asked(over, '09:20')[0],
      date: '2026-01-23',
      version: 1,
      raised: at('09:15'),
      state: 'open',
      pages: {},
    }
    const settled = day({ date: '2026-01-23', meetings: [], tasks: [task as Known['tasks'][number]] })
    expect(ordersOf(decideAt(settled, '10:00'), 'settle').map(({ taskId }) => taskId)).toEqual(['outcome-m1'])
  })
})
