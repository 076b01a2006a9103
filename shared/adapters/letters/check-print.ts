/**
 * Proves a printed letter against the boxes of the post, by reading it back: what is wrong is found here and not by the printer.
 * Source: GOV.UK Notify letter specification.
 */
import { ukPostcode } from '../../domain/letters/address.ts'
import {
  type Box,
  CONTACT,
  FIRST_BODY,
  LOGO,
  MOST_BYTES,
  MOST_PAGES,
  millimetres,
  NOTIFY_TAG,
  PAGE,
  PRINTABLE,
  WINDOW,
} from './paper.ts'
import { type PrintedMark, type ReadPage, readPages } from './read-marks.ts'
import { readPdf } from './read-pdf.ts'

const within = (mark: Box, box: Box): boolean =>
  mark.left >= box.left && mark.right <= box.right && mark.top >= box.top && mark.bottom <= box.bottom

const touches = (mark: Box, box: Box): boolean =>
  mark.left < box.right && mark.right > box.left && mark.top < box.bottom && mark.bottom > box.top

const near = (one: number, other: number): boolean => Math.abs(one - other) < 0.1

/** The lines in the window, top to bottom, as the printer's machine reads them. */
export const windowText = (marks: readonly PrintedMark[]): readonly string[] => {
  const inside = marks.filter((mark) => mark.page === 1 && mark.text !== '' && within(mark, WINDOW))
  const lines = [...Map.groupBy(inside, ({ top }) => Math.round(top))].toSorted(([one], [other]) => one - other)
  return lines.map(([, runs]) => runs.map(({ text }) => text).join(''))
}

const pageFaults = (page: ReadPage): readonly string[] => [
  ...(near(millimetres(page.width), PAGE.width) && near(millimetres(page.height), PAGE.height)
    ? []
    : ['A page is not A4.']),
  ...(page.marks.every((mark) => within(mark, PRINTABLE)) ? [] : ['Something stands in the margin.']),
  ...(page.marks.some((mark) => touches(mark, NOTIFY_TAG)) ? ["Something stands where the printer's mark goes."] : []),
  ...(page.fonts.every(({ isEmbedded }) => isEmbedded) ? [] : ['A font is not embedded.']),
]

const FIRST_PAGE: readonly Box[] = [LOGO, WINDOW, CONTACT, FIRST_BODY]

const firstPageFaults = (page: ReadPage): readonly string[] => {
  const stray = page.marks.filter((mark) => !FIRST_PAGE.some((box) => within(mark, box)))
  const last = windowText(page.marks).at(-1)
  return [
    ...(stray.length > 0 ? ['Something on the first page stands outside its boxes.'] : []),
    ...(last !== undefined && ukPostcode(last) === last ? [] : ['The last line in the window is not a UK postcode.']),
  ]
}

/** Sentences about what the post would refuse; empty when nothing. */
export const printFaults = (pdf: Uint8Array): readonly string[] => {
  const pages = readPages(readPdf(pdf))
  const [first] = pages
  return [
    ...new Set([
      ...(first === undefined ? ['There is no page.'] : firstPageFaults(first)),
      ...(pages.length > MOST_PAGES ? [`The letter has more than ${MOST_PAGES} pages.`] : []),
      ...(pdf.length > MOST_BYTES ? ['The letter is over 2 MB.'] : []),
      ...pages.flatMap(pageFaults),
    ]),
  ]
}
