/** Reads back what our press wrote: its objects by the table at the end of the file. Not a reader of other people's PDFs. */
import { inflateSync } from 'node:zlib'

export interface PdfObject {
  /** What stands before the stream, as text. */
  readonly dictionary: string
  /** Unpacked; empty without one. */
  readonly stream: Buffer
}

export interface PdfFile {
  object(id: number): PdfObject
  readonly objects: readonly PdfObject[]
}

const readObject = (bytes: Buffer, text: string, at: number): PdfObject => {
  const end = text.indexOf('endobj', at)
  const begin = text.indexOf('\nstream\n', at)
  if (begin < 0 || begin > end) return { dictionary: text.slice(at, end), stream: Buffer.alloc(0) }
  const dictionary = text.slice(at, begin)
  const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0)
  const from = begin + '\nstream\n'.length
  const packed = bytes.subarray(from, from + length)
  return { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(packed) : packed }
}

export const readPdf = (pdf: Uint8Array): PdfFile => {
  const bytes = Buffer.from(pdf)
  const text = bytes.toString('latin1')
  const table = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(text)?.[1])
  const entries = [...text.slice(table).matchAll(/^(\d{10}) \d{5} n/gm)]
  const byId = new Map<number, PdfObject>()
  for (const [, offset] of entries) {
    const at = Number(offset)
    const id = Number(/^\d+/.exec(text.slice(at, at + 12))?.[0])
    byId.set(id, readObject(bytes, text, at))
  }
  return {
    objects: [...byId.values()],
    object: (id) => byId.get(id) ?? { dictionary: '', stream: Buffer.alloc(0) },
  }
}

/** The object that an entry of a dictionary points to: `/Contents 8 0 R`. */
export const pointed = (file: PdfFile, { dictionary }: PdfObject, name: string): PdfObject | undefined => {
  const id = new RegExp(`/${name} \\[?(\\d+) 0 R`).exec(dictionary)?.[1]
  return id === undefined ? undefined : file.object(Number(id))
}
