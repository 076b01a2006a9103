/** Prints the paper part of a bundle of evidence: the written document in, a tagged PDF out, the same bytes every time. */
import type { CourtDocument } from '../../domain/evidence/court/document.ts'
import type { Block } from '../../domain/letters/model.ts'
import { writtenDate } from '../../domain/letters/written-date.ts'
import { fillPages } from './atoms.ts'
import { atomsOfAll } from './draw-blocks.ts'
import { title } from './draw-text.ts'
import { type Kit, LEFT } from './kit.ts'
import { points, TEXT } from './paper.ts'
import { finished, kitOf, newDocument } from './pdf.ts'
import { printableAll } from './printable.ts'
import { SMALL } from './style.ts'

const contents = ({ parts }: CourtDocument, pages: readonly number[]): Block => ({
  is: 'table',
  summary: 'What is in this document',
  columns: ['Part', 'Page'],
  rows: parts.map((part, index) => [part.title, String(pages[index] ?? '')]),
  shares: [0.86, 0.14],
})

/** Draws a part from a new page on; answers the page's number. */
const drawPart = (kit: Kit, heading: string, blocks: readonly Block[]): number => {
  const newPage = () => {
    kit.doc.addPage()
  }
  newPage()
  const page = kit.doc.bufferedPageRange().count
  fillPages([...title(kit, heading), ...atomsOfAll(kit, blocks)], newPage, TEXT.top)
  return page
}

const footers = ({ doc, set }: Kit, { reference, date }: CourtDocument): void => {
  const { count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page)
    doc.markContent('Artifact', { type: 'Pagination' })
    const text = `Page ${page + 1} of ${count}. Bundle ${reference}, ${writtenDate(date)}. Confidential.`
    set.line(text, LEFT, points(TEXT.footer), SMALL)
    doc.endMarkedContent()
  }
}

/** Draws everything; answers on which page each part begins. */
const draw = (kit: Kit, document: CourtDocument, pages: readonly number[]): readonly number[] => {
  drawPart(kit, document.title, [...document.front, contents(document, pages)])
  return document.parts.map((part) => drawPart(kit, part.title, part.blocks))
}

/** The printed document. Drawn twice: the first time only to learn on which page each part begins. */
export const printCourt = async (written: CourtDocument): Promise<Uint8Array> => {
  const document = printableAll(written)
  const { title: text, school, language, date } = document
  const fresh = () => kitOf(newDocument({ title: text, author: school, language, date }))
  const kit = fresh()
  draw(kit, document, draw(fresh(), document, []))
  footers(kit, document)
  return finished(kit)
}
