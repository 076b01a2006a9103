import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { springbankPolicy } from '../../../test/support/policies.ts'
import { readReply } from './read-reply.ts'

/** A Monday. */
const TODAY = '2026-01-12'
const context = {
  replies: springbankPolicy.replies,
  today: TODAY,
  calendar: { listed: {}, terms: [] },
  names: ['Amelia', 'Siân'],
}
const read = (words: string) => readReply(words, context)

describe('a reason', () => {
  test.each([
    ['Amelia has a temperature', 'I'],
    ['shes poorley sorry', 'I'],
    ['Bin sick all night', 'I'],
    ['been VOMMITING since 4am', 'I'],
    ['she is not well today', 'I'],
    ['got a tummy bug', 'I'],
    ['He’s ill', 'I'],
    ['dentist this morning back after lunch', 'M'],
    ['doctors appt at 10', 'M'],
    ['taken to hospital', 'M'],
    ['we are on holiday', 'G'],
    ['nans funeral today', 'C'],
    ['Eid mubarak, not in today', 'R'],
  ])('%s is proposed as %s', (words, code) => {
    expect(read(words)).toMatchObject({ kind: 'reason', code, confidence: 'high' })
  })
  test('two reasons at once are left to a person', () => {
    expect(read('poorly and got a dentist appointment')).toMatchObject({ kind: 'reason', confidence: 'low' })
  })
  test('a school’s own words come first', () => {
    const own = { ...context, replies: { ...context.replies, meanings: [{ code: 'B', words: ['forest school'] }] } }
    expect(readReply('at forest school, poorly', own)).toMatchObject({ code: 'B', because: ['forest school'] })
  })
})

describe('dates', () => {
  test.each([
    ['ill til thursday', '2026-01-12', '2026-01-15'],
    ['sick, back on wednesday', '2026-01-12', '2026-01-13'],
    ['poorly, will be back monday', '2026-01-12', '2026-01-16'],
    ['ill until 14/1', '2026-01-12', '2026-01-14'],
    ['flu, off for 3 days', '2026-01-12', '2026-01-14'],
    ['chicken pox, off all week', '2026-01-12', '2026-01-16'],
    ['sick today and tomorrow', '2026-01-12', '2026-01-13'],
    ['ill, back in tomorrow', '2026-01-12', '2026-01-12'],
    ['ill til 20th january', '2026-01-12', '2026-01-20'],
  ])('%s', (words, from, until) => {
    expect(read(words)).toMatchObject({ kind: 'reason', from, until })
  })
  test('without dates there are none', () => {
    expect(read('poorly')).not.toHaveProperty('until')
  })
})

describe('what is no reason', () => {
  test.each([
    ["she is at her dad's", 'elsewhere'],
    ['i dropped him off at 8.45', 'elsewhere'],
    ['he left for school at 8', 'elsewhere'],
    ['on the bus', 'coming'],
    ['running late be there in 10', 'coming'],
    ['who is this?', 'wrong-number'],
    ['Wrong number mate', 'wrong-number'],
    ['STOP', 'stop'],
    ['stop.', 'stop'],
    ["I'm driving and will see your message later", 'automatic'],
    ['???', 'empty'],
    ['👍', 'empty'],
    ['', 'empty'],
    ['ok', 'unclear'],
    ['why are you texting me', 'unclear'],
    ['Stop texting me please', 'unclear'],
    ['ابنتي مريضة اليوم', 'foreign'],
    ['Córka ma gorączkę i zostanie w domu', 'foreign'],
    ['Fiica mea este bolnavă astăzi', 'foreign'],
  ])('%s is %s', (words, kind) => {
    expect(read(words).kind).toBe(kind)
  })
})

describe('danger', () => {
  test.each([
    'his dad said he will kill us',
    'I am scared of her dad',
    'She ran away last night',
    'she is MISSING',
    'he  hit\u200b me',
    'overdose',
  ])('%s goes before any reason', (words) => {
    expect(read(words).kind).toBe('danger')
  })
  test('a word inside another word is not that word', () => {
    expect(read('we have skilled help, she is ill').kind).toBe('reason')
  })
  test('a danger word wins over a reason', () => {
    expect(read('she is ill, he hit me').kind).toBe('danger')
  })
})

describe('names', () => {
  test('of brothers and sisters tell who is meant, accents or not', () => {
    expect(read('Sian is poorly').named).toEqual(['Siân'])
    expect(read('Amelia and Siân are ill').named).toEqual(['Amelia', 'Siân'])
    expect(read('they are ill').named).toEqual([])
  })
})

describe('whatever is sent', () => {
  test('a reply never breaks the reader', () => {
    return fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 4000 }), (words) => {
        expect(read(words).because.length).toBeGreaterThanOrEqual(0)
      }),
    )
  })
  test('ten kilobytes of one letter, of right-to-left text and of control characters are read', () => {
    for (const words of [
      'a'.repeat(10_000),
      '\u202eמ'.repeat(5_000),
      '\u0000\u0007'.repeat(5_000),
      'til '.repeat(2_500),
      '🙂'.repeat(2_500),
    ]) {
      expect(read(words).kind).not.toBe('reason')
    }
  })
})
