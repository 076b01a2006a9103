/**
 * `npm run screenshots`: every page of the console on a made-up school day, at the width of a laptop and of a phone. Behind `--` may stand the
 * beginnings of the names of those that are wanted.
 */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { openBrowser } from '../local/browser.ts'
import { enterRegisters } from '../local/day/take-registers.ts'
import { startDynamoDbLocal } from '../local/dynamodb-local.ts'
import { loadFiles } from '../local/load-files.ts'
import { madeUpFiles } from '../local/made-up.ts'
import { openTrust } from '../local/open-trust.ts'
import { addressOfServer, serve } from '../local/server.ts'
import type { LocalStack } from '../local/stack.ts'
import { instantOf } from '../shared/domain/time.ts'
import { fileOf, LOOKS, pageOf, SCREENS } from './every-screen.ts'
import type { Screen } from './screen.ts'

const ACADEMY = 'springbank'
const DATE = '2026-01-12'
const ZONE = 'Europe/London'
const FOLDER = fileURLToPath(new URL('screens/', import.meta.url))

const refuse = (): never => {
  throw new Error('The made-up day was refused')
}

/** A made-up school whose teachers take their registers as the clock passes. */
const openDay = async (): Promise<{ stack: LocalStack; close: () => Promise<void> }> => {
  const database = await startDynamoDbLocal({ java: 'steady' })
  const { stack, policies } = await openTrust({
    endpoint: database.endpoint,
    start: instantOf(DATE, '06:00', ZONE),
    // Two missing of one class are already many, so that a held batch is among the screens.
    change: (loaded) => ({
      ...loaded,
      policy: { ...loaded.policy, brake: { ...loaded.policy.brake, classShare: 6, atLeast: 2 } },
    }),
  })
  const policy = policies.find((each) => each.policy.academy === ACADEMY)?.policy
  if (!policy) throw new Error(`There is no academy ${ACADEMY}`)
  const taken = await loadFiles(stack, ACADEMY, await madeUpFiles(policy, DATE), DATE, console.error)
  if ('refusal' in taken) return refuse()
  enterRegisters(taken.marks, { stack, academy: ACADEMY, policy, date: DATE, refuse })
  const close = async (): Promise<void> => {
    await stack.close()
    await database.stop()
  }
  return { stack, close }
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
  const { stack, close } = await openDay()
  const server = await serve(() => stack, 0)
  const browser = await openBrowser()
  const origin = addressOfServer(server)
  const wanted = process.argv.slice(2)
  const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.some((begins) => name.startsWith(begins)))
  for (const screen of screens) {
    const [time = '', date = DATE] = screen.at.split(' ').toReversed()
    await stack.turning.turnTo(instantOf(date, time, ZONE))
    for (const look of LOOKS) {
      const { width, height, scheme } = look
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: scheme, locale: 'en-GB' })
      if (screen.as === '') await page.goto(`${origin}/console/`)
      else await signIn(page, origin, screen.as)
      await screen.open(page)
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
