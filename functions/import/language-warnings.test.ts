import { expect, test } from 'vitest'
import type { springbankPolicy } from '../../test/support/policies.ts'
import { aContact } from '../../test/support/stored-examples.ts'
import { languageWarnings } from './language-warnings.ts'

const translations = {
  pl: { name: 'Polish', ownName: 'polski', alsoCalled: ['POL'], direction: 'ltr', speech: {}, wordings: {} },
} as unknown as typeof springbankPolicy.translations

const warned = (...languages: readonly (string | undefined)[]) =>
  languageWarnings(
    languages.map((language, index) => aContact({ contactId: `C${index}`, ...(language && { language }) })),
    { translations },
  )

test('families whose language the school has, or who speak English, are nobody’s warning', () => {
  expect(warned(undefined, 'English', 'en-GB', 'Polish', 'polski', 'pl-PL', 'POL')).toEqual([])
})

test('others are counted by language, once for each person, the largest group first', () => {
  const twice = aContact({ contactId: 'C9', language: 'Tigrinya' })
  const [first, second, ...more] = languageWarnings(
    [twice, twice, ...['Somali', 'somali ', 'SOMALI'].map((language, n) => aContact({ contactId: `C${n}`, language }))],
    { translations },
  )
  expect([first?.what, second?.what, more]).toEqual([
    '3 contacts speak “Somali”, in which the school has no texts: they are texted in English.',
    '1 contact speaks “Tigrinya”, in which the school has no texts: they are texted in English.',
    [],
  ])
})
