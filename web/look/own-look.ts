/**
 * GOV.UK Frontend's components in Firstbell's own look: its accessible forms are for everybody, its typeface and crown are for GOV.UK
 * services alone.
 */
import type { Plugin } from 'vite'

const FONT = '"Atkinson Hyperlegible Next", system-ui, sans-serif'

/** Takes the typeface and the crest out of GOV.UK Frontend's stylesheet. */
export const withoutCrown = (css: string): string =>
  css
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll(/font-family:\s*"?GDS Transport"?,\s*arial,\s*sans-serif/g, `font-family:${FONT}`)
    .replaceAll(/url\(\/assets\/images\/govuk-crest\.svg\)/g, 'none')
    // Rules for Internet Explorer alone, in a spelling that is not CSS.
    .replaceAll('screen\\0', 'not all')
    .replaceAll('(min-width:0\\0)', '(max-width:0)')
    .replaceAll(/\/\*# sourceMappingURL[^*]*\*\//g, '')

export const ownLook = (): Plugin => ({
  name: 'own-look',
  enforce: 'pre',
  transform: (code, id) => (id.includes('govuk-frontend') && id.includes('.css') ? withoutCrown(code) : undefined),
})
