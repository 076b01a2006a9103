/** What a school day must not get wrong: who is asked after, who is told, and who is not. */
import { describe, expect, test } from 'vitest'
import { nextTime } from '../../local/cron.ts'
import { guardedTexter } from '../../shared/adapters/texting/guarded.ts'
import { decide } from '../../shared/domain/decide.ts'
import { whereIs } from '../../shared/domain/on-site.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import { arrivalMark } from '../../shared/domain/register.ts'
import { readReply } from '../../shared/domain/replies/read-reply.ts'
import { compose } from '../../shared/domain/texts/compose.ts'
import { addMinutes, clockMinutes, localDate } from '../../shared/domain/time.ts'
import type { OutgoingText, Texter } from '../../shared/ports/texter.ts'
import {
  aCard,
  aContact,
  aDay,
  aPupil,
  aRegister,
  aSilentDay,
  aText,
  at,
  DATE,
  decideAt,
  ordersOf,
  roll,
  tasksOf,
  textsOf,
} from '../builders.ts'
import { springbankPolicy } from '../support/policies.ts'

const { day } = springbankPolicy
const arriving = (time: string) => arrivalMark('AM', time, { opens: day.amOpens, closes: day.amCloses }, clockMinutes)
const closed = (time: string) => ({
  id: 'c1',
  from: DATE,
  until: DATE,
  sessions: ['AM', 'PM'] as const,
  code: 'Y4' as const,
  because: 'closed',
  by: 's-head',
  at: at(time),
})

describe('a late child', () => {
  test('Case 5: who comes at 09:40 is U, is called out at a fire, and is in no text of 10:30', () => {
    expect(arriving('09:40')).toMatchObject({ code: 'U', minutesLate: 40 })
    const register = aRegister({ P1: 'U' })
    expect(whereIs('P1', [register])).toEqual({ is: 'in' })
    const told = aCard('P1', 'arrived', { texts: aText({ contactId: 'm-P1', kind: 'late', at: at('09:41') }) })
    const known = aDay({ registers: [register], cards: [told], pupils: roll(aPupil('P1')) })
    expect(textsOf(decideAt(known, '10:30'))).toEqual([])
  })
  test('Case 6: who comes at 09:40 from the dentist is M, and the family is texted neither of a lateness nor of an absence', () => {
    const register = aRegister({ P1: 'M' })
    const known = aDay({ registers: [register], cards: [aCard('P1', 'arrived')], pupils: roll(aPupil('P1')) })
    for (const time of ['09:40', '10:30']) expect(textsOf(decideAt(known, time))).toEqual([])
  })
  test('Case 7: who comes at 09:07, while the register is open, is L, and nobody is texted', () => {
    expect(arriving('09:07')).toMatchObject({ code: 'L', minutesLate: 7 })
    expect(
      textsOf(decideAt(aDay({ registers: [aRegister({ P1: 'L' })], pupils: roll(aPupil('P1')) }), '10:30')),
    ).toEqual([])
  })
})

describe('a closed school', () => {
  test('Case 14: 400 children at home in the snow are no absences, no texts and no calls', () => {
    const keys = Array.from({ length: 400 }, (_, index) => `P${index}`)
    const known = aDay({
      closures: [closed('07:00')],
      registers: [aRegister(Object.fromEntries(keys.map((key) => [key, 'Y4'])), { submittedAt: at('09:10') })],
      pupils: roll(...keys.map((key) => aPupil(key))),
    })
    for (const time of ['09:15', '10:30', '12:30', '15:30']) {
      const orders = decideAt(known, time)
      expect([textsOf(orders), tasksOf(orders)]).toEqual([[], []])
    }
  })
  test('Case 15: a burst main at 11:30 leaves the morning’s register as it was taken and asks for none in the afternoon', () => {
    const known = aDay({
      closures: [closed('11:30')],
      registers: [aRegister({ P1: '/' }), aRegister({}, { session: 'PM', submitted: false })],
      pupils: roll(aPupil('P1')),
    })
    for (const time of ['11:31', '13:15', '15:30']) {
      const orders = decideAt(known, time)
      expect(ordersOf(orders, 'mark').filter(({ session }) => session === 'AM')).toEqual([])
      expect(tasksOf(orders).filter(({ kind }) => kind === 'missing-register')).toEqual([])
    }
  })
})

