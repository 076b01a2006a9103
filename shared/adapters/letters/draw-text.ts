/** Paragraphs, headings, lists and the signature. */
import { type Atom, keptTogether } from './atoms.ts'
import { type Kit, LEFT, WIDTH } from './kit.ts'
import { BODY, HEADING, STRONG, TITLE } from './style.ts'
import type { Element } from './tags.ts'
import type { Style } from './typesetter.ts'

const INDENT = 14
const LINE_OF_SIGNATURE = 30

/** Atoms of a text; its element is made when its first line is drawn, which keeps the tree in reading order. */
const textAtoms = (
  { set, tags }: Kit,
  text: string,
  style: Style,
  shape: {
    readonly element: () => Element
    readonly indent?: number
    readonly before: number
    readonly mark?: (y: number) => void
  },
): readonly Atom[] => {
  const { indent = 0 } = shape
  const lines = set.lines(text, style, WIDTH - indent)
  let element: Element | undefined
  return lines.map((line, index) => ({
    height: style.leading,
    before: index === 0 ? shape.before : 0,
    withNext: keptTogether(index, lines.length),
    draw: (y) => {
      element ??= shape.element()
      if (index === 0) shape.mark?.(y)
      tags.inside(element, () => set.line(index < lines.length - 1 ? `${line} ` : line, LEFT + indent, y, style))
    },
  }))
}

export const paragraph = (kit: Kit, text: string): readonly Atom[] =>
  textAtoms(kit, text, BODY, { element: () => kit.tags.element('P'), before: 7 })

/** On the same page as what comes after. */
export const followed = (atoms: readonly Atom[]): readonly Atom[] => atoms.map((atom) => ({ ...atom, withNext: true }))

/** Never at the foot of a page without what it heads. */
export const heading = (kit: Kit, text: string): readonly Atom[] =>
  followed(textAtoms(kit, text, HEADING, { element: () => kit.tags.element('H2'), before: 13 }))

export const title = (kit: Kit, text: string): readonly Atom[] =>
  followed(textAtoms(kit, text, TITLE, { element: () => kit.tags.element('H1'), before: 9 }))

export const list = (kit: Kit, items: readonly string[]): readonly Atom[] => {
  let whole: Element | undefined
  return items.flatMap((item) =>
    textAtoms(kit, item, BODY, {
      before: 4,
      indent: INDENT,
      element: () => {
        whole ??= kit.tags.element('L')
        return kit.tags.element('LBody', kit.tags.element('LI', whole))
      },
      mark: (y) =>
        kit.tags.decoration(() => {
          kit.doc.circle(LEFT + 4, y + BODY.size * 0.68, 1.7).fill(BODY.colour)
        }),
    }),
  )
}

/** The greeting, room for a hand to sign, and who it was: never apart. */
export const signature = (kit: Kit, [greeting = '', ...who]: readonly string[]): readonly Atom[] => {
  const lines = who.flatMap((text) => kit.set.lines(text, BODY, WIDTH))
  return [
    {
      before: 10,
      height: BODY.leading + LINE_OF_SIGNATURE + lines.length * BODY.leading,
      withNext: false,
      draw: (y) => {
        kit.tags.inside(kit.tags.element('P'), () => kit.set.line(greeting, LEFT, y, BODY))
        lines.forEach((line, index) => {
          const at = y + BODY.leading + LINE_OF_SIGNATURE + index * BODY.leading
          kit.tags.inside(kit.tags.element('P'), () => kit.set.line(line, LEFT, at, index === 0 ? STRONG : BODY))
        })
      },
    },
  ]
}
