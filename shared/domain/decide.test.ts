import { describe, expect, test } from 'vitest'
import {
  aCard,
  aClass,
  aContact,
  aDay,
  aPupil,
  aRegister,
  aSilentDay,
  aTask,
  aText,
  at,
  DATE,
  decideAt,
  ordersOf,
  roll,
  tasksOf,
  textsOf,
} from '../../test/builders.ts'
import { springbankPolicy } from '../../test/support/policies.ts'
import { lateSweepTask } from './pipeline/still-useful.ts'

describe('when the register closes', () => {
  test('a register that is not in is a task for the teacher and the office, and texts nobody', () => {
    const orders = decideAt(aDay({ classes: [aClass('3b')] }), '09:15')
    expect(tasksOf(orders).map((task) => [task.kind, task.classId, task.doers])).toEqual([
      ['missing-register', '3b', ['teacher', 'office']],
    ])
    expect(textsOf(orders)).toEqual([])
  })
  test('a register that was being saved while it closed is looked for within minutes, and not at 10:30', () => {
    const looks = (time: string) => ordersOf(decideAt(aDay(), time), 'look').map((look) => look.at)
    expect(looks('09:15')).toEqual([at('09:20'), at('10:30')])
    expect(looks('09:20')).toEqual([at('10:30')])
  })
  test('a register still missing at 10:30 is a task for the Head to count heads, and still texts nobody', () => {
    const orders = decideAt(aDay(), '10:30')
    expect(tasksOf(orders).map((task) => [task.kind, task.doers, task.urgent])).toEqual([
      ['missing-register', ['head'], true],
    ])
    expect(textsOf(orders)).toEqual([])
  })
  test('a draft that was never submitted is a missing register, not an absence', () => {
    const draft = aRegister({ P1: 'N' }, { submitted: false })
    const orders = decideAt(aDay({ registers: [draft], pupils: roll(aPupil('P1')) }), '10:30')
    expect(ordersOf(orders, 'follow')).toEqual([])
    expect(tasksOf(orders)[0]?.kind).toBe('missing-register')
  })
  test('a pupil nobody marked in a register that is in holds N, and a known absence its own code', () => {
    const entry = (key: string) => ({
      key,
      pupilId: key,
      admitted: '2021-09-02',
      dateOfBirth: '2017-05-04',
      yearGroup: '3',
    })
    const known = aDay({
      registers: [aRegister({ P1: '/' })],
      rosters: {
        '3b': [
          entry('P1'),
          entry('P2'),
          entry('P3'),
          { ...entry('P4'), left: '2026-01-09' },
          { ...entry('P5'), admitted: '2026-01-13' },
        ],
      },
      knownAbsences: [
        { id: 'k', pupil: 'P3', from: DATE, until: DATE, sessions: ['AM'], code: 'M', by: 'o', at: at('08:00') },
      ],
    })
    expect(ordersOf(decideAt(known, '09:15'), 'mark').map((order) => [order.code, order.pupils])).toEqual([
      ['N', ['P2']],
      ['M', ['P3']],
    ])
    expect(ordersOf(decideAt(known, '09:14'), 'mark')).toEqual([])
  })
  test('a vulnerable pupil without a reason goes to the top of the call list, and the social worker is told', () => {
    const pupil = aPupil('P1', { agencies: [{ kind: 'social-worker', name: 'Duty team' }] })
    const orders = decideAt(aSilentDay({ pupils: roll(pupil) }), '09:15')
    expect(tasksOf(orders).map((task) => [task.kind, task.urgent])).toEqual([
      ['call', true],
      ['tell-agency', false],
    ])
  })
  test('the afternoon inherits the reason that the morning knew', () => {
    const known = aDay({
      registers: [aRegister({ P1: 'N' }), aRegister({ P1: 'N' }, { session: 'PM' })],
      cards: [aCard('P1', 'reported')],
      pupils: roll(aPupil('P1')),
    })
    expect(ordersOf(decideAt(known, '13:15'), 'follow').map((order) => [order.session, order.standing])).toEqual([
      ['PM', 'reported'],
    ])
  })
})

