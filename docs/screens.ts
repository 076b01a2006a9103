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
import type { Screen } from './screen.ts'
import { DAY_SCREENS } from './screens-day.ts'
import { LEAD_SCREENS } from './screens-lead.ts'
import { SCHOOL_SCREENS } from './screens-school.ts'
import { TRUST_SCREENS } from './screens-trust.ts'

const ACADEMY = 'springbank'
const DATE = '2026-01-12'
const ZONE = 'Europe/London'
const WIDTHS = [1280, 390]
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

const SCREENS: readonly Screen[] = [...DAY_SCREENS, ...LEAD_SCREENS, ...SCHOOL_SCREENS, ...TRUST_SCREENS]

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
    for (const width of WIDTHS) {
      for (const scheme of width === 1280 ? (['light', 'dark'] as const) : (['light'] as const)) {
        const page = await browser.newPage({
          viewport: { width, height: width === 390 ? 844 : 900 },
          colorScheme: scheme,
        })
        if (screen.as === '') await page.goto(`${origin}/console/`)
        else await signIn(page, origin, screen.as)
        await screen.open(page)
        await page.evaluate('document.fonts.ready')
        const name = `${screen.name}-${width}${scheme === 'dark' ? '-dark' : ''}.png`
        await page.screenshot({ path: `${FOLDER}${name}` })
        console.log(`docs/screens/${name}`)
        await page.close()
      }
    }
  }
  await browser.close()
  server.close()
  server.closeAllConnections()
  await close()
}

await main()
