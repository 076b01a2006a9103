import { describe, expect, test } from 'vitest'
import { aCard, aContact, aDay, aPupil, aText, decideAt, roll, tasksOf } from '../../../test/builders.ts'
import type { Contact } from '../people.ts'

const tally = { possible: 100, attended: 92, authorised: 5, unauthorised: 3, late: 0 }
const due = [{ pupil: 'P1', year: '2025-09-01', step: 'warning', on: '2026-01-09', tally }] as const
const withContacts = (...contacts: readonly Contact[]) => aDay({ pupils: roll(aPupil('P1', { contacts })), due })
const asked = (known: ReturnType<typeof aDay>, time = '16:05') =>
  tasksOf(decideAt(known, time)).filter(({ kind }) => kind === 'tell-warning')

describe('a warning that no text can bring', () => {
  test('is a task at four, when no parent may be texted', () => {
    const silent = withContacts(aContact('mum', { textsAllowed: false }), aContact('gran', { mobile: '01632 960001' }))
    expect(asked(silent)).toMatchObject([{ pupils: ['P1'], doers: ['lead'] }])
    expect(asked(silent, '15:59')).toEqual([])
  })

  test('is none where one of them may be, or only a neighbour could', () => {
    expect(asked(withContacts(aContact('mum', { textsAllowed: false }), aContact('dad')))).toEqual([])
    const neighbour = aContact('neighbour', { parentalResponsibility: false, livesWith: false })
    expect(asked(withContacts(neighbour))).toHaveLength(1)
  })
})

describe('a warning whose texts went', () => {
  const card = (...states: readonly ('failed' | 'refused' | 'accepted' | 'delivered')[]) =>
    aDay({
      pupils: roll(aPupil('P1')),
      cards: [
        aCard('P1', 'arrived', {
          texts: Object.assign(
            {},
            ...states.map((state, index) => aText({ contactId: `c${index}`, kind: 'warning', session: 'PM', state })),
          ),
        }),
      ],
    })

  test('and reached nobody is a task', () => {
    expect(asked(card('failed'))).toHaveLength(1)
    expect(asked(card('failed', 'refused'))).toHaveLength(1)
  })

  test('and may have reached one parent is none', () => {
    expect(asked(card('failed', 'delivered'))).toEqual([])
    expect(asked(card('accepted'), '18:30')).toEqual([])
  })
})