describe('at half past ten', () => {
  test('the office may have a family texted sooner, though not before the register has closed', () => {
    const card = aCard('P1', 'unexplained', {
      sessions: { AM: { standing: 'unexplained', since: at('09:15'), textNow: true } },
    })
    const day = aSilentDay({ cards: [card, aCard('P2')], registers: [aRegister({ P1: 'N', P2: 'N' })] })
    expect(textsOf(decideAt(day, '09:14'))).toEqual([])
    expect(textsOf(decideAt(day, '09:40')).map(({ kind, pupils }) => [kind, pupils])).toEqual([['unreported', ['P1']]])
  })
  test('an unreported absence is one text to the entitled contact', () => {
    expect(textsOf(decideAt(aSilentDay(), '10:29'))).toEqual([])
    expect(textsOf(decideAt(aSilentDay(), '10:30')).map((text) => [text.kind, text.pupils, text.contactId])).toEqual([
      ['unreported', ['P1'], 'm-P1'],
    ])
  })
  test('the text goes with the look after it, and that look sets the alarm for a receipt that is not there', () => {
    const alarms = (known: Parameters<typeof decideAt>[0], time: string) =>
      ordersOf(decideAt(known, time), 'look').map((order) => order.at)
    expect(alarms(aSilentDay(), '10:30')).toEqual([at('10:35')])
    const went = (state: 'accepted' | 'delivered') =>
      aSilentDay({ cards: [aCard('P1', 'unexplained', { texts: aText({ contactId: 'm-P1', state }) })] })
    expect(alarms(went('accepted'), '10:35')).toEqual([at('10:50')])
    expect(alarms(went('delivered'), '10:35')).toEqual([])
    expect(alarms(aSilentDay({ cards: [aCard('P1', 'reported')] }), '10:30')).toEqual([])
    const hurried = { ...springbankPolicy, texts: { ...springbankPolicy.texts, receiptWithinMinutes: 2 } }
    const soon = ordersOf(decideAt(aSilentDay(), '10:30', hurried), 'look').map((order) => order.at)
    expect(soon).toEqual([at('10:32'), at('10:35')])
    // A provider that was busy took it late: its own twenty minutes are waited for.
    const takenLate = aText({ contactId: 'm-P1', state: 'accepted', acceptedAt: at('10:36') })
    expect(alarms(aSilentDay({ cards: [aCard('P1', 'unexplained', { texts: takenLate })] }), '10:50')).toEqual([
      at('10:56'),
    ])
  })
  test('a reported absence is never texted', () => {
    expect(textsOf(decideAt(aSilentDay({ cards: [aCard('P1', 'reported')] }), '10:30'))).toEqual([])
  })
  test('a register that was taken back texts nobody, although its pupils have cards', () => {
    expect(
      textsOf(decideAt(aSilentDay({ registers: [aRegister({ P1: 'N' }, { submitted: false })] }), '10:30')),
    ).toEqual([])
  })
  test('an absence is texted once, however often the day is looked at', () => {
    const texted = aCard('P1', 'unexplained', { texts: aText({ contactId: 'm-P1', state: 'delivered' }) })
    expect(textsOf(decideAt(aSilentDay({ cards: [texted] }), '10:31'))).toEqual([])
  })
  test('two children of one parent are one text that names both', () => {
    const mother = aContact('mum')
    const known = aDay({
      registers: [aRegister({ P1: 'N', P2: 'N' })],
      cards: [aCard('P2'), aCard('P1')],
      pupils: roll(aPupil('P1', { contacts: [mother] }), aPupil('P2', { contacts: [mother] })),
    })
    expect(textsOf(decideAt(known, '10:30')).map((text) => [text.contactId, text.pupils])).toEqual([
      ['mum', ['P1', 'P2']],
    ])
  })
  test('three children of one mother are one text that names those for whom she may be told', () => {
    const mother = aContact('mum')
    const barred = { ...mother, courtRestriction: true, courtUntil: '2026-12-31' }
    const family = (third: typeof mother) =>
      aDay({
        registers: [aRegister({ P1: 'N', P2: 'N', P3: 'N' })],
        cards: [aCard('P1'), aCard('P2'), aCard('P3')],
        pupils: roll(
          aPupil('P1', { contacts: [mother] }),
          aPupil('P2', { contacts: [mother] }),
          aPupil('P3', { contacts: [third] }),
        ),
      })
    const told = (third: typeof mother) => textsOf(decideAt(family(third), '10:30')).map((text) => text.pupils)
    expect(told(mother)).toEqual([['P1', 'P2', 'P3']])
    expect(told(barred)).toEqual([['P1', 'P2']])
  })
  test('separated parents who share the first priority each get their own text', () => {
    const pupil = aPupil('P1', {
      contacts: [aContact('mum'), aContact('dad', { mobile: '+447700900102', livesWith: false })],
    })
    expect(textsOf(decideAt(aSilentDay({ pupils: roll(pupil) }), '10:30')).map((text) => text.contactId)).toEqual([
      'dad',
      'mum',
    ])
  })
  test('a court restriction on one child of two keeps that child out of the barred parent’s text', () => {
    const mum = aContact('mum')
    const dad = aContact('dad', { mobile: '+447700900102' })
    const known = aDay({
      registers: [aRegister({ P1: 'N', P2: 'N' })],
      cards: [aCard('P1'), aCard('P2')],
      pupils: roll(
        aPupil('P1', { contacts: [mum, { ...dad, courtRestriction: true, courtUntil: '2026-12-31' }] }),
        aPupil('P2', { contacts: [mum, dad] }),
      ),
    })
    expect(textsOf(decideAt(known, '10:30')).map((text) => [text.contactId, text.pupils])).toEqual([
      ['mum', ['P1', 'P2']],
      ['dad', ['P2']],
    ])
  })
  test.each([
    ['no contact at all', { contacts: [] }],
    ['no mobile', { contacts: [{ mobile: undefined }] }],
    ['a landline only', { contacts: [{ mobile: undefined, landline: '+441632960001' }] }],
    ['do-not-contact', { contacts: [{ noContact: true }] }],
    ['texts not allowed', { contacts: [{ textsAllowed: false }] }],
  ])('%s is a call for a person, not silence', (_name, { contacts }) => {
    const pupil = aPupil('P1', { contacts: contacts.map((rest) => aContact('c', rest as never)) })
    const orders = decideAt(aSilentDay({ pupils: roll(pupil) }), '10:30')
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).map((task) => task.kind)).toEqual(['call'])
  })
  test('a contact who texted STOP is rung instead', () => {
    const orders = decideAt(
      aSilentDay({ stopped: [{ contactId: 'm-P1', because: 'stop' as const, mobile: '+447700900000' }] }),
      '10:30',
    )
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).map((task) => task.kind)).toEqual(['call'])
  })
  test('a neighbour is asked to ring and told nothing else', () => {
    const neighbour = aContact('n', { parentalResponsibility: false, livesWith: false, relationship: 'neighbour' })
    expect(
      textsOf(decideAt(aSilentDay({ pupils: roll(aPupil('P1', { contacts: [neighbour] })) }), '10:30'))[0]?.ringOnly,
    ).toBe(true)
  })
  test('a child on hold is never texted: the duty goes to one named person', () => {
    const hold = { pupil: 'P1', because: 'refuge', by: 'dsl', at: at('08:00'), review: '2026-02-01' }
    const orders = decideAt(aSilentDay({ holds: [hold] }), '10:30')
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).map((task) => [task.kind, task.doers])).toEqual([['held-duty', ['dsl']]])
  })
  test('a register that comes in after noon is too late for a text, so the family is rung', () => {
    const orders = decideAt(aSilentDay(), '12:00')
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).map((task) => task.kind)).toEqual(['call'])
  })
  test('when the 10:30 sweep was refused for lateness nobody is texted, everybody is rung', () => {
    const late = aTask({ id: lateSweepTask(DATE, 'unreported-absence'), kind: 'late-sweep' })
    const orders = decideAt(aSilentDay({ tasks: [late] }), '11:30')
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).map((task) => task.kind)).toEqual(['call'])
  })
  const snow = (time: string) => ({
    id: 'snow',
    from: DATE,
    until: DATE,
    sessions: ['AM', 'PM'] as const,
    code: 'Y4' as const,
    because: 'snow',
    by: 'head',
    at: at(time),
  })
  test('a session that was closed before its register is no absence', () => {
    const orders = decideAt(aSilentDay({ closures: [snow('08:40')] }), '10:30')
    expect(textsOf(orders)).toEqual([])
    expect(ordersOf(orders, 'follow').map((order) => order.standing)).toEqual(['withdrawn'])
    expect(tasksOf(orders)).toEqual([])
  })
  test('when the school closes after the register was in, the child is still missing and the text is held', () => {
    const orders = decideAt(aSilentDay({ closures: [snow('10:20')] }), '10:30')
    expect(textsOf(orders)).toEqual([])
    expect(ordersOf(orders, 'follow')).toEqual([])
    expect(ordersOf(orders, 'brake').map(({ brake }) => [brake.because, brake.pupils])).toEqual([
      ['closure-day', ['P1']],
    ])
  })
  test('a batch that was held because the school closed goes when the closure is undone', () => {
    const held = {
      id: 'b1',
      kind: 'unreported' as const,
      session: 'AM' as const,
      because: 'closure-day' as const,
      pupils: ['P1'],
      at: at('10:30'),
      version: 1,
      state: 'held' as const,
    }
    expect(textsOf(decideAt(aSilentDay({ closures: [snow('10:20')], brakes: [held] }), '10:40'))).toEqual([])
    expect(textsOf(decideAt(aSilentDay({ brakes: [held] }), '10:40'))).toHaveLength(1)
  })
  test('on an INSET day nothing happens', () => {
    expect(
      decideAt(aSilentDay({ calendar: { listed: { [DATE]: { kind: 'inset' } }, terms: [] } }), '10:30').filter(
        (order) => order.do !== 'follow',
      ),
    ).toEqual([])
  })
})

