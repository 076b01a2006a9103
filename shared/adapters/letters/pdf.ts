/** What every PDF of ours is: tagged, its fonts embedded, the same bytes every time. */
import PDFDocument from 'pdfkit'
import type { Kit } from './kit.ts'
import { tagsOf } from './tags.ts'
import { typesetter } from './typesetter.ts'

export const newDocument = (about: { title: string; author: string; language: string; date: string }) => {
  const at = new Date(`${about.date}T00:00:00Z`)
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
    lang: about.language,
    displayTitle: true,
    info: {
      Title: about.title,
      Author: about.author,
      Creator: 'Firstbell',
      Producer: 'Firstbell',
      CreationDate: at,
      ModDate: at,
    },
  })
}

export const kitOf = (doc: ReturnType<typeof newDocument>): Kit => ({ doc, set: typesetter(doc), tags: tagsOf(doc) })

/** The bytes, once everything is drawn. */
export const finished = async ({ doc, tags }: Kit): Promise<Uint8Array> => {
  const parts: Buffer[] = []
  doc.on('data', (part: Buffer) => parts.push(part))
  const whole = new Promise<Uint8Array>((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
  })
  tags.root.node.end()
  doc.end()
  return whole
}
