import { describe, expect, test } from 'vitest'
import { aContact, aPupil } from '../../../test/builders.ts'
import { springbankInLanguages } from '../../../test/support/languages.ts'
import type { Code, Session } from '../codes.ts'
import { translationMark, wordingVersion } from '../texts/languages.ts'
import { fieldsOf } from '../wording.ts'
import { EXAMPLE_TOKEN, pageAddress } from './address.ts'
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
