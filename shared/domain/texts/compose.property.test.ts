import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Policy } from '../../../academies/policy.ts'
import { approvedBySpeakers, springbankInLanguages } from '../../../test/support/languages.ts'
import { asCarried } from '../carried.ts'
import { countSegments } from '../segments.ts'
import { compose } from './compose.ts'
import { FAMILY_WORDINGS, type FamilyWording } from './preview.ts'

const texting = (policy: Policy, provider: Policy['texts']['provider']): Policy => ({
  ...policy,
  texts: { ...policy.texts, provider },
})

/** Anything a school's export might hold as a name. */
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom('Siân', 'Łukasz', 'علي', '{names}', '\u202Eevil\u2066', 'A\nB', '\uD800', 'J{is|are}'),
)
const anySaying = fc.record({
  // The keys of a const object are its names.
  wording: fc.constantFrom(...(Object.keys(FAMILY_WORDINGS) as FamilyWording[])),
  names: fc.array(anyName, { minLength: 1, maxLength: 4 }),
  language: fc.constantFrom('', 'en', 'pl', 'cy', 'ur', 'ar', 'ro', 'xx'),
  isRingOnly: fc.boolean(),
  provider: fc.constantFrom<Policy['texts']['provider']>('sns', 'notify', 'twilio', 'end-user-messaging'),
  isApproved: fc.boolean(),
})
type Saying = typeof anySaying extends fc.Arbitrary<infer T> ? T : never

const composed = ({ wording, names, language, isRingOnly, provider, isApproved }: Saying) =>
  compose(texting(isApproved ? approvedBySpeakers(springbankInLanguages) : springbankInLanguages, provider), {
    date: '2026-01-12',
    session: 'AM',
    time: '09:40',
    wording,
    ringOnly: FAMILY_WORDINGS[wording],
    leave: { from: '2026-03-02', until: '2026-03-04' },
    meeting: { date: '2026-01-20', time: '14:00', place: 'Room 4, the school office' },
    missed: names.map((_, index) => ({ sessions: 15 + index, since: index === 0 ? '2025-09-01' : '2025-11-03' })),
    names,
    language,
    isRingOnly,
  })

describe('whatever a child is called', () => {
  const holds = (property: (saying: Saying) => void): void =>
    fc.assert(
      fc.property(anySaying, (saying) => {
        property(saying)
      }),
    )
  test('a filled wording holds no brace', () => holds((saying) => expect(composed(saying).body).not.toMatch(/[{}]/)))
  test('every isolate is closed, and none is closed twice', () =>
    holds((saying) => {
      let open = 0
      for (const character of composed(saying).body) {
        if (character === '\u2068') open++
        if (character === '\u2069') open--
        expect([0, 1]).toContain(open)
      }
      expect(open).toBe(0)
    }))
  test('no other mark of direction and no control character slips in', () =>
    holds((saying) => {
      const { body } = composed(saying)
      expect(body.replace(/^\u200F/, '')).not.toMatch(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066\u2067]/u)
    }))
  test('a translation nobody approved is not chosen', () =>
    holds((saying) => {
      if (!saying.isApproved) expect(composed(saying).language).toBe('en')
    }))
  test('nobody who may only be asked to ring reads a name', () =>
    holds((saying) => {
      if (saying.isRingOnly) expect(composed(saying).wording).toBe(FAMILY_WORDINGS[saying.wording])
    }))
  test('from right to left, every Latin letter and every figure stands isolated', () =>
    holds((saying) => {
      const { body, language } = composed(saying)
      if (language !== 'ar' && language !== 'ur') return
      expect(body.replaceAll(/\u2068[^\u2069]*\u2069/g, '')).not.toMatch(/[\p{Script=Latin}\p{Nd}]/u)
    }))
  test('the marks that isolate are counted in the parts, as carriers charge them', () =>
    holds((saying) => {
      const { body, language } = composed(saying)
      if (language !== 'ar' && language !== 'ur') return
      expect(countSegments(saying.provider, body)).toMatchObject({ alphabet: 'UCS-2', units: body.length })
    }))
  test('Notify is given only what it can send', () =>
    holds((saying) => {
      const { body } = composed(saying)
      if (saying.provider === 'notify') expect(asCarried('notify', body)).toEqual({ body, lost: [] })
    }))
})