describe('the afternoon', () => {
  test('Case 17: a register of the afternoon that nobody took copies no mark, makes nobody N, texts no parent and asks staff', () => {
    const known = aDay({
      registers: [aRegister({ P1: '/', P2: 'I' })],
      rosters: {
        '3b': ['P1', 'P2'].map((key) => ({
          key,
          pupilId: key,
          admitted: '2021-09-02',
          dateOfBirth: '2017-05-04',
          yearGroup: '3',
        })),
      },
      pupils: roll(aPupil('P1'), aPupil('P2')),
    })
    const orders = decideAt(known, day.pmCloses)
    expect(ordersOf(orders, 'mark').filter(({ session }) => session === 'PM')).toEqual([])
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).map(({ kind, classId }) => [kind, classId])).toEqual([['missing-register', '3b']])
  })
  test('Case 18: N in the afternoon of a child who was here in the morning is followed up at once: they may have left the site', () => {
    const known = aDay({
      registers: [aRegister({ P1: '/' }), aRegister({ P1: 'N' }, { session: 'PM', submittedAt: at('13:10') })],
      cards: [aCard('P1', 'unexplained', { sessions: { PM: { standing: 'unexplained', since: at('13:15') } } })],
      pupils: roll(aPupil('P1')),
    })
    expect(tasksOf(decideAt(known, '13:15')).map(({ kind, urgent, pupils }) => [kind, urgent, pupils])).toContainEqual([
      'call',
      true,
      ['P1'],
    ])
  })
})

