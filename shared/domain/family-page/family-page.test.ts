import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aContact, aPupil } from '../../../test/builders.ts'
import { springbankInLanguages } from '../../../test/support/languages.ts'
import type { Code, Session } from '../codes.ts'
import { addressMark } from '../letters/address.ts'
import type { Contact } from '../people.ts'
import { translationMark, wordingVersion } from '../texts/languages.ts'
import { fieldsOf } from '../wording.ts'
import { codeOf, EXAMPLE_TOKEN, pageAddress, printedAddress, readToken } from './address.ts'
import { PAGE_SENTENCES, type PageSentence } from './english.ts'
import { mayRead } from './may-read.ts'
import { recordOf } from './record.ts'
import { pageSpeech } from './speech.ts'

const mark = (date: string, session: Session, code: Code) => ({ date, session, code })
const SINCE = '2025-09-01'

describe('a record as a parent reads it', () => {
  test('counts days as a family does, and puts the newest first', () => {
    const record = recordOf(
      [
        mark('2026-01-08', 'AM', 'I'),
        mark('2026-01-08', 'PM', 'I'),
        mark('2026-01-12', 'AM', 'N'),
        mark('2026-01-12', 'PM', '\\'),
        mark('2026-01-13', 'AM', 'L'),
      ],
      SINCE,
    )
    expect(record).toEqual({
      since: SINCE,
      days: '1½',
      late: 1,
      missed: [
        { date: '2026-01-12', when: 'AM', says: 'No reason given yet', agreed: false },
        { date: '2026-01-08', when: 'day', says: 'Illness', agreed: true },
      ],
    })
  })
  test('keeps morning and afternoon apart where they were missed for different reasons', () => {
    const { missed } = recordOf([mark('2026-01-08', 'PM', 'O'), mark('2026-01-08', 'AM', 'M')], SINCE)
    expect(missed.map(({ when, agreed }) => [when, agreed])).toEqual([
      ['AM', true],
      ['PM', false],
    ])
  })
  test('leaves out days on which nobody could have come', () => {
    expect(recordOf([mark('2026-01-08', 'AM', 'Y4'), mark('2026-01-09', 'AM', '#')], SINCE)).toMatchObject({
      days: '0',
      missed: [],
    })
  })
})

describe('a link', () => {
  const reader = { contactId: 'mum', sentTo: '+447700900101' }
  const when = { date: '2026-01-12', stopped: [], held: [] }
  const others = [aContact('mum'), aContact('dad', { mobile: '+447700900102' })]

  test('opens for the parent whom it was sent to', () => {
    expect(mayRead(aPupil('P001', { contacts: others }), reader, when)).toBe(true)
  })
  test('opens nothing on a phone that somebody barred from the child also has', () => {
    const contacts = [aContact('mum'), aContact('dad', { courtRestriction: true })]
    expect(mayRead(aPupil('P001', { contacts }), reader, when)).toBe(false)
  })
  test('opens nothing of a child who has left', () => {
    expect(mayRead(aPupil('P001', { contacts: others, left: '2026-01-09' }), reader, when)).toBe(false)
  })
  test('has an address of one length, without anything but the token', () => {
    const address = pageAddress({ console: 'https://attendance.example.org/' }, EXAMPLE_TOKEN)
    expect([address, EXAMPLE_TOKEN.length]).toEqual([`https://attendance.example.org/p/${EXAMPLE_TOKEN}`, 22])
  })
})

describe('the code in a letter', () => {
  const tokens = fc.stringMatching(/^[0-9A-Za-z]{22}$/)

  test('is read however a hand types it: small letters, hyphens or none, O for nought, I or l for one', () => {
    fc.assert(
      fc.property(tokens, (token) => {
        const code = codeOf(token)
        const typed = printedAddress({ console: '' }, code).split('/').at(-1) ?? ''
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/)
        for (const other of [typed, typed.toLowerCase(), code.replaceAll('0', 'o').replaceAll('1', 'l')])
          expect(readToken(other)).toBe(code)
      }),
    )
  })
  test('and the link of a text are never taken for each other', () => {
    fc.assert(fc.property(tokens, (token) => readToken(token) === token))
    for (const nothing of ['', 'x', 'U'.repeat(16), '%00', '../../../trust', '0'.repeat(15)])
      expect(readToken(nothing)).toBeUndefined()
  })
  test('is printed without what a browser adds by itself', () => {
    expect(printedAddress({ console: 'https://attendance.example.org/' }, '0123456789ABCDEF')).toBe(
      'attendance.example.org/p/0123-4567-89AB-CDEF',
    )
  })

  const at = { address: ['14 Meadow Lane', 'Eastmoor'], postcode: 'NG99 1AB' }
  const posted = aContact('mum', { ...at, textsAllowed: false })
  const reader = { contactId: 'mum', postedTo: addressMark({ name: 'Robin Marlowe', ...at }) }
  const when = { date: '2026-01-12', stopped: [], held: [] }
  const opens = (more: Partial<Contact>, others: readonly Contact[] = []) =>
    mayRead(aPupil('P001', { contacts: [{ ...posted, ...more }, ...others] }), reader, when)

  test('opens for a parent who has no mobile, or wants no texts', () => {
    const { mobile: _, ...landline } = posted
    expect([opens({}), mayRead(aPupil('P001', { contacts: [landline] }), reader, when)]).toEqual([true, true])
  })
  test.each<[string, Partial<Contact>, Contact[]]>([
    ['lives elsewhere now', { address: ['2 Mill Street', 'Eastmoor'] }, []],
    ['is barred by a court', { courtRestriction: true }, []],
    ['has an address that must not be printed', { addressConfidential: true }, []],
    ['wants no letters', { lettersAllowed: false }, []],
    ['lives with somebody barred', {}, [aContact('dad', { ...at, noContact: true })]],
  ])('opens nothing once the parent %s', (_, more, others) => {
    expect(opens(more, others)).toBe(false)
  })
})

describe('the language of the page', () => {
  const names = Object.keys(PAGE_SENTENCES) as PageSentence[]
  const arabic = springbankInLanguages.translations.ar
  if (arabic === undefined) throw new Error('Springbank has Arabic')
  const translated = (approved: readonly PageSentence[]) =>
    Object.fromEntries(
      names.map((name) => {
        const fields = fieldsOf(PAGE_SENTENCES[name]).map((field) => `{${field}}`)
        const says = `عربي ${fields.join(' ')}`
        const approval = {
          approvedBy: 'A speaker',
          approvedOn: '2026-01-05',
          approvedText: translationMark(arabic, says),
        }
        return [
          name,
          { says, english: wordingVersion(PAGE_SENTENCES[name]), ...(approved.includes(name) ? approval : {}) },
        ]
      }),
    )
  const policyWith = (approved: readonly PageSentence[]) => ({
    translations: { ar: { ...arabic, page: translated(approved) } },
  })

  test('is the contact’s once a speaker has approved every sentence, from right to left where it is written so', () => {
    const { language, direction, say } = pageSpeech(policyWith(names), 'Arabic')
    expect([language, direction, say('none', { since: 'اليوم' })]).toEqual(['ar', 'rtl', 'عربي اليوم'])
  })
  test('is English while one sentence is not approved, and for a language the school does not have', () => {
    expect(pageSpeech(policyWith(names.slice(1)), 'Arabic').language).toBe('en-GB')
    expect(pageSpeech(policyWith(names), 'Tigrinya').language).toBe('en-GB')
    expect(pageSpeech(springbankInLanguages, 'Arabic').language).toBe('en-GB')
  })
})
