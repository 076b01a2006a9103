/** How each kind of block is drawn. */
import type { Block } from '../../domain/letters/model.ts'
import type { Atom } from './atoms.ts'
import { certificate, figures, meeting, replySlip } from './draw-panels.ts'
import { table } from './draw-table.ts'
import { heading, list, paragraph, signature } from './draw-text.ts'
import type { Kit } from './kit.ts'

export const atomsOf = (kit: Kit, block: Block): readonly Atom[] => {
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

/** The atoms of blocks in order. A signature never stands on a page without the words that it signs. */
export const atomsOfAll = (kit: Kit, blocks: readonly Block[]): readonly Atom[] =>
  blocks.flatMap((block, index) => {
    const atoms = atomsOf(kit, block)
    if (blocks[index + 1]?.is !== 'signature') return atoms
    return atoms.map((atom, at) => (at >= atoms.length - 2 ? { ...atom, withNext: true } : atom))
  })
