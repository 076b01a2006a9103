/** Measures, breaks and draws text. The line-breaking is ours: each line is known before anything is drawn. */
import type PDFDocument from 'pdfkit'
import { faces, type Weight } from './fonts.ts'
import { type Run, runsOf } from './runs.ts'

export interface Style {
  /** Points. */
  readonly size: number
  /** From one line's foot to the next, in points. */
  readonly leading: number
  readonly weight: Weight
  readonly colour: string
}

export interface Typesetter {
  width(text: string, style: Style): number
  /** The lines of a text in a width; a word too long for it is cut. */
  lines(text: string, style: Style, width: number): readonly string[]
  /** Draws one line, its top at `y`. */
  line(text: string, x: number, y: number, style: Style): void
}

/** With features given, a run is shaped whole; without, word by word. */
const features = ({ joined }: Run) => (joined ? { features: [] } : {})

export const typesetter = (doc: InstanceType<typeof PDFDocument>): Typesetter => {
  for (const face of Object.values(faces()).flat()) doc.registerFont(face.name, face.bytes)

  const runWidth = (run: Run, size: number): number =>
    doc.font(run.face.name).fontSize(size).widthOfString(run.text, features(run))

  const width = (text: string, { size, weight }: Style): number =>
    runsOf(text, weight).reduce((sum, run) => sum + runWidth(run, size), 0)

  /** The longest beginning of a word that fits, at least one letter. */
  const cut = (word: string, style: Style, most: number): string => {
    const letters = [...word]
    let count = 1
    while (count < letters.length && width(letters.slice(0, count + 1).join(''), style) <= most) count++
    return letters.slice(0, count).join('')
  }

  const known = new Map<string, number>()
  /** Words are shaped one by one, so a line is as wide as its words and the spaces between them. */
  const wordWidth = (word: string, style: Style): number => {
    const key = `${style.weight} ${word}`
    const perPoint = known.get(key) ?? width(word, style) / style.size
    known.set(key, perPoint)
    return perPoint * style.size
  }

  const lines = (text: string, style: Style, most: number): readonly string[] => {
    const found: string[] = []
    const space = wordWidth(' ', style)
    let line: string[] = []
    let used = 0
    const end = () => {
      if (line.length > 0) found.push(line.join(' '))
      line = []
      used = 0
    }
    for (const word of text.split(/[ \t\n]+/).filter((each) => each !== '')) {
      if (line.length > 0 && used + space + wordWidth(word, style) > most) end()
      let rest = word
      while (line.length === 0 && wordWidth(rest, style) > most) {
        const head = cut(rest, style, most)
        if (head === rest) break
        found.push(head)
        rest = rest.slice(head.length)
      }
      used += (line.length === 0 ? 0 : space) + wordWidth(rest, style)
      line.push(rest)
    }
    end()
    return found
  }

  const line = (text: string, x: number, y: number, style: Style): void => {
    let at = x
    for (const run of runsOf(text, style.weight)) {
      const wide = runWidth(run, style.size)
      doc
        .fillColor(style.colour)
        .text(run.text, at, y + style.size, { lineBreak: false, baseline: 'alphabetic', ...features(run) })
      at += wide
    }
  }

  return { width, lines, line }
}
