import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { readForEach } from './each-child.ts'
import { readReply } from './read-reply.ts'

const CHILDREN = [
  { key: 'a', names: ['Amelia'] },
  { key: 't', names: ['Tom'] },
]
const context = {
  policy: springbankPolicy,
  today: '2026-01-12',
  calendar: { listed: {}, terms: [] },
  names: ['Amelia', 'Tom'],
}
const each = (words: string) => readForEach(words, readReply(words, context), CHILDREN, context)
const said = (words: string) => {
  const readings = each(words)
  return readings && [readings.a, readings.t].map((reading) => reading?.code ?? reading?.kind)
}

describe('a text about a brother and a sister', () => {
  test.each([
    ['Amelia is ill, Tom is on his way', ['I', 'coming']],
    ['Tom is on his way but Amelia is ill', ['I', 'coming']],
    ['Amelia is off with a temperature. Tom has a dentist appointment at 10.30', ['I', 'M']],
    ['Amelia has sickness and diarrhoea, Tom missed the bus', ['I', 'coming']],
    ["Amelia's poorly and Tom is at his dad's", ['I', 'elsewhere']],
    ['Amelia is ill and Tom', ['I', 'unclear']],
    ['Amelia poorly, Tom will be in later', ['I', 'coming']],
    ['Tom has the dentist til 11 while Amelia has a tummy bug', ['I', 'M']],
    ['Amelia is ill, Tom is too', ['I', 'I']],
    ['Tom is at the doctors. Amelia is not coming in, she has chicken pox', ['I', 'M']],
  ])('that says different things is read for each: %s', (words, expected) => {
    expect(said(words)).toEqual(expected)
  })
  test.each(['Amelia and Tom are ill', 'both ill', 'Tom & Amelia have nits', 'they are on the bus, Amelia and Tom'])(
    'that says the same of both has one reading: %s',
    (words) => {
      expect(new Set(said(words) ?? ['one reading']).size).toBe(1)
    },
  )
  test('gives each the words that led to it, and its own confidence', () => {
    expect(each('Amelia is ill, Tom is on his way')).toMatchObject({
      a: { kind: 'reason', code: 'I', confidence: 'high', because: ['ill'], named: ['Amelia'] },
      t: { kind: 'coming', because: ['on his way'], named: ['Tom'] },
    })
  })
  test('gives dates said of both to both, and of one to that one', () => {
    expect(each('Amelia is ill and Tom has chicken pox, both back thursday')).toMatchObject({
      a: { until: '2026-01-14' },
      t: { until: '2026-01-14' },
    })
    const one = each('Amelia is ill til thursday, Tom is on his way')
    expect([one?.a?.until, one?.t?.until]).toEqual(['2026-01-15', undefined])
  })
  test('with a danger word, or STOP alone, is never divided', () => {
    expect([each('Amelia is ill, Tom says he hit me'), each('stop')]).toEqual([undefined, undefined])
  })
  test('of any words at all is read for both or for none', () => {
    const pieces = ['Amelia', 'Tom', 'is', 'ill', 'and', ',', '. ', 'on his way', 'too', 'both', '🙂']
    return fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces)), (some): void => {
        const readings = each(some.join(' '))
        expect(['', 'a,t']).toContain(
          Object.keys(readings ?? {})
            .toSorted()
            .join(),
        )
      }),
    )
  })
})
