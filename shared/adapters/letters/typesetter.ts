/** Measures and draws text. The line-breaking is ours: each line is known before anything is drawn. */
import type PDFDocument from 'pdfkit'
import { breakLines } from './break-lines.ts'
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

  const known = new Map<string, number>()
  /** Words are shaped one by one, so a line is as wide as its words and the spaces between them. */
  const wordWidth = (word: string, style: Style): number => {
    const key = `${style.weight} ${word}`
    const perPoint = known.get(key) ?? width(word, style) / style.size
    known.set(key, perPoint)
    return perPoint * style.size
  }

  const lines = (text: string, style: Style, most: number): readonly string[] =>
    breakLines(text, { most, width: (word) => wordWidth(word, style) })

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
