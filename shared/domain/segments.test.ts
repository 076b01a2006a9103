import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asCarried, type Carrier, withPlainMarks } from './carried.ts'
import { countSegments } from './segments.ts'

const CARRIERS: readonly Carrier[] = ['sns', 'end-user-messaging', 'twilio', 'notify']
const PHONE_COMPANIES = CARRIERS.filter((carrier) => carrier !== 'notify')

describe('the parts of a text', () => {
  test.each([
    ['Amelia is not in', 'GSM-7', 16, 1],
    ['x'.repeat(160), 'GSM-7', 160, 1],
    ['x'.repeat(161), 'GSM-7', 161, 2],
    ['x'.repeat(306), 'GSM-7', 306, 2],
    ['x'.repeat(307), 'GSM-7', 307, 3],
    ['x'.repeat(459), 'GSM-7', 459, 3],
    ['x'.repeat(460), 'GSM-7', 460, 4],
    ['€'.repeat(80), 'GSM-7', 160, 1],
    [`${'x'.repeat(152)}€${'x'.repeat(10)}`, 'GSM-7', 164, 2],
    ['', 'GSM-7', 0, 1],
    ['ŷ'.repeat(70), 'UCS-2', 70, 1],
    ['ŷ'.repeat(71), 'UCS-2', 71, 2],
    ['ŷ'.repeat(134), 'UCS-2', 134, 2],
    ['ŷ'.repeat(135), 'UCS-2', 135, 3],
  ] as const)('%s', (body, alphabet, units, parts) => {
    for (const carrier of CARRIERS) expect(countSegments(carrier, body), carrier).toEqual({ alphabet, units, parts })
  })
  test.each([
    ['🙂'.repeat(35), 70, 1],
    ['🙂'.repeat(36), 72, 2],
  ])('of %s are counted in pairs', (body, units, parts) => {
    expect(countSegments('sns', body)).toEqual({ alphabet: 'UCS-2', units, parts })
  })
  test('a character of two units never lies across two parts, but Notify charges by the sum', () => {
    // 66 letters and an emoji: the emoji would begin in the first part and end in the second.
    expect(countSegments('sns', `${'ŷ'.repeat(66)}🙂${'ŷ'.repeat(66)}`).parts).toBe(3)
    const brackets = `${'x'.repeat(152)}[${'x'.repeat(152)}`
    expect(CARRIERS.map((carrier) => countSegments(carrier, brackets).parts)).toEqual([3, 3, 3, 2])
  })
  test('more words never take fewer parts', () => {
    const text = fc.string({ unit: 'grapheme-ascii' })
    return fc.assert(
      fc.property(fc.constantFrom(...CARRIERS), text, text, (carrier, one, more) => {
        expect(countSegments(carrier, one + more).parts).toBeGreaterThanOrEqual(countSegments(carrier, one).parts)
      }),
    )
  })
})

describe('the names of children', () => {
  test.each([
    ['Amelia', 'GSM-7', 'Amelia', 'GSM-7'],
    ['Zoé', 'GSM-7', 'Zoé', 'GSM-7'],
    ['Siân', 'UCS-2', 'Siân', 'UCS-2'],
    ['Zoë', 'UCS-2', 'Zoë', 'UCS-2'],
    ['Siôn Ŵyn', 'UCS-2', 'Siôn Ŵyn', 'UCS-2'],
    ['Łukasz', 'UCS-2', 'Lukasz', 'GSM-7'],
    ['Żaneta', 'UCS-2', 'Zaneta', 'GSM-7'],
    ['Ștefan', 'UCS-2', 'Stefan', 'GSM-7'],
    ['Nguyễn', 'UCS-2', 'Nguyên', 'UCS-2'],
    ['Núria', 'UCS-2', 'Núria', 'UCS-2'],
    ['Françoise', 'UCS-2', 'Francoise', 'GSM-7'],
    ['Strauß', 'GSM-7', 'Strauß', 'GSM-7'],
    ['O’Neill', 'UCS-2', "O'Neill", 'GSM-7'],
  ])('%s: %s on the networks; %s, %s through Notify', (name, alphabet, throughNotify, alphabetThere) => {
    for (const carrier of PHONE_COMPANIES) {
      expect(asCarried(carrier, name), carrier).toEqual({ body: name, lost: [] })
      expect(countSegments(carrier, name).alphabet, carrier).toBe(alphabet)
    }
    expect(asCarried('notify', name)).toEqual({ body: throughNotify, lost: [] })
    expect(countSegments('notify', name).alphabet).toBe(alphabetThere)
  })
  test('written with a loose accent are the same names', () => {
    expect(asCarried('notify', 'Zoë Łucja'.normalize('NFD'))).toEqual({ body: 'Zoë Lucja', lost: [] })
  })
  test('in another script are lost on Notify, and it is known which letters', () => {
    expect(asCarried('notify', 'علي: in')).toEqual({ body: '???: in', lost: ['ع', 'ل', 'ي'] })
    expect(asCarried('sns', 'علي')).toEqual({ body: 'علي', lost: [] })
  })
  test('what Notify has been given carries no letter that it would replace again', () => {
    return fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const once = asCarried('notify', name).body
        expect(asCarried('notify', once)).toEqual({ body: once, lost: [] })
      }),
    )
  })
})

test('marks of typesetting are said plainly, so that they do not make every text dearer', () => {
  expect(withPlainMarks('St Mary’s – “Head’s list”…\u00A0now')).toBe('St Mary\'s - "Head\'s list"... now')
  expect(countSegments('sns', withPlainMarks('St Mary’s')).alphabet).toBe('GSM-7')
})
