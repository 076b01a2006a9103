import { describe, expect, test } from 'vitest'
import { wordingVersion } from '../../shared/domain/texts/languages.ts'
import { type LoadedPolicy, lookAtPolicies } from '../load.ts'
import type { Policy } from '../policy.ts'
import { SHIPPED } from '../test-support/folder.ts'
import { TRANSLATED } from '../translations.ts'
import { contradictions } from './index.ts'

const loaded = (): LoadedPolicy => {
  const found = lookAtPolicies(SHIPPED).policies.springbank
  if (found === undefined) throw new Error('Springbank’s policy is not in order')
  return found
}
const { policy } = loaded()

type Polish = Policy['translations'][string]

/** What is refused of Springbank's policy with its Polish altered. */
const refused = (change: (polish: Polish) => Polish): readonly string[] => {
  const polish = policy.translations.pl
  if (polish === undefined) throw new Error('There is no Polish')
  return contradictions({ ...policy, translations: { ...policy.translations, pl: change(polish) } }).map(
    ({ field, what }) => `${field} ${what}`,
  )
}

const unreported = (says: string, rest: object = {}) =>
  refused((polish) => {
    const english = wordingVersion(policy.wordings.unreported)
    return { ...polish, wordings: { ...polish.wordings, unreported: { says, english, ...rest } } }
  })

const WHOLE = '{school} {names} {session} {date} {phone}'

test('the shipped languages are in order, and nobody has approved them', () => {
  expect(contradictions(policy)).toEqual([])
  expect(Object.keys(policy.translations)).toEqual(['ar', 'cy', 'pl', 'ro', 'ur'])
  for (const [tag, { wordings }] of Object.entries(policy.translations)) {
    expect(Object.keys(wordings).toSorted(), tag).toEqual(TRANSLATED.toSorted())
    expect(
      Object.values(wordings).filter((each) => each.approvedBy !== undefined),
      tag,
    ).toEqual([])
  }
})

describe('a translation is refused', () => {
  test('with a bracket open', () => expect(unreported(`${WHOLE} {`)).toHaveLength(1))
  test('with a field its English may not have', () =>
    expect(unreported(`${WHOLE} {time}`)).toEqual([
      'translations.pl.wordings.unreported.says has {time}, which its English may not have.',
    ]))
  test('without a field of its English', () =>
    expect(unreported('{school} {names} {session} {date}')).toEqual([
      'translations.pl.wordings.unreported.says leaves out {phone} of its English.',
    ]))
  test('with more forms than one, two and several', () => {
    expect(unreported(`${WHOLE} {a|b|c}`)).toEqual([])
    expect(unreported(`${WHOLE} {a|b|c|d}`)).toEqual([
      'translations.pl.wordings.unreported.says offers more than three words for one, two and several children.',
    ])
  })
  test('with a hidden mark of direction', () => expect(unreported(`${WHOLE}\u202E`)).toHaveLength(1))
  test('that is approved by halves', () =>
    expect(unreported(WHOLE, { approvedBy: 'B. Kowalska' })).toEqual([
      'translations.pl.wordings.unreported is approved by halves.',
    ]))
  test('whose dates leave out the month', () =>
    expect(refused((polish) => ({ ...polish, speech: { ...polish.speech, date: '{weekday} {day}' } }))).toHaveLength(1))
  test('into English', () =>
    expect(
      contradictions({ ...policy, translations: { en: policy.translations.pl as Polish } }).map(({ field }) => field),
    ).toEqual(['translations.en']))
})

test('a translation made from another English may lack its fields: it is not sent', () => {
  expect(unreported('{school} {names}', { english: '0000000000000' })).toEqual([])
})

describe('the danger words of a language', () => {
  const withDanger = (danger: Polish['danger']) => refused((polish) => ({ ...polish, danger }))
  const ten = Array.from({ length: 10 }, (_, index) => `słowo ${index}`)
  test('cannot be switched off', () => {
    expect(withDanger({ words: ten })).toEqual([])
    expect(withDanger({ words: ten.slice(1) })).toEqual([
      'translations.pl.danger.words lists 9: too few to hear a child in danger in Polish, and the list cannot be switched off.',
    ])
  })
  test('are read by somebody on a day, or by nobody', () => {
    expect(withDanger({ words: ten, readBy: 'An invented speaker', readOn: '2025-12-01' })).toEqual([])
    expect(withDanger({ words: ten, readBy: 'An invented speaker' })).toEqual([
      'translations.pl.danger was read by halves.',
    ])
  })
})
