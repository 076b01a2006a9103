/** Boxes: the figures, the meeting, the certificate and the reply slip. Each stays whole. */
import type { Block, Labelled, ReplySlip } from '../../domain/letters/model.ts'
import type { Atom } from './atoms.ts'
import { type Kit, LEFT, RIGHT, WIDTH } from './kit.ts'
import { BODY, CERTIFICATE_LINE, CERTIFICATE_NAME, FIGURE, LIGHTS, PALE, RULE, SCHOOL, SMALL, STRONG } from './style.ts'
import type { Style } from './typesetter.ts'

type Of<K extends Block['is']> = Extract<Block, { is: K }>
const PADDING = 9

const whole = (height: number, before: number, draw: (y: number) => void): readonly Atom[] => [
  { height, before, withNext: false, draw },
]

/** The largest of a style's sizes at which the text fits on one line; it is broken when even the smallest is too wide. */
const fitted = (
  { set }: Kit,
  text: string,
  style: Style,
  width: number,
): { style: Style; lines: readonly string[] } => {
  const narrow = Math.max(10, Math.min(style.size, (style.size * width) / set.width(text, style)))
  const fits = { ...style, size: narrow, leading: (narrow / style.size) * style.leading }
  return { style: fits, lines: set.lines(text, fits, width + 1) }
}

export const figures = (kit: Kit, { items, colour }: Of<'figures'>): readonly Atom[] => {
  const { doc, set, tags } = kit
  const each = WIDTH / items.length
  const cells = items.map(({ label, value }) => ({ label, ...fitted(kit, value, FIGURE, each - 2 * PADDING) }))
  const tall = Math.max(...cells.map(({ style, lines }) => style.leading * lines.length))
  const height = SMALL.leading + tall + 2 * PADDING
  return whole(height, 10, (y) => {
    tags.decoration(() => {
      doc.rect(LEFT, y, WIDTH, height).fill(PALE)
      doc.rect(LEFT, y, 5, height).fill(colour === undefined ? SCHOOL : LIGHTS[colour])
    })
    cells.forEach(({ label, style, lines }, index) => {
      const x = LEFT + index * each + PADDING + 3
      tags.inside(tags.element('P'), () => {
        set.line(`${label}: `, x, y + PADDING - 2, SMALL)
        lines.forEach((line, at) => {
          set.line(line, x, y + PADDING + SMALL.leading + at * style.leading, style)
        })
      })
    })
  })
}

const rows = (kit: Kit, items: readonly Labelled[], width: number) =>
  items.map(({ label, value }) => ({ label, lines: kit.set.lines(value, STRONG, width - 74) }))

const drawRows = ({ set, tags }: Kit, written: ReturnType<typeof rows>, x: number, top: number): number => {
  let y = top
  for (const { label, lines } of written) {
    const at = y
    tags.inside(tags.element('P'), () => {
      set.line(`${label}: `, x, at, BODY)
      lines.forEach((line, index) => {
        set.line(line, x + 74, at + index * STRONG.leading, STRONG)
      })
    })
    y += lines.length * STRONG.leading
  }
  return y
}

export const meeting = (kit: Kit, { items }: Of<'meeting'>): readonly Atom[] => {
  const written = rows(kit, items, WIDTH - 2 * PADDING)
  const height = written.reduce((sum, { lines }) => sum + lines.length * STRONG.leading, 0) + 2 * PADDING
  return whole(height, 10, (y) => {
    kit.tags.decoration(() => {
      kit.doc.rect(LEFT, y, WIDTH, height).lineWidth(1.2).stroke(SCHOOL)
    })
    drawRows(kit, written, LEFT + PADDING, y + PADDING - 1)
  })
}

export const certificate = (kit: Kit, { name, lines }: Of<'certificate'>): readonly Atom[] => {
  const { doc, set, tags } = kit
  const inner = WIDTH - 60
  const named = fitted(kit, name, CERTIFICATE_NAME, inner)
  const said = lines.flatMap((line) => set.lines(line, CERTIFICATE_LINE, inner))
  const height = 84 + named.lines.length * named.style.leading + said.length * CERTIFICATE_LINE.leading
  return whole(height, 16, (y) => {
    tags.decoration(() => {
      doc.rect(LEFT, y, WIDTH, height).lineWidth(2.4).stroke(SCHOOL)
      doc
        .rect(LEFT + 6, y + 6, WIDTH - 12, height - 12)
        .lineWidth(0.6)
        .stroke(RULE)
    })
    let at = y + 24
    const centred = (text: string, style: Style) => {
      tags.inside(tags.element('P'), () => set.line(text, LEFT + (WIDTH - set.width(text, style)) / 2, at, style))
      at += style.leading
    }
    centred('Certificate of attendance', CERTIFICATE_LINE)
    at += 8
    for (const line of named.lines) centred(line, named.style)
    at += 8
    for (const line of said) centred(line, CERTIFICATE_LINE)
  })
}

/** Room to write a date and time where somebody cannot come. */
const ANSWER = 20
const BLANK = 25
const BOX = 9

export const replySlip = (kit: Kit, slip: ReplySlip): readonly Atom[] => {
  const { doc, set, tags } = kit
  const about = rows(kit, slip.about, WIDTH)
  const heading = set.lines(slip.title, STRONG, WIDTH)
  const aboutHeight = about.reduce((sum, { lines }) => sum + lines.length * STRONG.leading, 0)
  const height =
    18 +
    heading.length * STRONG.leading +
    6 +
    aboutHeight +
    10 +
    slip.choices.length * 20 +
    ANSWER +
    Math.ceil(slip.blanks.length / 2) * BLANK
  const rule = (x: number, y: number, to: number) =>
    tags.decoration(() => {
      doc.moveTo(x, y).lineTo(to, y).lineWidth(0.6).stroke(RULE)
    })
  return whole(height, 18, (y) => {
    tags.decoration(() => {
      doc.moveTo(LEFT, y).lineTo(RIGHT, y).lineWidth(0.8).dash(4, { space: 3 }).stroke(RULE).undash()
    })
    let at = y + 14
    const title = tags.element('H2')
    for (const line of heading) {
      tags.inside(title, () => set.line(line, LEFT, at, STRONG))
      at += STRONG.leading
    }
    at = drawRows(kit, about, LEFT, at + 6) + 10
    for (const choice of slip.choices) {
      const top = at
      tags.decoration(() => {
        doc
          .rect(LEFT, top + 2, BOX, BOX)
          .lineWidth(0.9)
          .stroke(BODY.colour)
      })
      tags.inside(tags.element('P'), () => set.line(choice, LEFT + BOX + 8, top, BODY))
      at += 20
    }
    rule(LEFT + BOX + 8, at + ANSWER - 6, RIGHT)
    at += ANSWER
    slip.blanks.forEach((blank, index) => {
      const half = index % 2
      const x = LEFT + half * (WIDTH / 2 + 6)
      const foot = at + Math.floor(index / 2) * BLANK + 16
      tags.inside(tags.element('P'), () => set.line(blank, x, foot - BODY.size, BODY))
      rule(x + 66, foot + 2, half === 0 ? LEFT + WIDTH / 2 - 6 : RIGHT)
    })
  })
}