describe('after a text has gone', () => {
  const texted = (state: 'accepted' | 'failed' | 'delivered' | 'uncertain' | 'claimed', rest = {}) =>
    aSilentDay({ cards: [aCard('P1', 'unexplained', { texts: aText({ contactId: 'm-P1', state }) })], ...rest })
  const twoContacts = {
    pupils: roll(
      aPupil('P1', { contacts: [aContact('m-P1'), aContact('gran', { priority: 2, mobile: '+447700900103' })] }),
    ),
  }

  test('one that failed goes to the next priority', () => {
    expect(
      textsOf(decideAt(texted('failed', twoContacts), '10:35')).map((text) => [text.contactId, text.step]),
    ).toEqual([['gran', 'next']])
  })
  test('one that failed with no contact left goes to the call list', () => {
    expect(tasksOf(decideAt(texted('failed'), '10:35')).map((task) => task.kind)).toEqual(['call'])
  })
  test('one without a receipt for 20 minutes counts as unknown: a person rings, nothing is sent again', () => {
    expect(ordersOf(decideAt(texted('accepted', twoContacts), '10:49'), 'look').map((order) => order.at)).toContain(
      at('10:50'),
    )
    const orders = decideAt(texted('accepted', twoContacts), '10:50')
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).map((task) => task.kind)).toEqual(['call'])
  })
  test('an uncertain one is exactly one office task, never a second text', () => {
    const orders = decideAt(texted('uncertain'), '10:40')
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).map((task) => task.kind)).toEqual(['uncertain-text'])
  })
  test('a claim is uncertain only when its lease is over', () => {
    expect(tasksOf(decideAt(texted('claimed'), '10:31'))).toEqual([])
    expect(tasksOf(decideAt(texted('claimed'), '10:32')).map((task) => task.kind)).toEqual(['uncertain-text'])
  })
  test('an arrival sends the same contact one correction and no late text', () => {
    const arrived = aCard('P1', 'arrived', { texts: aText({ contactId: 'm-P1', state: 'delivered' }) })
    const orders = decideAt(aSilentDay({ registers: [aRegister({ P1: 'U' })], cards: [arrived] }), '10:40')
    expect(textsOf(orders).map((text) => [text.kind, text.contactId])).toEqual([['correction', 'm-P1']])
  })
  test('the correction is not sent twice', () => {
    const texts = {
      ...aText({ contactId: 'm-P1', state: 'delivered' }),
      ...aText({ contactId: 'm-P1', kind: 'correction', at: at('10:40') }),
    }
    const known = aSilentDay({ registers: [aRegister({ P1: 'U' })], cards: [aCard('P1', 'arrived', { texts })] })
    expect(textsOf(decideAt(known, '10:41'))).toEqual([])
  })
  test('a teacher who marks present asks the office; the family is not told twice', () => {
    const orders = decideAt(texted('delivered', { registers: [aRegister({ P1: '/' })] }), '10:45')
    expect(tasksOf(orders).map((task) => task.kind)).toEqual(['disputed-mark'])
    expect(textsOf(orders)).toEqual([])
  })
  test('a parent’s reply is not answered with a correction', () => {
    const reported = aCard('P1', 'reported', { texts: aText({ contactId: 'm-P1', state: 'delivered' }) })
    expect(textsOf(decideAt(aSilentDay({ cards: [reported], registers: [aRegister({ P1: 'I' })] }), '11:00'))).toEqual(
      [],
    )
  })
})