describe('the people who are told', () => {
  const mum = aContact('mum')
  const missing = (pupils: readonly Pupil[]) => {
    const keys = pupils.map(({ key }) => key)
    return aDay({
      registers: [aRegister(Object.fromEntries(keys.map((key) => [key, 'N'])))],
      cards: keys.map((key) => aCard(key)),
      pupils: roll(...pupils),
    })
  }
  const told = (...pupils: readonly Pupil[]) =>
    textsOf(decideAt(missing(pupils), '10:30')).map(({ contactId, pupils: about }) => [contactId, about])

  test('Case 37: a mother of three who are all missing gets one text of the three, and of two where she may not be told of the third', () => {
    const barred = { ...mum, courtRestriction: true }
    const [one, two] = [aPupil('P1', { contacts: [mum] }), aPupil('P2', { contacts: [mum] })]
    expect(told(one, two, aPupil('P3', { contacts: [mum] }))).toEqual([['mum', ['P1', 'P2', 'P3']]])
    expect(told(one, two, aPupil('P3', { contacts: [barred] }))).toEqual([['mum', ['P1', 'P2']]])
    const { body } = compose(springbankPolicy, {
      wording: 'unreported',
      ringOnly: 'unreported-ring-only',
      isRingOnly: false,
      names: ['Amelia', 'Bilal', 'Cerys'],
      date: DATE,
      session: 'AM',
      time: '10:30',
    })
    expect(body).toContain('Amelia, Bilal and Cerys')
  })
  test('Case 38: a father whom a court keeps from one child is told of the other, the mother of both', () => {
    const dad = aContact('dad', { mobile: '+447700900102' })
    const kept = { ...dad, courtRestriction: true, courtUntil: '2026-12-31' }
    expect(told(aPupil('P1', { contacts: [mum, kept] }), aPupil('P2', { contacts: [mum, dad] }))).toEqual([
      ['mum', ['P1', 'P2']],
      ['dad', ['P2']],
    ])
  })
  test('Case 39: a neighbour is asked to ring the school, and reads no name, reason, code or percentage', () => {
    const neighbour = aContact('n', { parentalResponsibility: false, livesWith: false, relationship: 'neighbour' })
    const [text] = textsOf(decideAt(missing([aPupil('P1', { contacts: [neighbour] })]), '10:30'))
    expect(text?.ringOnly).toBe(true)
    const { body } = compose(springbankPolicy, {
      wording: 'unreported',
      ringOnly: 'unreported-ring-only',
      isRingOnly: true,
      names: ['Amelia'],
      date: DATE,
      session: 'AM',
      time: '10:30',
    })
    expect(body).toMatch(/ring|call/i)
    expect(body).not.toMatch(/Amelia|absent|absence|not in school|unexplained|%|\bN\b/)
  })
  test('Case 53: a text that was delivered is no contact: the family is rung at lunch, and "who?" is read by a person', () => {
    const delivered = aCard('P1', 'unexplained', { texts: aText({ contactId: 'm-P1', state: 'delivered' }) })
    expect(tasksOf(decideAt(aSilentDay({ cards: [delivered] }), '12:30')).map(({ kind }) => kind)).toContain('call')
    const context = {
      policy: springbankPolicy,
      today: DATE,
      calendar: { listed: {}, terms: [] },
      names: ['Amelia'],
    }
    expect(readReply('who?', context).kind).toBe('unclear')
  })
  test('Case 60: who texts STOP is rung instead: the school’s care for the child goes on by another way', () => {
    const stopped = [{ contactId: 'm-P1', because: 'stop' as const, mobile: '+447700900101' }]
    const orders = decideAt(aSilentDay({ stopped }), '10:30')
    expect([textsOf(orders), tasksOf(orders).map(({ kind }) => kind)]).toEqual([[], ['call']])
  })
  test('Case 61: outside a live school a text to 07700 123456 is refused, and one to a number of drama goes', async () => {
    const sent: string[] = []
    const carrier: Texter = {
      send: async ({ to }) => {
        sent.push(to)
        return { outcome: 'accepted', providerId: 'p1' }
      },
    }
    const text = (to: string): OutgoingText => ({
      to,
      from: '+447700900000',
      senderId: 'Springbank',
      body: 'Please ring the school.',
      reference: 'r',
      key: 'k',
      usefulUntil: at('12:00'),
    })
    const send = (to: string) => guardedTexter(carrier, false).send(text(to), at('10:30'))
    for (const to of ['+447700123456', '+4477009001234', '07700900123', '+447700899999'])
      expect((await send(to)).outcome).toBe('refused')
    expect((await send('+447700900123')).outcome).toBe('accepted')
    expect(sent).toEqual(['+447700900123'])
  })
})

describe('the clock', () => {
  test('Case 49: half past ten is half past ten in London all year, whatever UTC says', () => {
    const sweep = nextTime('cron(30 10 ? * MON-FRI *)', 'Europe/London')
    expect(['2028-03-24', '2028-03-27', '2028-10-30'].map((date) => sweep(`${date}T00:00:00.000Z`))).toEqual([
      '2028-03-24T10:30:00.000Z',
      '2028-03-27T09:30:00.000Z',
      '2028-10-30T10:30:00.000Z',
    ])
  })
  test('Case 49: a session is a local date and a half of the day: half past midnight in June is of the new day, and its text is due at 10:30 there', () => {
    expect(localDate('2028-06-14T23:30:00.000Z', 'Europe/London')).toBe('2028-06-15')
    for (const [date, utc] of [
      ['2028-06-15', '2028-06-15T09:30:00.000Z'],
      ['2028-03-24', '2028-03-24T10:30:00.000Z'],
    ] as const) {
      const known = aSilentDay({
        date,
        registers: [aRegister({ P1: 'N' }, { date, submittedAt: at('09:10', date), asOf: at('09:10', date) })],
        cards: [aCard('P1', 'unexplained', { date })],
      })
      const due = (now: string) => textsOf(decide(known, springbankPolicy, now)).length
      expect([due(addMinutes(utc, -1)), due(utc)]).toEqual([0, 1])
    }
  })
})
