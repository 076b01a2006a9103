/** Cuts text into runs of one font, and finds what no font can print. */
import { type Face, faces, type Weight } from './fonts.ts'

export interface Run {
  readonly text: string
  readonly face: Face
  /** Written from right to left: shaped as a whole, so that its letters join and its words stand in order. */
  readonly joined: boolean
}

/** Arabic words, and the spaces between them. */
const ARABIC =
  /\p{Script=Arabic}[\p{Script=Arabic}\p{M}\u200c\u200d]*(?:\s+\p{Script=Arabic}[\p{Script=Arabic}\p{M}\u200c\u200d]*)*/gu

const faceFor = (letter: string, weight: Weight): Face | undefined =>
  faces()[weight].find((face) => face.has(letter.codePointAt(0) ?? 0))

/** Neighbours that one face sets are one run, so that they keep their kerning. */
const byFace = (text: string, weight: Weight): readonly Run[] => {
  const runs: Run[] = []
  for (const letter of text) {
    const last = runs.at(-1)
    const face = last?.face.has(letter.codePointAt(0) ?? 0) && letter === ' ' ? last.face : faceFor(letter, weight)
    if (face === undefined) throw new RangeError('A letter cannot be printed')
    if (last?.face === face) runs[runs.length - 1] = { ...last, text: last.text + letter }
    else runs.push({ text: letter, face, joined: false })
  }
  return runs
}

/** The one spelling of letters with accents, which the fonts have glyphs for; a space that holds has done its work by now. */
export const composed = (text: string): string => text.normalize('NFC').replaceAll('\u00a0', ' ')

/** Letters that no font of ours has: a name with one is never printed with a box in its place. */
export const unprintable = (text: string): readonly string[] =>
  [...composed(text)].filter((letter) => letter !== '\u200c' && letter !== '\u200d' && !faceFor(letter, 'regular'))

export const runsOf = (text: string, weight: Weight): readonly Run[] => {
  const whole = composed(text)
  const runs: Run[] = []
  let from = 0
  for (const match of whole.matchAll(ARABIC)) {
    const face = faceFor(match[0], weight)
    if (face === undefined) throw new RangeError('A letter cannot be printed')
    runs.push(...byFace(whole.slice(from, match.index), weight), { text: match[0], face, joined: true })
    from = match.index + match[0].length
  }
  return [...runs, ...byFace(whole.slice(from), weight)]
}
