/** The pictures of the console in docs/screens, made by `npm run screenshots`. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fileOf, LOOKS, pageOf, SCREENS } from '../../docs/every-screen.ts'
import { EVERY_PAGE } from './every-page.ts'

test('there is a picture of every page that the console has', () => {
  const shown = SCREENS.map(pageOf)
  expect(EVERY_PAGE.filter((page) => !shown.includes(page))).toEqual([])
})

test('every picture is there on a laptop, by night and on a phone, and none of a page that is no more', () => {
  const files = readdirSync(new URL('../../docs/screens/', import.meta.url)).filter((name) => name.endsWith('.png'))
  expect(files.toSorted()).toEqual(SCREENS.flatMap((screen) => LOOKS.map((look) => fileOf(screen, look))).toSorted())
})