describe('late arrivals', () => {
  test('after the register closed, with nothing sent yet: one late text', () => {
    const known = aDay({
      registers: [aRegister({ P1: 'U' })],
      cards: [aCard('P1', 'arrived')],
      pupils: roll(aPupil('P1')),
    })
    expect(textsOf(decideAt(known, '09:16')).map((text) => text.kind)).toEqual(['late'])
  })
  test('a school that does not text about lateness texts nobody, and still has the card', () => {
    const says = { ...springbankPolicy, texts: { ...springbankPolicy.texts, lateArrivals: false } }
    const known = aDay({
      registers: [aRegister({ P1: 'U', P2: 'U' })],
      cards: [aCard('P1', 'arrived')],
      pupils: roll(aPupil('P1'), aPupil('P2')),
    })
    const orders = decideAt(known, '09:16', says)
    expect(textsOf(orders)).toEqual([])
    expect(orders.flatMap((order) => (order.do === 'follow' ? [order.pupil] : []))).toEqual(['P2'])
  })
  test('L is attendance and texts nobody', () => {
    const known = aDay({ registers: [aRegister({ P1: 'L' })], pupils: roll(aPupil('P1')) })
    expect(textsOf(decideAt(known, '09:20'))).toEqual([])
  })
})

describe('the brake', () => {
  const keys = (count: number) => Array.from({ length: count }, (_, index) => `P${index + 1}`)
  const absent = (count: number, rest = {}) =>
    aDay({
      classes: [aClass('3b', 30), aClass('4a', 200)],
      registers: [
        aRegister(Object.fromEntries(keys(count).map((key) => [key, 'N']))),
        aRegister({}, { classId: '4a' }),
      ],
      cards: keys(count).map((key) => aCard(key)),
      pupils: roll(...keys(count).map((key) => aPupil(key))),
      ...rest,
    })

  test('seven of thirty pass, eight are held', () => {
    expect(textsOf(decideAt(absent(7), '10:30'))).toHaveLength(7)
    expect(textsOf(decideAt(absent(8), '10:30'))).toHaveLength(0)
    expect(
      ordersOf(decideAt(absent(8), '10:30'), 'brake').map((order) => [order.brake.because, order.brake.pupils.length]),
    ).toEqual([['class-share', 8]])
  })
  test('a held brake pages the Lead at once, the Head after ten minutes, the Trust after twenty; the pupils go on the call list', () => {
    const brake = {
      id: `${DATE}-brake-unreported-AM-3b`,
      kind: 'unreported',
      session: 'AM',
      classId: '3b',
      because: 'class-share',
      pupils: keys(8),
      at: at('10:30'),
      version: 1,
      state: 'held',
    } as const
    const pages = (time: string) =>
      ordersOf(decideAt(absent(8, { brakes: [brake] }), time), 'page').map((page) => page.staffId)
    expect(pages('10:30')).toEqual(['s-lead'])
    expect(pages('10:40')).toEqual(['s-lead', 's-head'])
    expect(pages('10:50')).toEqual(['s-lead', 's-head', 's-trust'])
    const orders = decideAt(absent(8, { brakes: [brake] }), '10:31')
    expect(textsOf(orders)).toEqual([])
    expect(tasksOf(orders).filter((task) => task.kind === 'call')).toHaveLength(8)
  })
  test('released, it decides again on the marks of that minute', () => {
    const brake = {
      id: `${DATE}-brake-unreported-AM-3b`,
      kind: 'unreported',
      session: 'AM',
      classId: '3b',
      because: 'class-share',
      pupils: keys(8),
      at: at('10:30'),
      version: 2,
      state: 'released',
    } as const
    const known = absent(8, { brakes: [brake] })
    const cards = known.cards.map((card) => (card.pupil === 'P1' ? aCard('P1', 'reported') : card))
    expect(
      textsOf(decideAt({ ...known, cards }, '10:35'))
        .flatMap((text) => text.pupils)
        .toSorted(),
    ).toEqual(keys(8).slice(1))
  })
  test('a release speaks of the pupils it held: twenty-two more of that class after it are a batch of their own', () => {
    const brake = {
      id: `${DATE}-brake-unreported-AM-3b`,
      kind: 'unreported',
      session: 'AM',
      classId: '3b',
      because: 'class-share',
      pupils: keys(8),
      at: at('10:30'),
      version: 2,
      state: 'released',
    } as const
    const orders = decideAt(absent(30, { brakes: [brake] }), '10:45')
    expect(textsOf(orders).flatMap((text) => text.pupils)).toHaveLength(8)
    const held = ordersOf(orders, 'brake').map((order) => order.brake)
    expect(held.map((each) => each.pupils.length)).toEqual([22])
    expect(held.map((each) => each.id)).not.toContain(brake.id)
    expect(textsOf(decideAt(absent(10, { brakes: [brake] }), '10:45'))).toHaveLength(10)
  })
  test('a pupil who goes missing while the class is held is held too', () => {
    const brake = {
      id: `${DATE}-brake-unreported-AM-3b`,
      kind: 'unreported',
      session: 'AM',
      classId: '3b',
      because: 'class-share',
      pupils: keys(8),
      at: at('10:30'),
      version: 1,
      state: 'held',
    } as const
    const orders = decideAt(absent(9, { brakes: [brake] }), '10:45')
    expect(textsOf(orders)).toEqual([])
    expect(ordersOf(orders, 'brake').map((order) => order.brake.pupils)).toEqual([['P9']])
  })
  test('refused, nobody is texted', () => {
    const brake = {
      id: `${DATE}-brake-unreported-AM-3b`,
      kind: 'unreported',
      session: 'AM',
      classId: '3b',
      because: 'class-share',
      pupils: keys(8),
      at: at('10:30'),
      version: 2,
      state: 'refused',
    } as const
    expect(textsOf(decideAt(absent(8, { brakes: [brake] }), '10:35'))).toEqual([])
  })
  test('vulnerable pupils are texted although their class is held', () => {
    const known = absent(8)
    const pupils = { ...known.pupils, P1: aPupil('P1', { flags: ['lookedAfter'] }) }
    expect(textsOf(decideAt({ ...known, pupils }, '10:30')).flatMap((text) => text.pupils)).toEqual(['P1'])
  })
  test('register data older than the policy allows is held, not texted upon', () => {
    const known = aSilentDay({ registers: [aRegister({ P1: 'N' }, { asOf: at('08:20') })] })
    const [order] = ordersOf(decideAt(known, '10:30'), 'brake')
    expect(order?.brake.because).toBe('stale-register')
    const brakes = order ? [{ ...order.brake, at: at('10:30'), version: 1, state: 'held' as const }] : []
    expect(textsOf(decideAt({ ...known, brakes }, '10:35'))).toEqual([])
    const fresh = { ...known, brakes, registers: [aRegister({ P1: 'N' }, { asOf: at('10:34') })] }
    expect(textsOf(decideAt(fresh, '10:35')).map((text) => text.pupils)).toEqual([['P1']])
  })
})

