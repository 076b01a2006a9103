import { describe, expect, test } from 'vitest'
import { approvedBySpeakers, springbankInLanguages } from '../../test/support/languages.ts'
import type { Policy } from '../policy.ts'
import { inOtherLanguages } from './languages.ts'

const approved = approvedBySpeakers(springbankInLanguages, 'pl')
const polish = (policy: Policy): readonly string[] =>
  inOtherLanguages(policy).filter((sentence) => sentence.startsWith('Polish') && !aboutDanger(sentence))

const aboutDanger = (sentence: string): boolean => sentence.includes('danger words')

describe('the check of a policy', () => {
  test('lists the danger words of each language, and says that they work before a speaker has read them', () => {
    expect(inOtherLanguages(springbankInLanguages).filter(aboutDanger)).toHaveLength(5)
    const found = inOtherLanguages(springbankInLanguages).find((each) => aboutDanger(each) && /^Polish/.test(each))
    expect(found).toContain('samobójstwo')
    expect(found).toContain('No speaker has read the list yet: it works all the same')
    const { pl } = springbankInLanguages.translations
    if (pl === undefined) throw new Error('There is no Polish')
    const danger = { ...pl.danger, readBy: 'An invented speaker', readOn: '2025-12-01' }
    expect(inOtherLanguages({ ...springbankInLanguages, translations: { pl: { ...pl, danger } } })[1]).toContain(
      'An invented speaker read the list on 2025-12-01.',
    )
  })
  test('says that nobody has approved the shipped translations', () => {
    expect(polish(springbankInLanguages)).toEqual([
      'Polish: 0 of 14 texts may be sent. English goes instead of 14 not yet approved by a speaker.',
    ])
  })
  test('shows each approved text as it would be read, with who answers for it', () => {
    const [sum, speech, first, ...others] = polish(approved)
    expect(sum).toBe('Polish: 14 of 14 texts may be sent.')
    expect(speech).toContain('It says names as “A, B i C”')
    expect(first).toMatch(/^Polish, unreported, approved by An invented speaker on 2025-12-01: “.*nieobecność/)
    expect(others).toHaveLength(13)
  })
  test('says which translations another English has made stale', () => {
    const reworded = { ...approved, wordings: { ...approved.wordings, late: 'Another {names}' } }
    expect(polish(reworded)[0]).toBe(
      'Polish: 13 of 14 texts may be sent. English goes instead of 1 made from another English.',
    )
  })
  test('says where a carrier cannot send the letters of a language', () => {
    const notify = { ...springbankInLanguages.texts, provider: 'notify' as const }
    const arabic = approvedBySpeakers({ ...springbankInLanguages, texts: notify }, 'ar')
    expect(inOtherLanguages(arabic).filter((each) => each.includes('cannot send its letters'))).toHaveLength(14)
  })
  test('says that a school without translations texts in English', () => {
    expect(inOtherLanguages({ ...approved, translations: {} })).toEqual([
      'There are no translations: every text goes in English.',
    ])
  })
})
