/** The head of the first page: letterhead, the address in the window, the school's own lines. */
import type { LetterDocument } from '../../domain/letters/model.ts'
import { type Kit, LEFT } from './kit.ts'
import { CONTACT, LOGO, points, WINDOW } from './paper.ts'
import { NAME_OF_SCHOOL, SMALL, STRAPLINE } from './style.ts'
import type { Style } from './typesetter.ts'

const INSET = 0.6
const SMALLEST_ADDRESS = 7.5
/** How far letters reach below the foot of a line, as a share of their size. */
const DESCENT = 0.35

const style = (size: number, leading: number): Style => ({ ...SMALL, size, leading })

/** The address in a size at which every line fits the window, or `undefined`. */
export const addressStyle = ({ set }: Kit, lines: readonly string[]): Style | undefined => {
  const width = points(WINDOW.right - WINDOW.left - 2 * INSET)
  const height = points(WINDOW.bottom - WINDOW.top - 2 * INSET)
  const widest = Math.max(...lines.map((line) => set.width(line, style(1, 1))))
  const tallest = height / ((lines.length - 1) * 1.1 + 1 + DESCENT)
  const size = Math.floor(Math.min(11, tallest, width / widest) * 10) / 10
  return size < SMALLEST_ADDRESS
    ? undefined
    : style(size, Math.min(size * 1.2, (height - size * (1 + DESCENT)) / (lines.length - 1)))
}

const letterhead = ({ set, tags }: Kit, { school }: LetterDocument): void => {
  const width = points(LOGO.right) - LEFT - 4
  const once = set.lines(school.name, NAME_OF_SCHOOL, width)
  const named = once.length === 1 ? NAME_OF_SCHOOL : { ...NAME_OF_SCHOOL, size: 15, leading: 17.5 }
  const lines = once.length === 1 ? once : set.lines(school.name, named, width).slice(0, 2)
  let y = points(LOGO.top + 5)
  const name = tags.element('P')
  for (const line of lines) {
    tags.inside(name, () => set.line(line, LEFT, y, named))
    y += named.leading
  }
  if (school.strapline === '') return
  const small = Math.min(STRAPLINE.size, (STRAPLINE.size * width) / set.width(school.strapline, STRAPLINE))
  tags.inside(tags.element('P'), () => set.line(school.strapline, LEFT, y + 1, { ...STRAPLINE, size: small }))
}

const contact = ({ set, tags }: Kit, { school, reference }: LetterDocument): void => {
  const x = points(CONTACT.left + 3)
  const width = points(190) - x
  let y = points(LOGO.top + 6)
  for (const text of [...school.contact, `Our reference: ${reference}`]) {
    const element = tags.element('P')
    for (const line of set.lines(text, SMALL, width)) {
      tags.inside(element, () => set.line(line, x, y, SMALL))
      y += SMALL.leading
    }
  }
}

/** Draws the head of the first page; false when the address does not fit the window, and nothing of it is drawn. */
export const head = (kit: Kit, document: LetterDocument): boolean => {
  const fitting = addressStyle(kit, document.address)
  if (fitting === undefined) return false
  letterhead(kit, document)
  contact(kit, document)
  const element = kit.tags.element('P')
  document.address.forEach((line, index) => {
    const y = points(WINDOW.top + INSET) + index * fitting.leading
    kit.tags.inside(element, () => kit.set.line(line, points(WINDOW.left + INSET), y, fitting))
  })
  return true
}
