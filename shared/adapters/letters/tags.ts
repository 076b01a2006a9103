/** The tree that a screen reader follows. What is drawn belongs to an element of it, or is decoration and is passed over. */
import type PDFDocument from 'pdfkit'

type Doc = InstanceType<typeof PDFDocument>
type ElementType =
  | 'Document'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Sect'
  | 'Figure'

export interface Element {
  readonly type: ElementType
  readonly node: PDFKit.PDFStructureElement
}

export interface Tags {
  readonly root: Element
  /** A new element at the end of its parent. Elements are made in reading order. */
  element(
    type: ElementType,
    parent?: Element,
    options?: { readonly scope?: 'Column'; readonly title?: string; readonly alt?: string },
  ): Element
  /** Draws as part of an element, on the page that is open. */
  inside(element: Element, draw: () => void): void
  decoration(draw: () => void): void
}

export const tagsOf = (doc: Doc): Tags => {
  const root: Element = { type: 'Document', node: doc.struct('Document') }
  doc.addStructure(root.node)
  return {
    root,
    element: (type, parent = root, options = {}) => {
      const node = doc.struct(type, { ...options })
      parent.node.add(node)
      return { type, node }
    },
    inside: ({ type, node }, draw) => {
      const content = doc.markStructureContent(type)
      draw()
      doc.endMarkedContent()
      node.add(content)
    },
    decoration: (draw) => {
      doc.markContent('Artifact', { type: 'Layout' })
      draw()
      doc.endMarkedContent()
    },
  }
}
