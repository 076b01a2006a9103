import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { asCarried } from '../carried.ts'
import { countSegments } from '../segments.ts'
import { asWritten, type ByCarriers, byCarriers } from './written.ts'

const by = (provider: ByCarriers['provider'], second: ByCarriers['second'] = 'none'): ByCarriers => ({
  provider,
  second,
  pencePerPart: 2.5,
})

test('the carriers and the price are those of the policy', () => {
  const { provider, second, pencePerPart } = springbankPolicy.texts
  expect(byCarriers(springbankPolicy)).toEqual({ provider, second, pencePerPart: pencePerPart[provider] })
})

describe('words to a family, before they are queued', () => {
  test('in plain letters are one part of the short alphabet', () => {
    expect(asWritten(by('sns'), 'Amelia is well.')).toEqual({
      carrier: 'sns',
      body: 'Amelia is well.',
      alphabet: 'GSM-7',
      units: 15,
      parts: 1,
      pence: 2.5,
      replaced: [],
      lost: [],
      dear: [],
    })
  })
  test('say which letters make the whole text dear', () => {
    const words = `Siân is well. ${'x'.repeat(70)}`
    expect(asWritten(by('sns'), words)).toMatchObject({ alphabet: 'UCS-2', parts: 2, pence: 5, dear: ['â'] })
  })
  test('with quotation marks and dashes of typesetting are sent with plain ones, and counted so', () => {
    expect(asWritten(by('twilio'), '“It’s fine” – see you')).toMatchObject({
      body: '"It\'s fine" - see you',
      alphabet: 'GSM-7',
      replaced: [
        { written: '“', sent: '"' },
        { written: '’', sent: "'" },
        { written: '”', sent: '"' },
        { written: '–', sent: '-' },
      ],
    })
  })
  test('by Notify show each letter that it makes plain; Welsh stays, and makes the text dear', () => {
    expect(asWritten(by('notify'), 'Łukasz and Siân')).toMatchObject({
      body: 'Lukasz and Siân',
      alphabet: 'UCS-2',
      replaced: [{ written: 'Ł', sent: 'L' }],
      dear: ['â'],
      lost: [],
    })
    expect(asWritten(by('sns'), 'Łukasz')).toMatchObject({ body: 'Łukasz', replaced: [], dear: ['Ł'] })
  })
  test('with letters that the first or the second carrier cannot send name them', () => {
    expect(asWritten(by('notify'), 'علي is well').lost).toEqual(['ع', 'ل', 'ي'])
    expect(asWritten(by('sns', 'notify'), '😀 ok').lost).toEqual(['😀'])
    expect(asWritten(by('sns', 'twilio'), 'علي').lost).toEqual([])
  })
  test('are counted as the carrier is given them, whatever was written', () => {
    const carriers = fc.constantFrom<ByCarriers['provider']>('sns', 'notify', 'twilio', 'end-user-messaging')
    return fc.assert(
      fc.property(carriers, fc.string({ unit: 'binary', maxLength: 500 }), (provider, words) => {
        const { body, parts, units, alphabet } = asWritten(by(provider), words)
        expect({ parts, units, alphabet }).toEqual(countSegments(provider, body))
        expect(asCarried(provider, body).body).toBe(body)
      }),
    )
  })
})
