/**
 * The paper: A4 in millimetres from the top left corner, with the boxes that GOV.UK Notify's print geometry and a window envelope ask
 * for. Source: GOV.UK Notify letter specification; its checks allow 1 mm, which is not used up here.
 */

export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export const PAGE = { width: 210, height: 297 } as const
/** Nothing is printed outside this on any page. */
export const PRINTABLE: Box = { left: 15, top: 5, right: 195, bottom: 292 }
/** On the first page. */
export const LOGO: Box = { left: 15, top: 5, right: 125, bottom: 30 }
export const WINDOW: Box = { left: 24.6, top: 39.5, right: 120, bottom: 66.3 }
export const CONTACT: Box = { left: 125, top: 5, right: 195, bottom: 95 }
export const FIRST_BODY: Box = { left: 15, top: 95, right: 195, bottom: 292 }
/** The printer's own mark stands here, on every page. */
export const NOTIFY_TAG: Box = { left: 1.8, top: 1.8, right: 16.991, bottom: 7.949 }

export const MOST_PAGES = 10
export const MOST_BYTES = 2 * 1024 * 1024

/** What the letters themselves use of the paper. */
export const TEXT = { left: 20, right: 190, firstTop: 97, top: 20, bottom: 276, footer: 283 } as const

const POINTS_PER_MM = 72 / 25.4
export const points = (mm: number): number => mm * POINTS_PER_MM
export const millimetres = (pts: number): number => pts / POINTS_PER_MM
