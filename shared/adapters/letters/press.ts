/** Prints a letter: the written document in, a tagged PDF with embedded fonts out, the same bytes every time. */
import { createHash } from 'node:crypto'
import type { LetterDocument } from '../../domain/letters/model.ts'
import type { LetterPress, Printing } from '../../ports/letters.ts'
import { type Atom, fillPages } from './atoms.ts'
import { printFaults } from './check-print.ts'
import { atomsOf, atomsOfAll } from './draw-blocks.ts'
import { head } from './draw-head.ts'
import { title } from './draw-text.ts'
import { type Kit, LEFT } from './kit.ts'
import { points, TEXT } from './paper.ts'
import { finished, kitOf, newDocument } from './pdf.ts'
import { unprintable } from './runs.ts'
import { SMALL } from './style.ts'

/** The greeting, the title, then the rest. */
const bodyOf = (kit: Kit, { title: text, blocks: [greeting, ...rest] }: LetterDocument): readonly Atom[] => [
  ...(greeting === undefined ? [] : atomsOf(kit, greeting)),
  ...title(kit, text),
  ...atomsOfAll(kit, rest),
]

/** Numbers the pages of one letter, which begins on a page of the file. */
const footers = ({ doc, set }: Kit, reference: string, first: number): number => {
  const count = doc.bufferedPageRange().count - first
  for (let page = 0; page < count; page++) {
    doc.switchToPage(first + page)
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

/** Sets one letter from a new page on; `undefined` when its address does not fit the window. Answers how many pages it has. */
const setLetter = (kit: Kit, document: LetterDocument): number | undefined => {
  kit.doc.addPage()
  const first = kit.doc.bufferedPageRange().count - 1
  if (!head(kit, document)) return undefined
  fillPages(bodyOf(kit, document), () => {
    kit.doc.addPage()
  })
  return footers(kit, document.reference, first)
}

const no = (why: string): Printing => ({ printed: false, why })

const print: LetterPress['print'] = async (document) => {
  if (textsOf(document).some((text) => unprintable(text).length > 0))
    return no('A name or an address has a letter that the fonts of our letters do not have.')
  const { title: text, school, language, date } = document
  const kit = kitOf(newDocument({ title: text, author: school.name, language, date }))
  const pages = setLetter(kit, document)
  if (pages === undefined) return no('A line of the address is too long for the window of the envelope.')
  const pdf = await finished(kit)
  const faults = printFaults(pdf)
  return faults.length > 0
    ? no(faults.join(' '))
    : { printed: true, letter: { pdf, pages, sha256: createHash('sha256').update(pdf).digest('hex') } }
}

const printAll: LetterPress['printAll'] = async (documents, text, date) => {
  const kit = kitOf(newDocument({ title: text, author: 'Firstbell', language: 'en-GB', date }))
  for (const document of documents) {
    if (setLetter(kit, document) === undefined) throw new RangeError('A letter in the batch has never been printed')
    kit.doc.switchToPage(kit.doc.bufferedPageRange().count - 1)
  }
  return finished(kit)
}

export const letterPress = (): LetterPress => ({ print, printAll })
