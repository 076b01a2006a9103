import { expect, test } from 'vitest'
import { classOf } from './support/people.ts'
import { mustSayNothingOf, personalWords } from './support/privacy.ts'

const line = (more: object) => JSON.stringify({ level: 'INFO', code: 'LOOKED', ...more })
const words = personalWords(classOf('3B'), ['she has a temperature'])

test('a log of codes gives nobody away', () => {
  mustSayNothingOf(words, [line({ academy: 'springbank', pupil: 'P001', orders: 3 })])
})

test.each(['Amelia', 'Ashdown', '+447700900001', '07700900001'.slice(1), 'said: she has a temperature'])(
  'a log with %s is found out',
  (given) => {
    expect(() => mustSayNothingOf(words, [line({ why: given })])).toThrow('LOOKED')
  },
)
