import type PDFDocument from 'pdfkit'
import { points, TEXT } from './paper.ts'
import type { Tags } from './tags.ts'
import type { Typesetter } from './typesetter.ts'

/** What a block is drawn with. */
export interface Kit {
  readonly doc: InstanceType<typeof PDFDocument>
  readonly set: Typesetter
  readonly tags: Tags
}

export const LEFT = points(TEXT.left)
export const RIGHT = points(TEXT.right)
export const WIDTH = RIGHT - LEFT
