/** A font of the PDF as the page uses it: how wide each glyph is, and which letters it stands for. */
import { type PdfFile, type PdfObject, pointed } from './read-pdf.ts'

export interface ReadFont {
  /** Thousandths of the size. */
  width(glyph: number): number
  letters(glyph: number): string
  readonly isEmbedded: boolean
}

const widthsOf = (dictionary: string): readonly number[] =>
  (/\/W \[0 \[([^\]]*)\]/.exec(dictionary)?.[1] ?? '').trim().split(/\s+/).map(Number)

const lettersOf = (cmap: string): readonly string[] =>
  [...cmap.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)].flatMap(([, , listed = '']) =>
    [...listed.matchAll(/<([^>]*)>/g)].map(([, codes = '']) =>
      codes
        .split(' ')
        .filter((code) => code !== '')
        .map((code) => String.fromCharCode(Number.parseInt(code, 16)))
        .join(''),
    ),
  )

export const readFont = (file: PdfFile, font: PdfObject): ReadFont => {
  const descendant = pointed(file, font, 'DescendantFonts')
  const descriptor = descendant && pointed(file, descendant, 'FontDescriptor')
  const widths = widthsOf(descendant?.dictionary ?? '')
  const letters = lettersOf(pointed(file, font, 'ToUnicode')?.stream.toString('latin1') ?? '')
  return {
    width: (glyph) => widths[glyph] ?? 0,
    letters: (glyph) => letters[glyph] ?? '',
    isEmbedded: descriptor !== undefined && pointed(file, descriptor, 'FontFile[23]?') !== undefined,
  }
}
