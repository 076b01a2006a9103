/**
 * `npm run screenshots`: every page of the console, and the parent's, on a made-up school day, at the width of a laptop and of a phone. Behind `--` may stand the
 * beginnings of the names of those that are wanted.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openBrowser } from '../local/browser.ts'
import { addressOfServer, serve } from '../local/server.ts'
import { type Instant, instantOf } from '../shared/domain/time.ts'
import { fileOf, LOOKS, pageOf, SCREENS } from './every-screen.ts'
import type { Screen } from './screen.ts'
import { ACADEMY, DATE, openShownSchool, ZONE } from './shown-school.ts'

const FOLDER = fileURLToPath(new URL('screens/', import.meta.url))

/** The clock never turns back, so pictures are made in the order of their moments. */
const momentOf = ({ at }: Screen): Instant => {
  const [time = '', date = DATE] = at.split(' ').toReversed()
  return instantOf(date, time, ZONE)
}

const signIn = async (page: Page, origin: string, as: string): Promise<void> => {
  await page.goto(`${origin}/console/`)
  await page.evaluate('sessionStorage.clear()')
  await page.goto(`${origin}/console/`)
  await page.getByLabel('School').selectOption(ACADEMY)
  const person = page.getByLabel('You are')
  await person.selectOption({ label: await person.locator('option', { hasText: as }).first().innerText() })
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** A picture whose page is another than it says would stand for a page that nobody has looked at. */
const mustShow = async (page: Page, screen: Screen): Promise<void> => {
  const here = await page.evaluate<string>('location.hash.split("/")[1] ?? ""')
  const first = await page.evaluate<string>(
    'document.querySelector("nav a[aria-current=page]")?.getAttribute("href")?.split("/")[1] ?? ""',
  )
  if (pageOf(screen) !== (here === '' ? first : here))
    throw new Error(`The picture ${screen.name} shows the page ${here || first}, not ${pageOf(screen)}`)
}

const main = async (): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true })
  const { stack, close } = await openShownSchool()
  const server = await serve(() => stack, 0)
  const browser = await openBrowser()
  const origin = addressOfServer(server)
  const wanted = process.argv.slice(2)
  const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.some((begins) => name.startsWith(begins)))
  for (const screen of screens.toSorted((one, other) => momentOf(one).localeCompare(momentOf(other)))) {
    await stack.turning.turnTo(momentOf(screen))
    for (const look of LOOKS) {
      const { width, height, scheme } = look
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, locale: 'en-GB' })
      if (screen.as === '') await page.goto(`${origin}/console/`)
      else await signIn(page, origin, screen.as)
      await screen.open(page, stack)
      await mustShow(page, screen)
      await page.evaluate('document.fonts.ready')
      await page.screenshot({ path: `${FOLDER}${fileOf(screen, look)}` })
      console.log(`docs/screens/${fileOf(screen, look)}`)
      await page.close()
    }
  }
  await browser.close()
  server.close()
  server.closeAllConnections()
  await close()
}

await main()
