/** How letters look. Dark on white; the body is 11.5 points, so that nobody needs another pair of glasses. */
import type { Style } from './typesetter.ts'

const INK = '#1a1a1a'
export const SCHOOL = '#1d3557'
export const RULE = '#8d99ae'
export const PALE = '#eef2f7'

const style = (size: number, leading: number, weight: Style['weight'] = 'regular', colour = INK): Style => ({
  size,
  leading,
  weight,
  colour,
})

export const BODY = style(11.5, 15.5)
export const STRONG = style(11.5, 15.5, 'bold')
export const TITLE = style(14, 18, 'bold', SCHOOL)
export const HEADING = style(12.5, 16, 'bold', SCHOOL)
export const NAME_OF_SCHOOL = style(21, 25, 'bold', SCHOOL)
export const STRAPLINE = style(9.5, 12)
export const SMALL = style(9.5, 12.5)
export const SMALL_HEAD = style(9.5, 12.5, 'bold')
export const TINY = style(8.6, 11)
export const TINY_HEAD = style(8.6, 11, 'bold')
export const CELL = style(10.5, 13.5)
export const HEAD_CELL = style(10.5, 13.5, 'bold')
export const FIGURE = style(17, 21, 'bold', SCHOOL)
export const CERTIFICATE_NAME = style(24, 30, 'bold', SCHOOL)
export const CERTIFICATE_LINE = style(14, 20)

/** The colours of the traffic light, each beside its name, never alone. */
export const LIGHTS = { green: '#2a7f3f', amber: '#d98300', red: '#b3261e' } as const
