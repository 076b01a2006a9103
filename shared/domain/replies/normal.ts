/** Text made plain before it is read, and the one way in which words are looked for in it. */

/** The longest text a phone can send in one go; what is beyond it is not read by rules, only kept for a person. */
export const MOST_CHARACTERS = 1600

/** Letters that no accent can be taken from, as an English keyboard writes them; and those of Urdu and Persian as an Arabic one does. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  '\u06cc': '\u064a',
  '\u0649': '\u064a',
  '\u06d2': '\u064a',
  '\u06a9': '\u0643',
  '\u0629': '\u0647',
  '\u06c1': '\u0647',
  '\u06be': '\u0647',
  // Stretches a word, and says nothing.
  '\u0640': '',
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı\u06cc\u0649\u06d2\u06a9\u0629\u06c1\u06be\u0640]/g, (letter) => PLAIN[letter] ?? letter)

/** Lower case, without accents, invisible characters and doubled spaces, with plain apostrophes. Reads at most `most` characters. */
export const normalise = (text: string, most: number = MOST_CHARACTERS): string =>
  fold(text.slice(0, most))
    .replace(/[\u2018\u2019\u02bc`´]/g, "'")
    .replace(/[\p{Cf}\p{Cc}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()

/** A pattern for words as whole words, whatever punctuation stands between them. */
export const literally = (words: string): string =>
  fold(words)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ /g, '[^a-z0-9]+')

/** True when normalised text says these words, each of them whole. */
export const says = (text: string, words: string): boolean =>
  new RegExp(`(?:^|[^a-z0-9])${literally(words)}(?:$|[^a-z0-9])`).test(text)

/** Those of a list that a text says, in the list's order. */
export const found = (text: string, list: readonly string[]): readonly string[] =>
  list.filter((words) => says(text, words))
