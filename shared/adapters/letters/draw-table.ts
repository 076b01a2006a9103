/** A table: its head again on every page, its lines never cut, no line alone. */
import type { Block } from '../../domain/letters/model.ts'
import type { Atom } from './atoms.ts'
import { type Kit, LEFT, RIGHT, WIDTH } from './kit.ts'
import { CELL, HEAD_CELL, PALE, RULE, SMALL, SMALL_HEAD, TINY, TINY_HEAD } from './style.ts'
import type { Element } from './tags.ts'
import type { Style } from './typesetter.ts'

type Table = Extract<Block, { is: 'table' }>
/** Shares of the width, for the four columns of sessions missed; other tables have equal ones. */
const SHARES = [0.36, 0.15, 0.35, 0.14]
export const PADDING = 4
/** Words that follow a column of numbers stand a little apart, or the eye reads them as one. */
export const APART = 4

const columnsOf = ({ columns, shares: given }: Table): readonly { readonly x: number; readonly width: number }[] => {
  const shares = given ?? (columns.length === SHARES.length ? SHARES : columns.map(() => 1 / columns.length))
  return shares.map((share, index) => ({
    x: LEFT + WIDTH * shares.slice(0, index).reduce((sum, each) => sum + each, 0),
    width: WIDTH * share,
  }))
}

const stylesOf = ({ small, tiny }: Table): readonly [Style, Style] => {
  if (tiny) return [TINY, TINY_HEAD]
  return small ? [SMALL, SMALL_HEAD] : [CELL, HEAD_CELL]
}

export const table = (kit: Kit, block: Table): readonly Atom[] => {
  const { doc, set, tags } = kit
  const columns = columnsOf(block)
  let whole: Element | undefined

  const isNumber = (index: number): boolean => block.numbers?.includes(index) === true
  const before = (index: number): number => (isNumber(index - 1) && !isNumber(index) ? PADDING + APART : PADDING)

  const startOf = (index: number, line: string, style: Style): number => {
    const { x, width } = columns[index] ?? { x: LEFT, width: WIDTH }
    return isNumber(index) ? x + width - PADDING - set.width(line, style) : x + before(index)
  }

  const row = (cells: readonly string[], style: Style, isHead: boolean) => {
    const broken = cells.map((cell, index) =>
      set.lines(cell, style, (columns[index]?.width ?? WIDTH) - before(index) - PADDING),
    )
    const height = Math.max(...broken.map((lines) => lines.length)) * style.leading + 2 * PADDING
    const write = (y: number, within: (draw: () => void) => void) =>
      broken.forEach((lines, index) => {
        within(() => {
          lines.forEach((line, at) => {
            set.line(line, startOf(index, line, style), y + PADDING + at * style.leading - 1, style)
          })
        })
      })
    const rule = (y: number) =>
      tags.decoration(() => {
        if (isHead) doc.rect(LEFT, y, WIDTH, height).fill(PALE)
        doc
          .moveTo(LEFT, y + height)
          .lineTo(RIGHT, y + height)
          .lineWidth(0.6)
          .stroke(RULE)
      })
    const draw = (y: number) => {
      rule(y)
      whole ??= tags.element('Table', tags.root, { title: block.summary })
      const line = tags.element('TR', whole)
      write(y, (drawn) =>
        tags.inside(isHead ? tags.element('TH', line, { scope: 'Column' }) : tags.element('TD', line), drawn),
      )
    }
    /** The head of a later page: seen, and not read out a second time. */
    const drawAgain = (y: number) => {
      rule(y)
      write(y, (drawn) => tags.decoration(drawn))
    }
    return { height, draw, drawAgain }
  }

  const [cell, headCell] = stylesOf(block)
  // A table of two columns whose heads say nothing has none.
  const hasHead = block.columns.some((text) => text !== '')
  const head = row(block.columns, headCell, true)
  const again = { height: head.height, draw: head.drawAgain }
  const last = block.rows.length - 1
  return [
    ...(hasHead ? [{ height: head.height, before: 8, withNext: true, draw: head.draw }] : []),
    ...block.rows.map((cells, index): Atom => {
      const { height, draw } = row(cells, cell, false)
      const above = index === 0 && !hasHead ? 8 : 0
      const withNext = index < last && (index === 0 || index === last - 1)
      return { height, before: above, withNext, ...(hasHead ? { again } : {}), draw }
    }),
  ]
}
