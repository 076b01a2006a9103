/** Prints a letter: the written document in, a tagged PDF with embedded fonts out, the same bytes every time. */
import { createHash } from 'node:crypto'
import PDFDocument from 'pdfkit'
import type { Block, LetterDocument } from '../../domain/letters/model.ts'
import type { LetterPress, Printing } from '../../ports/letters.ts'
import { type Atom, fillPages } from './atoms.ts'
import { printFaults } from './check-print.ts'
import { head } from './draw-head.ts'
import { certificate, figures, meeting, replySlip } from './draw-panels.ts'
import { table } from './draw-table.ts'
import { heading, list, paragraph, signature, title } from './draw-text.ts'
import { type Kit, LEFT } from './kit.ts'
import { points, TEXT } from './paper.ts'
import { unprintable } from './runs.ts'
import { SMALL } from './style.ts'
import { tagsOf } from './tags.ts'
import { typesetter } from './typesetter.ts'

const atomsOf = (kit: Kit, block: Block): readonly Atom[] => {
  switch (block.is) {
    case 'heading':
      return heading(kit, block.text)
    case 'paragraph':
      return paragraph(kit, block.text)
    case 'list':
      return list(kit, block.items)
    case 'figures':
      return figures(kit, block)
    case 'meeting':
      return meeting(kit, block)
    case 'table':
      return table(kit, block)
    case 'certificate':
      return certificate(kit, block)
    case 'signature':
      return signature(kit, block.lines)
    case 'reply-slip':
      return replySlip(kit, block)
  }
}

/** The greeting, the title, then the rest. A signature never stands on a page without the words that it signs. */
const bodyOf = (kit: Kit, { title: text, blocks: [greeting, ...rest] }: LetterDocument): readonly Atom[] => [
  ...(greeting === undefined ? [] : atomsOf(kit, greeting)),
  ...title(kit, text),
  ...rest.flatMap((block, index) => {
    const atoms = atomsOf(kit, block)
    if (rest[index + 1]?.is !== 'signature') return atoms
    return atoms.map((atom, at) => (at >= atoms.length - 2 ? { ...atom, withNext: true } : atom))
  }),
]

const footers = ({ doc, set }: Kit, reference: string): number => {
  const { start, count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    doc.switchToPage(start + page)
    doc.markContent('Artifact', { type: 'Pagination' })
    set.line(`Page ${page + 1} of ${count}. Our reference: ${reference}`, LEFT, points(TEXT.footer), SMALL)
    doc.endMarkedContent()
  }
  return count
}

/** Everything that will be printed, as one list of texts. */
const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : []
}

const newDocument = ({ title: text, school, language, date }: LetterDocument) => {
  const at = new Date(`${date}T00:00:00Z`)
  return new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    // Not left out but nothing: the built-in fonts are not open, and would look for their files.
    font: null as unknown as string,
    pdfVersion: '1.7',
    // The library's types are older than what it can do.
    subset: 'PDF/UA' as unknown as NonNullable<PDFKit.PDFDocumentOptions['subset']>,
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: text,
      Author: school.name,
      Creator: 'Firstbell',
      Producer: 'Firstbell',
      CreationDate: at,
      ModDate: at,
    },
  })
}

const finished = async (doc: ReturnType<typeof newDocument>): Promise<Uint8Array> => {
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  doc.end()
  return whole
}

const no = (why: string): Printing => ({ printed: false, why })

export const print = async (document: LetterDocument): Promise<Printing> => {
  if (textsOf(document).some((text) => unprintable(text).length > 0))
    return no('A name or an address has a letter that the fonts of our letters do not have.')
  const doc = newDocument(document)
  const kit: Kit = { doc, set: typesetter(doc), tags: tagsOf(doc) }
  doc.addPage()
  if (!head(kit, document)) return no('A line of the address is too long for the window of the envelope.')
  fillPages(bodyOf(kit, document), () => {
    doc.addPage()
  })
  const pages = footers(kit, document.reference)
  kit.tags.root.node.end()
  const pdf = await finished(doc)
  const faults = printFaults(pdf)
  return faults.length > 0
    ? no(faults.join(' '))
    : { printed: true, letter: { pdf, pages, sha256: createHash('sha256').update(pdf).digest('hex') } }
}

export const letterPress = (): LetterPress => ({ print })
