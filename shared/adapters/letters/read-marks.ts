/** Where everything stands on each page of a printed letter: letters and lines, in millimetres from the top left corner. */
import { type Box, millimetres } from './paper.ts'
import { type ReadFont, readFont } from './read-font.ts'
import { type PdfFile, type PdfObject, pointed } from './read-pdf.ts'

/** Something printed: a run of letters, or a shape when it has no text. */
export interface PrintedMark extends Box {
  readonly page: number
  readonly text: string
}

export interface ReadPage {
  readonly width: number
  readonly height: number
  readonly marks: readonly PrintedMark[]
  readonly fonts: readonly ReadFont[]
}

type Matrix = readonly [number, number, number, number, number, number]
type Point = readonly [number, number]

const START: Matrix = [1, 0, 0, 1, 0, 0]
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
]
const moved = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]

/** What letters reach above and below their line, as a share of their size: generous, so that the check is strict. */
const ASCENT = 0.95
const DESCENT = 0.3

const TOKEN = /\[[^\]]*\]|<[0-9a-fA-F]+>|\/[^\s/[\]<>()]+|[-+]?[\d.]+|[A-Za-z*']+|<<[^>]*>>|\([^)]*\)/g
const PAINTS = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'b'])

const sizeOf = ({ dictionary }: PdfObject): readonly [number, number] => {
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(dictionary) ?? []
  return [Number(width), Number(height)]
}

const fontsOf = (file: PdfFile, page: PdfObject): ReadonlyMap<string, ReadFont> => {
  const resources = pointed(file, page, 'Resources')?.dictionary ?? ''
  const listed = /\/Font <<([^>]*)>>/.exec(resources)?.[1] ?? ''
  return new Map(
    [...listed.matchAll(/\/(\w+) (\d+) 0 R/g)].map(([, name = '', id]) => [
      name,
      readFont(file, file.object(Number(id))),
    ]),
  )
}

/** Reads the drawing commands of one page. */
const marksOf = (page: number, content: string, height: number, fonts: ReadonlyMap<string, ReadFont>) => {
  const marks: PrintedMark[] = []
  const saved: Matrix[] = []
  let matrix = START
  let text = START
  let font: ReadFont | undefined
  let size = 0
  let line = 1
  let path: Point[] = []
  let given: string[] = []
  const number = (fromEnd: number): number => Number(given.at(-fromEnd))
  const box = (points: readonly Point[], grow: number): Box => {
    const xs = points.map(([x]) => x)
    const ys = points.map(([, y]) => height - y)
    return {
      left: millimetres(Math.min(...xs) - grow),
      right: millimetres(Math.max(...xs) + grow),
      top: millimetres(Math.min(...ys) - grow),
      bottom: millimetres(Math.max(...ys) + grow),
    }
  }
  const show = (shown: string): void => {
    let width = 0
    let said = ''
    for (const [, hex, kern] of shown.matchAll(/<([0-9a-fA-F]*)>|([-+]?[\d.]+)/g)) {
      if (kern !== undefined) width -= Number(kern)
      for (const glyph of hex?.match(/.{4}/g) ?? []) {
        width += font?.width(Number.parseInt(glyph, 16)) ?? 0
        said += font?.letters(Number.parseInt(glyph, 16)) ?? ''
      }
    }
    const wide = (width / 1000) * size
    const at = times(text, matrix)
    const corners: readonly Point[] = [
      [0, size * ASCENT],
      [wide, -size * DESCENT],
    ]
    marks.push({
      page,
      text: said,
      ...box(
        corners.map((corner) => moved(at, corner)),
        0,
      ),
    })
    text = times([1, 0, 0, 1, wide, 0], text)
  }
  for (const [token] of content.matchAll(TOKEN)) {
    if (!/^[A-Za-z]/.test(token)) {
      given.push(token)
      continue
    }
    const six = () => given.slice(-6).map(Number) as unknown as Matrix
    if (token === 'q') saved.push(matrix)
    else if (token === 'Q') matrix = saved.pop() ?? START
    else if (token === 'cm') matrix = times(six(), matrix)
    else if (token === 'Tm') text = six()
    else if (token === 'Td') text = times([1, 0, 0, 1, number(2), number(1)], text)
    else if (token === 'Tf') {
      font = fonts.get(given.at(-2)?.slice(1) ?? '')
      size = number(1)
    } else if (token === 'TJ' || token === 'Tj') show(given.at(-1) ?? '')
    else if (token === 'w') line = number(1)
    else if (token === 'm' || token === 'l' || token === 'c') path.push(moved(matrix, [number(2), number(1)]))
    else if (token === 're') {
      const [x, y] = [number(4), number(3)]
      path.push(moved(matrix, [x, y]), moved(matrix, [x + number(2), y + number(1)]))
    } else if (token === 'n') path = []
    else if (PAINTS.has(token)) {
      if (path.length > 0) marks.push({ page, text: '', ...box(path, /^[Ss]$/.test(token) ? line / 2 : 0) })
      path = []
    }
    given = []
  }
  return marks
}

/** The pages of a letter in order. */
export const readPages = (file: PdfFile): readonly ReadPage[] =>
  file.objects
    .filter(({ dictionary }) => /\/Type \/Page\b(?!s)/.test(dictionary))
    .map((page, index) => {
      const [width, height] = sizeOf(page)
      const fonts = fontsOf(file, page)
      const content = pointed(file, page, 'Contents')?.stream.toString('latin1') ?? ''
      return { width, height, fonts: [...fonts.values()], marks: marksOf(index + 1, content, height, fonts) }
    })
