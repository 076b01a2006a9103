/** Whatever a caller does, and whoever rings. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HANGS_UP, play, someFacts } from '../../../test/support/line-facts.ts'
import { aContact, aPupil } from '../../../test/support/stored-examples.ts'
import { entitlementOf, isBarred, isRingOnly, numbersOf } from '../contacts.ts'
import type { Contact } from '../people.ts'
import { accountOf } from './account.ts'
import type { Input, Learned, LineFacts } from './call.ts'
import { beginCall, takeInput } from './dialogue.ts'
import { childrenHeard, mayHearOf } from './may-hear.ts'

const DATE = '2026-01-12'
const NUMBER = '+447700900101'
const NAMES = ['Amelia', 'Bilal', 'Cerys', 'Dawit', 'Elsie', 'Farah', 'George', 'Hana', 'Idris']

const anInput: fc.Arbitrary<Input> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'0123456789*#').map((keys): Input => ({ kind: 'keys', keys })) },
  fc.constantFrom('01102017', '02032015', '99999999', '', '12').map((keys): Input => ({ kind: 'keys', keys })),
  fc
    .oneof(fc.constantFrom('yes', 'no', 'Amelia', 'both', 'she is ill', 'back on thursday', 'two days'), fc.string())
    .map((words): Input => ({ kind: 'speech', words })),
  fc.constant<Input>({ kind: 'silence' }),
  fc.nat(9).map((n): Input => ({ kind: 'recording', recording: `RE${n}` })),
  fc.boolean().map((answered): Input => ({ kind: 'transfer', answered })),
)

const someChildren = fc
  .integer({ min: 0, max: NAMES.length })
  .map((count) =>
    NAMES.slice(0, count).map((name, index) => ({ key: `P00${index}`, name, dateOfBirth: `2015-0${index + 1}-11` })),
  )
const anyFacts: fc.Arbitrary<LineFacts> = someChildren.map((children) => someFacts({ children }))

test('every call ends, whatever is pressed, said or left out', () => {
  fc.assert(
    fc.property(anyFacts, fc.infiniteStream(anInput), (facts, inputs) => {
      let turn = beginCall(facts)
      let steps = 0
      for (const input of inputs) {
        if (turn.state.place === 'over') break
        turn = takeInput(turn.state, input, facts)
        steps++
      }
      expect(steps).toBeLessThanOrEqual(40)
      expect(turn.move.do).toBe('hang-up')
    }),
  )
})

test('a call that is over stays over, and hanging up ends it anywhere', () => {
  fc.assert(
    fc.property(
      anyFacts,
      fc.array(anInput, { maxLength: 30 }),
      fc.array(anInput, { maxLength: 5 }),
      (facts, before, after) => {
        const over = play(facts, [...before, HANGS_UP])
        expect(play(facts, [...before, HANGS_UP, ...after]).state).toEqual(over.state)
      },
    ),
  )
})

/** Facts that were there before and are gone. A second answer to the same question is no loss, nor is "I do not know" for a date. */
const lost = (before: Learned, after: Learned): readonly string[] => [
  ...before.said.filter((words) => !after.said.includes(words)),
  ...before.recordings.filter((id) => !after.recordings.includes(id)),
  ...(before.pupils.length > 0 && after.pupils.length === 0 ? ['pupils'] : []),
  ...(before.reason !== undefined && after.reason === undefined ? ['reason'] : []),
  ...(before.birthDate !== undefined && after.birthDate === undefined ? ['birth date'] : []),
  ...(before.office !== undefined && after.office === undefined ? ['office'] : []),
  ...(before.confirmed && !after.confirmed ? ['confirmed'] : []),
  ...(before.askedDays && !after.askedDays ? ['days'] : []),
]

test('nothing that was learned is lost, and the account of the call holds all of it', () => {
  fc.assert(
    fc.property(anyFacts, fc.array(anInput, { maxLength: 40 }), (facts, inputs) => {
      let turn = beginCall(facts)
      for (const input of [...inputs, HANGS_UP]) {
        const before = turn.state.learned
        turn = takeInput(turn.state, input, facts)
        expect(lost(before, turn.state.learned)).toEqual([])
      }
      const { learned } = turn.state
      const account = accountOf(learned, {})
      const told = [
        ...learned.said,
        ...learned.recordings,
        learned.reason ?? '',
        learned.birthDate ?? '',
        learned.until ?? '',
      ]
      expect(told.filter((each) => !account.includes(each))).toEqual([])
    }),
  )
})

const aStanding: fc.Arbitrary<Contact> = fc
  .record({
    contactId: fc.constantFrom('MUM', 'DAD', 'NAN'),
    mobile: fc.constantFrom(NUMBER, '+447700900102', undefined),
    landline: fc.constantFrom(NUMBER, '+441632960102', undefined),
    parentalResponsibility: fc.boolean(),
    livesWith: fc.boolean(),
    hasCare: fc.boolean(),
    noContact: fc.boolean(),
    courtRestriction: fc.boolean(),
    courtUntil: fc.constantFrom(undefined, '2026-01-11', DATE, '2027-01-01'),
  })
  .map(({ mobile, landline, courtUntil, ...more }) => {
    const { mobile: _, ...contact } = aContact(more)
    return {
      ...contact,
      ...(mobile ? { mobile } : {}),
      ...(landline ? { landline } : {}),
      ...(courtUntil ? { courtUntil } : {}),
    }
  })
const somePupils = fc.array(fc.array(aStanding, { maxLength: 4 }), { minLength: 1, maxLength: 4 }).map((families) =>
  families.map((contacts, index) => ({
    ...aPupil({ key: `P00${index}`, forename: NAMES[index] ?? '' }),
    contacts,
    agencies: [],
  })),
)

test('no name is spoken to a number that a barred, ring-only or unknown person answers', () => {
  fc.assert(
    fc.property(
      somePupils,
      fc.subarray(['MUM', 'DAD', 'NAN']),
      fc.array(anInput, { maxLength: 30 }),
      (pupils, contactIds, inputs) => {
        const children = childrenHeard(pupils, NUMBER, contactIds, DATE)
        const { heard } = play(someFacts({ children }), inputs)
        for (const pupil of pupils) {
          if (!heard.join(' ').includes(pupil.forename)) continue
          const own = pupil.contacts.filter(({ contactId }) => contactIds.includes(contactId))
          expect(own.some((contact) => isBarred(contact, DATE))).toBe(false)
          expect(pupil.contacts.some((contact) => numbersOf(contact).includes(NUMBER) && isBarred(contact, DATE))).toBe(
            false,
          )
          expect(own.some((contact) => numbersOf(contact).includes(NUMBER) && !isRingOnly(contact))).toBe(true)
          expect(entitlementOf(pupil, contactIds, DATE)).toBe('entitled')
        }
      },
    ),
  )
})

test('and some number does hear a name, so that the statement above is about something', () => {
  const pupil = { ...aPupil(), contacts: [aContact({ mobile: NUMBER })], agencies: [] }
  expect(mayHearOf(pupil, NUMBER, ['C1'], DATE)).toBe(true)
  // The number was theirs once: whoever answers it now is told nothing.
  expect(mayHearOf({ contacts: [aContact({ mobile: '+447700900102' })] }, NUMBER, ['C1'], DATE)).toBe(false)
})