describe('the ladder', () => {
  const aCase = (days: readonly string[], rest = {}) => ({
    caseId: 'k1',
    pupil: 'P1',
    opened: days[0] ?? DATE,
    version: 1,
    days,
    steps: [],
    visits: [],
    ...rest,
  })
  const onDay = (days: readonly string[], rest = {}) =>
    aSilentDay({
      cards: [aCard('P1', 'unexplained', { texts: aText({ contactId: 'm-P1', state: 'delivered' }) })],
      cases: [aCase(days)],
      ...rest,
    })
  const kinds = (known: Parameters<typeof decideAt>[0], time: string) =>
    tasksOf(decideAt(known, time)).map((task) => task.kind)

  test('silence by lunch is a call and opens a case', () => {
    const orders = decideAt(aSilentDay(), '12:30')
    expect(tasksOf(orders).map((task) => task.kind)).toEqual(['call'])
    expect(ordersOf(orders, 'open-case')).toHaveLength(1)
  })
  test('day 1 ends with a visit', () => {
    expect(kinds(onDay([DATE]), '15:30')).toContain('visit')
  })
  test('a second silent school day is counted, and is a second visit', () => {
    expect(ordersOf(decideAt(onDay(['2026-01-09']), '09:15'), 'step-case').map((step) => step.day)).toEqual([DATE])
    expect(kinds(onDay(['2026-01-09', DATE]), '12:30')).toContain('visit')
  })
  test('day 3 is a visit and the referral to the Trust', () => {
    expect(kinds(onDay(['2026-01-08', '2026-01-09', DATE]), '12:30')).toEqual(
      expect.arrayContaining(['visit', 'referral']),
    )
  })
  test('day 4 is a wider search with a text to every contact who may be texted', () => {
    const pupils = roll(
      aPupil('P1', { contacts: [aContact('mum'), aContact('gran', { priority: 2, mobile: '+447700900103' })] }),
    )
    const orders = decideAt(onDay(['2026-01-07', '2026-01-08', '2026-01-09', DATE], { pupils }), '10:30')
    expect(tasksOf(orders).map((task) => task.kind)).toEqual(expect.arrayContaining(['wider-search', 'call']))
    expect(
      textsOf(orders)
        .filter((text) => text.kind === 'ladder')
        .map((text) => text.contactId),
    ).toEqual(['mum', 'gran'])
  })
  test('a step that a person skipped is not asked for again', () => {
    const skipped = aCase(['2026-01-09', DATE], {
      steps: [{ day: 2, step: 'second-visit', at: at('11:00'), how: 'skipped', because: 'police are visiting' }],
    })
    expect(kinds(aSilentDay({ cases: [skipped] }), '12:30')).not.toContain('visit')
  })
  test('a step brought forward is asked for at once', () => {
    const forward = aCase([DATE], {
      steps: [{ day: 1, step: 'referral', at: at('11:00'), how: 'advanced', because: 'concern' }],
    })
    expect(kinds(aSilentDay({ cases: [forward] }), '11:00')).toContain('referral')
  })
  test('contact made closes the case; a reply nobody confirmed does not', () => {
    expect(ordersOf(decideAt(onDay([DATE], { cards: [aCard('P1', 'reported')] }), '11:00'), 'close-case')).toHaveLength(
      1,
    )
    expect(ordersOf(decideAt(onDay([DATE], { cards: [aCard('P1', 'answered')] }), '11:00'), 'close-case')).toHaveLength(
      0,
    )
  })
  test('a reply nobody confirmed counts as silence at the end of the day', () => {
    expect(kinds(aSilentDay({ cards: [aCard('P1', 'answered')] }), '15:30')).toContain('call')
    expect(ordersOf(decideAt(aSilentDay({ cards: [aCard('P1', 'answered')] }), '15:30'), 'open-case')).toHaveLength(1)
  })
  test('a child who is back in class closes the case although there is no card today', () => {
    const known = aDay({
      registers: [aRegister({ P1: '/' })],
      cases: [aCase(['2026-01-09'])],
      pupils: roll(aPupil('P1')),
    })
    expect(ordersOf(decideAt(known, '09:15'), 'close-case')).toHaveLength(1)
  })
  test('a case open before a holiday goes to the safeguarding lead that afternoon', () => {
    const calendar = {
      listed: {},
      terms: [
        { from: '2026-01-01', until: DATE },
        { from: '2026-01-19', until: '2026-03-01' },
      ],
    }
    expect(kinds(onDay([DATE], { calendar }), '13:15')).toContain('safeguarding')
    expect(kinds(onDay([DATE]), '13:15')).not.toContain('safeguarding')
  })
  test('a referral the Trust has not acknowledged in two hours is telephoned', () => {
    const referral = aTask({ id: 'ref', kind: 'referral', pupils: ['P1'], raised: at('12:30') })
    const ids = (time: string) => tasksOf(decideAt(aSilentDay({ tasks: [referral] }), time)).map((task) => task.id)
    expect(ids('14:29')).not.toContain(`${DATE}-ring-trust-P1`)
    expect(ids('14:30')).toContain(`${DATE}-ring-trust-P1`)
  })
})

