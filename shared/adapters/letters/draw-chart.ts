/**
 * A chart that says the same in black on white as in any colour: one row for each group, a mark on a scale, the number in figures at the end
 * of the row. Series differ by the shape of their marks, lines by their dashes and their names.
 */
import type { Chart } from '../../domain/reports/report.ts'
import type { Atom } from './atoms.ts'
import { type Kit, LEFT, RIGHT } from './kit.ts'
import { BODY, PALE, RULE, SMALL, SMALL_HEAD } from './style.ts'

const TALLEST_ROW = 17
/** For the rows; a heading and the beginning of the table have their place beside them on a page. */
const ROOM = 490
const HEAD = 16
const FOOT = 30
const MARK = 3.6

const shown = (tenths: number | null): string =>
  tenths === null ? '–' : `${Math.floor(tenths / 10)}.${Math.abs(tenths % 10)}`

/** The name of a row in one line; where there is more of it, it says so, and the table has the whole. */
const shortened = ({ set }: Kit, label: string, width: number): string => {
  if (set.width(label, SMALL) <= width) return label
  const [first = ''] = set.lines(label, SMALL, width - set.width('…', SMALL))
  return `${first}…`
}

/** The chart in words, for whoever cannot see it; the table below it has the rest. */
export const inWords = ({ title, unit, series, lines }: Chart): string =>
  [
    `${title}.`,
    ...series.map(
      ({ name, points }) =>
        `${name}: ${points.map(({ label, tenths }) => `${label} ${shown(tenths)}${unit}`).join(', ')}.`,
    ),
    ...lines.map(({ name }) => `Line: ${name}.`),
  ].join(' ')

export const chart = (kit: Kit, block: Chart): readonly Atom[] => {
  const { doc, set, tags } = kit
  const { series, lines, from, until, unit } = block
  const labels = series[0]?.points.map(({ label }) => label) ?? []
  if (labels.length === 0) return []
  const rowHeight = Math.min(TALLEST_ROW, ROOM / labels.length)
  const labelWidth = Math.min(150, Math.max(...labels.map((label) => set.width(label, SMALL))) + 10)
  const valueWidth = 40
  const left = LEFT + labelWidth
  const right = RIGHT - valueWidth * series.length - 6
  const x = (tenths: number): number => left + ((tenths / 10 - from) / (until - from)) * (right - left)
  const legend = series.length > 1 || lines.length > 0
  const top = HEAD + (legend ? HEAD : 0)
  const height = top + labels.length * rowHeight + FOOT

  const mark = (which: number, at: number, y: number): void => {
    doc.lineWidth(1.3)
    if (which === 0) doc.circle(at, y, MARK).fill(BODY.colour)
    else doc.rect(at - MARK, y - MARK, 2 * MARK, 2 * MARK).fillAndStroke('#ffffff', BODY.colour)
  }
  const dashes = (which: number) => (which === 0 ? { length: 4, space: 2 } : { length: 1.2, space: 2.2 })
  const drawLegend = (y: number): void => {
    let at = LEFT
    series.forEach(({ name }, index) => {
      mark(index, at + 5, y + 6)
      set.line(name, at + 13, y, SMALL)
      at += 13 + set.width(name, SMALL) + 18
      // Over the column of its numbers, so that nobody has to guess which is which.
      if (series.length > 1) mark(index, right + 6 + valueWidth * (index + 1) - 10, y + 6)
    })
    lines.forEach(({ name }, index) => {
      const { length, space } = dashes(index)
      doc
        .moveTo(at, y + 6)
        .lineTo(at + 22, y + 6)
        .lineWidth(1.2)
        .dash(length, { space })
        .stroke(BODY.colour)
        .undash()
      set.line(name, at + 27, y, SMALL)
      at += 27 + set.width(name, SMALL) + 18
    })
  }
  const drawScale = (y: number, foot: number): void => {
    const step = until - from > 40 ? 20 : until - from > 20 ? 10 : 5
    for (let value = from; value <= until; value += step) {
      const at = x(value * 10)
      doc.moveTo(at, y).lineTo(at, foot).lineWidth(0.5).stroke(RULE)
      const text = `${value}${unit}`
      set.line(text, at - set.width(text, SMALL) / 2, foot + 2, SMALL)
    }
  }
  const draw = (y: number): void => {
    const figure = tags.element('Figure', tags.root, { alt: inWords(block) })
    tags.inside(figure, () => {
      set.line(`${block.title}, ${unit}`, LEFT, y, SMALL_HEAD)
      if (legend) drawLegend(y + HEAD)
      const foot = y + top + labels.length * rowHeight
      drawScale(y + top, foot)
      lines.forEach(({ tenths }, index) => {
        const { length, space } = dashes(index)
        doc
          .moveTo(x(tenths), y + top)
          .lineTo(x(tenths), foot)
          .lineWidth(1.2)
          .dash(length, { space })
          .stroke(BODY.colour)
          .undash()
      })
      labels.forEach((label, row) => {
        const middle = y + top + (row + 0.5) * rowHeight
        doc.moveTo(left, middle).lineTo(right, middle).lineWidth(0.4).stroke(PALE)
        set.line(shortened(kit, label, labelWidth - 6), LEFT, middle - 6, SMALL)
        // The second first, so that where both are equal the full mark stands inside the open one.
        series.toReversed().forEach(({ points }, back) => {
          const tenths = points[row]?.tenths ?? null
          if (tenths !== null) mark(series.length - 1 - back, x(tenths), middle)
        })
        series.forEach(({ points }, index) => {
          const text = shown(points[row]?.tenths ?? null)
          const end = right + 6 + valueWidth * (index + 1)
          set.line(text, end - set.width(text, SMALL), middle - 6, SMALL)
        })
      })
      if (from > 0) set.line(`The scale begins at ${from}${unit}.`, LEFT, foot + 15, SMALL)
    })
  }
  return [{ height, before: 10, withNext: false, draw }]
}
