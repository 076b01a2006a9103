/** Danger in the languages that ship: heard before a speaker has read the lists, whatever the disguise, and not in everyday replies. */
import { describe, expect, test } from 'vitest'
import { springbankInLanguages } from '../../../test/support/languages.ts'
import { readReply } from './read-reply.ts'

const context = {
  policy: springbankInLanguages,
  today: '2026-01-12',
  calendar: { listed: {}, terms: [] },
  names: ['Amelia', 'Łukasz', 'نور'],
}
const kindOf = (words: string) => readReply(words, context).kind

describe('danger is heard', () => {
  test.each([
    ['Polish', 'Boję się, mąż bije mnie i dzieci'],
    ['Polish, as an English keyboard writes it', 'ona chce umrzec, prosze zadzwoncie'],
    ['Polish in capitals', 'UCIEKŁA Z DOMU'],
    ['Polish, hidden by Cyrillic letters', 'on biје mnie'],
    ['Polish between English', 'she is ill, samobójstwo'],
    ['Welsh', 'mae o wedi bygwth ni neithiwr'],
    ['Welsh without a circumflex', 'helpwch fi plis'],
    ['Welsh, of a lost child', 'mae hi ar goll ers neithiwr'],
    ['Romanian', 'tatăl ei ne bate'],
    ['Romanian without its letters', 'are un cutit la el'],
    ['Romanian, with the older letters', 'îi este frică de tatăl, ameninţă'],
    ['Romanian with figures', 'm-a l0vit aseara'],
    ['Arabic', 'زوجي يضربني كل يوم'],
    ['Arabic, joined to "and"', 'ابنتي خائفة وضربها أبوها'],
    ['Arabic with vowel marks', 'يَضْرِبُنِي'],
    ['Arabic, stretched', 'يضـــربني'],
    ['Arabic, with something unseen within', 'يضر\u200bبني'],
    ['Arabic, of a lost child', 'نور اختفت منذ الليل'],
    ['Urdu', 'وہ بچوں کو مارتا ہے'],
    ['Urdu by an Arabic keyboard', 'وہ بچوں كو مارتا هي'],
    ['Urdu, of running away', 'نور رات کو گھر سے بھاگ گئی'],
    ['Urdu in English letters', 'wo bachon ko maarta hai'],
    ['Urdu in English letters, in capitals', 'JAAN SE MAAR dega'],
  ])('in %s: %s', (_language, words) => {
    expect(kindOf(words)).toBe('danger')
  })
  test('though no speaker has read the lists', () => {
    for (const { danger } of Object.values(springbankInLanguages.translations)) expect(danger.readBy).toBeUndefined()
  })
  test.each(
    Object.values(springbankInLanguages.translations).flatMap(({ name, danger: { words } }) =>
      words.map((word) => [name, word] as const),
    ),
  )('in %s for every word that the policy lists: %s', (_language, word) => {
    expect(readReply(`${word}.`, context)).toMatchObject({ kind: 'danger' })
  })
})

describe('an everyday reply pages nobody', () => {
  test.each([
    'Córka ma gorączkę i zostanie w domu',
    'Łukasz uderzył się w głowę i boli go brzuch',
    'autobus nam uciekł, będziemy za 10 minut',
    'mamy wizytę u dentysty, wróci po obiedzie',
    'Mae Amelia yn sâl heddiw, mae ganddi wres',
    'apwyntiad deintydd bore yma',
    'Fiica mea este bolnavă astăzi, are febră',
    'are programare la medic la ora 10',
    's-a lovit la cap și o doare',
    'ابنتي مريضة اليوم وعندها حرارة',
    'مسكينة عندها ضربة شمس',
    'عندنا موعد تطعيم عند الطبيب',
    'نور بیمار ہے اور اسے بخار ہے',
    'اس کے پیٹ میں درد ہے',
    'ڈاکٹر کے پاس بچاؤ کا ٹیکہ لگوانا ہے',
    'nahi ayega bukhar hai, pet mein dard',
    'Omor is poorly',
    'viola lesson then dentist',
  ])('%s', (words) => {
    expect(kindOf(words)).not.toBe('danger')
  })
})
