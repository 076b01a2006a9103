/** Text made plain before it is read, and the one way in which words are looked for in it. */

/** The longest text a phone can send in one go; what is beyond it is not read by rules, only kept for a person. */
export const MOST_CHARACTERS = 1600

/** Letters that no accent can be taken from, as an English keyboard writes them. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœı]/g, (letter) => PLAIN[letter] ?? letter)

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
