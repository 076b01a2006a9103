import { describe, expect, test } from 'vitest'
import { aContact, aPupil, DATE } from '../../test/builders.ts'
import { letterRecipients } from './letter-recipients.ts'

const HOME = { address: ['14 Meadow Lane', 'Eastmoor'], postcode: 'NG99 1AB' }
const AWAY = { address: ['3 Ridge Road', 'Overdale'], postcode: 'NG99 2BB' }

const mum = aContact('mum', { name: 'Robin Marlowe', ...HOME })
const dad = aContact('dad', { name: 'Sam Marlowe', priority: 2, livesWith: false, hasCare: false, ...AWAY })
const recipients = (...contacts: (typeof mum)[]) => letterRecipients(aPupil('P1', { contacts }), DATE)

describe('a letter about a child is written', () => {
  test('to each parent separately, with their own address and no other', () => {
    expect(recipients(dad, mum).to).toEqual([
      { contactId: 'mum', name: 'Robin Marlowe', ...HOME },
      { contactId: 'dad', name: 'Sam Marlowe', ...AWAY },
    ])
  })

  test('to a grandmother who brings the child up, and not to one who lives nearby', () => {
    const gran = aContact('gran', { parentalResponsibility: false, ...HOME })
    const near = aContact('near', { parentalResponsibility: false, livesWith: false, hasCare: true, ...AWAY })
    expect(recipients(gran, near).to.map(({ contactId }) => contactId)).toEqual(['gran'])
  })

  test('never to somebody a court keeps from this child, nor to somebody who may not be contacted', () => {
    const barred = { ...dad, courtRestriction: true }
    expect(recipients(mum, barred)).toEqual({ to: [expect.objectContaining({ contactId: 'mum' })], unposted: [] })
    expect(recipients({ ...mum, noContact: true })).toEqual({ to: [], unposted: [] })
  })

  test('to a parent again once the court’s restriction has ended', () => {
    const ended = { ...dad, courtRestriction: true, courtUntil: '2026-01-01' }
    expect(recipients(ended).to.map(({ contactId }) => contactId)).toEqual(['dad'])
  })
})

describe('an address is never printed', () => {
  const why = (...contacts: (typeof mum)[]) => recipients(...contacts).unposted

  test('that is confidential, and a person is told that this parent got no letter', () => {
    expect(why({ ...mum, addressConfidential: true })).toEqual([{ contactId: 'mum', because: 'confidential' }])
  })

  test('that is confidential for somebody else in the same house, however it is written', () => {
    const partner = aContact('partner', {
      ...HOME,
      address: ['14, Meadow  Lane'],
      postcode: 'ng991ab',
      addressConfidential: true,
    })
    expect(why(mum, partner)).toContainEqual({ contactId: 'mum', because: 'confidential' })
  })

  test('at which somebody barred from this child would open the post', () => {
    expect(why(mum, { ...dad, ...HOME, courtRestriction: true })).toEqual([
      { contactId: 'mum', because: 'shared-with-barred' },
    ])
  })

  test('that has no UK postcode, or no street', () => {
    expect(why({ ...mum, postcode: '75001' })).toEqual([{ contactId: 'mum', because: 'no-address' }])
    expect(why({ ...mum, address: [] })).toEqual([{ contactId: 'mum', because: 'no-address' }])
  })

  test('of a parent who wants no letters', () => {
    expect(why({ ...mum, lettersAllowed: false })).toEqual([{ contactId: 'mum', because: 'not-wanted' }])
  })
})
