/** Every page there is, in a school in which something has happened: by keyboard alone, by day and by night, and at the narrowest. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressesOf, EVERY_PAGE, walkedAs } from './every-page.ts'
import { type FullSchool, openFullSchool } from './full-school.ts'
import { walkByKeyboard } from './keyboard.ts'
import { accessible, fits, LAPTOP, type Screen, settled } from './support.ts'

/** A laptop at twice its size, and the narrowest window of WCAG (1.4.10). */
const NARROW = [640, 320]

let full: FullSchool
const screens = new Map<string, Screen>()
beforeAll(async () => {
  full = await openFullSchool()
})
afterAll(() => full.close())

const screenOf = async (person: string): Promise<Screen> => {
  const screen = screens.get(person) ?? (await full.console.open(person))
  screens.set(person, screen)
  return screen
}

describe.each(EVERY_PAGE)('the page %s', (name) => {
  test('is worked by keyboard alone, read by everybody, and never wider than the window', async () => {
    const { page } = await screenOf(walkedAs(name))
    for (const address of addressesOf(name, full.examples)) {
      await page.goto(`${full.console.origin}/console/#/${address}`)
      await settled(page)
      // What folds is open from here on.
      expect(await walkByKeyboard(page), address).toMatchObject({ wrong: [] })
      await accessible(page)
      for (const width of NARROW) {
        await page.setViewportSize({ width, height: 450 })
        await fits(page)
      }
      await page.setViewportSize(LAPTOP)
    }
  })
})
