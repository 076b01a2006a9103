import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCard, aContact, aDay, aPupil, aRegister, at, decideAt, roll, textsOf } from '../../test/builders.ts'
import { type Standing, type TextRecord, textSlot } from './absence.ts'
import { ALL_CODES } from './codes.ts'
import { mayText } from './contacts.ts'
import type { Known } from './known.ts'
import type { TextOrder } from './order.ts'
import { clockAfter } from './time.ts'

const KEYS = ['P1', 'P2', 'P3', 'P4', 'P5'] as const
const TIMES = fc.integer({ min: 8 * 60, max: 16 * 60 }).map((minutes) => clockAfter('00:00', minutes))

const contacts = fc.array(
  fc.record({
    contactId: fc.constantFrom('mum', 'dad', 'gran'),
    priority: fc.integer({ min: 1, max: 3 }),
    textsAllowed: fc.boolean(),
    noContact: fc.boolean(),
    courtRestriction: fc.boolean(),
    courtUntil: fc.constantFrom('2026-01-11', '2026-01-12', '2027-01-01'),
    livesWith: fc.boolean(),
    parentalResponsibility: fc.boolean(),
    mobile: fc.constantFrom('+447700900111', '+447700900222', '+441632960001'),
  }),
  { maxLength: 3 },
)

const pupilFacts = fc.record({
  contacts,
  code: fc.constantFrom(...ALL_CODES, 'N' as const, 'N' as const, 'N' as const),
  standing: fc.option(fc.constantFrom<Standing>('unexplained', 'answered', 'reported', 'arrived', 'withdrawn'), {
    nil: undefined,
  }),
  held: fc.boolean(),
})

/** Any day of a class of five: any marks, any adults, any standing, a register in or not. */
const days: fc.Arbitrary<Known> = fc
  .record({
    pupils: fc.tuple(pupilFacts, pupilFacts, pupilFacts, pupilFacts, pupilFacts),
    submitted: fc.boolean(),
    stopped: fc
      .subarray(['mum', 'dad'])
      .map((ids) =>
        ids.map((contactId) => ({ contactId, because: 'stop' as const, mobile: `+4477009009${contactId.length}9` })),
      ),
  })
  .map(({ pupils, submitted, stopped }) =>
    aDay({
      stopped,
      registers: [
        aRegister(Object.fromEntries(pupils.map((facts, index) => [KEYS[index] ?? '', facts.code])), { submitted }),
      ],
      pupils: roll(
        ...pupils.map((facts, index) =>
          aPupil(KEYS[index] ?? '', {
            contacts: facts.contacts.map(({ contactId, ...rest }) => aContact(contactId, rest)),
          }),
        ),
      ),
      cards: pupils.flatMap((facts, index) => (facts.standing ? [aCard(KEYS[index] ?? '', facts.standing)] : [])),
      holds: pupils.flatMap((facts, index) =>
        facts.held
          ? [{ pupil: KEYS[index] ?? '', because: 'b', by: 'dsl', at: at('08:00'), review: '2026-02-01' }]
          : [],
      ),
    }),
  )

const withTexts = (known: Known, texts: readonly TextOrder[]): Known => ({
  ...known,
  cards: known.cards.map((card) => {
    const own = texts.filter((text) => text.pupils.includes(card.pupil))
    const records = own.map((text): [string, TextRecord] => [
      textSlot(text),
      {
        state: 'claimed',
        kind: text.kind,
        step: text.step,
        session: text.session,
        contactId: text.contactId,
        at: at('10:30'),
        leaseUntil: at('10:32'),
      },
    ])
    return { ...card, texts: { ...card.texts, ...Object.fromEntries(records) } }
  }),
})

describe('whatever the day', () => {
  test('nobody is texted about a child whom they may not be texted about', () => {
    return fc.assert(
      fc.property(days, TIMES, (known, time) => {
        for (const text of textsOf(decideAt(known, time))) {
          for (const pupil of text.pupils) {
            const contact = known.pupils[pupil]?.contacts.find(
              (each) => each.contactId === text.contactId && mayText(each, known.date, known.stopped),
            )
            expect(contact).toBeDefined()
          }
        }
      }),
      { numRuns: 500 },
    )
  })
  test('an unreported text is about a pupil who holds N, or what N becomes, in a register that is in, and whom nobody has explained', () => {
    return fc.assert(
      fc.property(days, TIMES, (known, time) => {
        for (const text of textsOf(decideAt(known, time)).filter((each) => each.kind === 'unreported')) {
          for (const pupil of text.pupils) {
            expect(known.registers[0]?.submitted).toBe(true)
            expect(['N', 'O']).toContain(known.registers[0]?.marks[pupil]?.code)
            expect(known.cards.find((card) => card.pupil === pupil)?.sessions.AM?.standing).toBe('unexplained')
          }
        }
      }),
      { numRuns: 500 },
    )
  })
  test('a child on hold is in no text', () => {
    return fc.assert(
      fc.property(days, TIMES, (known, time) => {
        const held = new Set(known.holds.map((hold) => hold.pupil))
        expect(
          textsOf(decideAt(known, time))
            .flatMap((text) => text.pupils)
            .filter((pupil) => held.has(pupil)),
        ).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
  test('what was claimed is not asked for again', () => {
    return fc.assert(
      fc.property(days, TIMES, (known, time) => {
        const first = textsOf(decideAt(known, time))
        const again = textsOf(decideAt(withTexts(known, first), time))
        const slots = new Set(first.flatMap((text) => text.pupils.map((pupil) => `${pupil} ${textSlot(text)}`)))
        expect(
          again
            .flatMap((text) => text.pupils.map((pupil) => `${pupil} ${textSlot(text)}`))
            .filter((slot) => slots.has(slot)),
        ).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
  test('the order in which facts were read makes no difference', () => {
    return fc.assert(
      fc.property(days, TIMES, (known, time) => {
        const turned: Known = {
          ...known,
          cards: known.cards.toReversed(),
          holds: known.holds.toReversed(),
          pupils: Object.fromEntries(Object.entries(known.pupils).toReversed()),
        }
        const sorted = (of: Known) =>
          decideAt(of, time)
            .map((order) => JSON.stringify(order))
            .toSorted()
        expect(sorted(turned)).toEqual(sorted(known))
      }),
      { numRuns: 500 },
    )
  })
})