describe('the afternoon and the end of the day', () => {
  test('here this morning and missing this afternoon is urgent at once', () => {
    const known = aDay({
      registers: [aRegister({ P1: '/' }), aRegister({ P1: 'N' }, { session: 'PM' })],
      cards: [aCard('P1', 'unexplained', { sessions: { PM: { standing: 'unexplained', since: at('13:15') } } })],
      pupils: roll(aPupil('P1')),
    })
    const urgent = tasksOf(decideAt(known, '13:15')).filter((task) => task.urgent)
    expect(urgent.map((task) => [task.kind, task.doers])).toEqual([['call', ['office', 'dsl', 'head']]])
  })
  test('the proof leaves no silent child without an owner', () => {
    const orders = decideAt(aSilentDay(), '15:30')
    const owned = tasksOf(orders)
      .filter((task) => task.kind !== 'day-end')
      .flatMap((task) => task.pupils)
    expect(owned).toContain('P1')
    expect(tasksOf(orders).find((task) => task.kind === 'day-end')?.doers).toEqual(['lead'])
  })
  test('tasks about a child close when the child is accounted for', () => {
    const call = aTask({ id: 'c', kind: 'call', pupils: ['P1'] })
    const orders = decideAt(
      aSilentDay({ tasks: [call], cards: [aCard('P1', 'arrived')], registers: [aRegister({ P1: 'U' })] }),
      '11:00',
    )
    expect(ordersOf(orders, 'settle').map((order) => order.taskId)).toEqual(['c'])
  })
  test('a danger word pages the safeguarding lead, then the deputy, then the Head', () => {
    const task = aTask({ id: 'sg', kind: 'safeguarding', urgent: true, raised: at('10:40'), about: 'r1' })
    const pages = (time: string) =>
      ordersOf(decideAt(aDay({ tasks: [task] }), time), 'page').map((page) => page.staffId)
    expect(pages('10:40')).toEqual(['s-dsl'])
    expect(pages('10:50')).toEqual(['s-dsl', 's-deputy'])
    expect(pages('11:00')).toEqual(['s-dsl', 's-deputy', 's-head'])
  })
  test('a page to a role nobody holds passes to the next person at once', () => {
    const task = aTask({ id: 'sg', kind: 'safeguarding', urgent: true, raised: at('10:40') })
    const staff = aDay().staff.filter((member) => member.role !== 'dsl')
    expect(ordersOf(decideAt(aDay({ tasks: [task], staff }), '10:40'), 'page').map((page) => page.staffId)).toEqual([
      's-deputy',
    ])
  })
})

describe('every order', () => {
  test('names the rule and the clause that asked for it', () => {
    const orders = ['09:15', '10:30', '12:30', '15:30'].flatMap((time) => decideAt(aSilentDay(), time))
    expect(orders.every((order) => order.rule.length > 0 && order.clause.length > 0)).toBe(true)
  })
  test('the policy decides the times: nothing of Springbank’s is written into a rule', () => {
    const early = { ...springbankPolicy, sweeps: { ...springbankPolicy.sweeps, 'unreported-absence': '09:50' } }
    expect(textsOf(decideAt(aSilentDay(), '09:50', early))).toHaveLength(1)
  })
})
