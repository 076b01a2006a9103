/** What stands in a field of a text: names and numbers as people gave them, made safe to say in a sentence of either direction. */

const FIRST_STRONG_ISOLATE = '\u2068'
const POP_ISOLATE = '\u2069'
/** A mark without width that makes every phone begin on the right, also where the text begins with an English name. */
export const RIGHT_TO_LEFT_MARK = '\u200F'

export type Direction = 'ltr' | 'rtl'

/** Two that join letters within words of Urdu and Persian stay; everything else that is not seen goes, marks of direction among it. */
const UNSEEN = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}{}]/gu
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u

/** A name or a number on one line, without brackets and without anything that is not seen. Empty when nothing is left. */
export const plainValue = (value: string): string =>
  value.replaceAll(/\s+/gu, ' ').replaceAll(UNSEEN, '').normalize('NFC').replaceAll(/ {2,}/g, ' ').trim()

/**
 * The value as a sentence of that direction holds it: isolated, so that neither turns the other's order round, wherever one of them runs from
 * right to left. Source: Unicode Standard Annex 9, isolates.
 */
export const isolated = (value: string, direction: Direction): string => {
  const plain = plainValue(value)
  return direction === 'rtl' || RIGHT_TO_LEFT.test(plain) ? `${FIRST_STRONG_ISOLATE}${plain}${POP_ISOLATE}` : plain
}
