/** What a page is filled with, line by line, and how it is filled so that no line stands alone. */
import { points, TEXT } from './paper.ts'

/** The smallest thing that is never cut. Heights in points. */
export interface Atom {
  readonly height: number
  /** Space above it, left out at the top of a page. */
  readonly before: number
  /** Stands on the same page as what follows. */
  readonly withNext: boolean
  /** Drawn again first where a page begins with this atom: the head of a table. */
  readonly again?: Pick<Atom, 'height' | 'draw'>
  draw(y: number): void
}

const BOTTOM = points(TEXT.bottom)
const TOP = points(TEXT.top)

const tall = (group: readonly Atom[]): number =>
  group.reduce((sum, { before, height }, index) => sum + height + (index === 0 ? 0 : before), 0)

/** Atoms that stay together, in order. */
const groupsOf = (atoms: readonly Atom[]): readonly (readonly Atom[])[] => {
  const groups: Atom[][] = [[]]
  for (const atom of atoms) {
    groups.at(-1)?.push(atom)
    if (!atom.withNext) groups.push([])
  }
  return groups.filter((group) => group.length > 0)
}

/** Fills pages from the first body line on. A group too tall for any page is cut after all. */
export const fillPages = (atoms: readonly Atom[], newPage: () => void, firstTop: number = TEXT.firstTop): void => {
  let y = points(firstTop)
  let atTop = true
  const turn = (): void => {
    newPage()
    y = TOP
    atTop = true
  }
  const place = (atom: Atom): void => {
    if (!atTop) y += atom.before
    if (atTop && y === TOP && atom.again) {
      atom.again.draw(y)
      y += atom.again.height
    }
    atom.draw(y)
    y += atom.height
    atTop = false
  }
  for (const group of groupsOf(atoms)) {
    const room = BOTTOM - y - (atTop ? 0 : (group[0]?.before ?? 0))
    if (!atTop && tall(group) > room) turn()
    for (const atom of group) {
      if (!atTop && y + atom.before + atom.height > BOTTOM) turn()
      place(atom)
    }
  }
}

/** Lines of one paragraph: at least two at the foot of a page and two at the head of the next. */
export const keptTogether = (index: number, count: number): boolean =>
  index < count - 1 && (index === 0 || index === count - 2)
