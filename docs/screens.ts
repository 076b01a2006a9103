/** `npm run screenshots`: every page of the console on a made-up school day, at the width of a laptop and of a phone. */
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

interface Screen {
  readonly name: string
  readonly at: string
  readonly as: string
  readonly open: (page: Page) => Promise<void>
}

const heading = (page: Page): Promise<void> => page.getByRole('heading', { level: 2 }).first().waitFor()

/** A page by its way in the head of every page. */
const through =
  (way: string) =>
  async (page: Page): Promise<void> => {
    await page.getByRole('link', { name: way, exact: true }).click()
    await heading(page)
  }

/** The afternoon after: a night has counted, and letters are written. */
const NEXT_DAY = '2026-01-13 16:05'

const SCREENS: readonly Screen[] = [
  { name: 'sign-in', at: '08:55', as: '', open: (page) => page.getByRole('button', { name: 'Sign in' }).waitFor() },
  { name: 'classes', at: '08:55', as: 'Teacher', open: heading },
  {
    name: 'register',
    at: '08:55',
    as: 'Teacher',
    async open(page) {
      await page
        .getByRole('link', { name: /Morning register/ })
        .first()
        .click()
      await page.getByRole('button', { name: 'Everyone' }).click()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('a')
    },
  },
  { name: 'today-0920', at: '09:20', as: 'Office', open: heading },
  {
    name: 'call',
    at: '09:20',
    as: 'Office',
    async open(page) {
      await page
        .getByRole('button', { name: /^Call about/ })
        .first()
        .click()
      await page.getByText('You spoke to').scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'late-gate',
    at: '09:20',
    as: 'Office',
    async open(page) {
      await page.getByRole('link', { name: 'Late gate' }).click()
      await page.getByLabel('Name').fill('el')
      await page.getByRole('button').nth(2).waitFor()
    },
  },
  {
    name: 'more',
    at: '09:20',
    as: 'Attendance Lead',
    async open(page) {
      await page
        .getByRole('button', { name: /^More about/ })
        .first()
        .click()
      await page.getByText('Put the family on hold').scrollIntoViewIfNeeded()
    },
  },
  { name: 'today-1045', at: '10:45', as: 'Office', open: heading },
  {
    name: 'pupil',
    at: '10:45',
    as: 'Attendance Lead',
    async open(page) {
      await page.locator('.fb-row__subject a').first().click()
      await page.getByText('Why?', { exact: true }).waitFor()
      await page.locator('.fb-entry').first().waitFor()
    },
  },
  {
    name: 'brake',
    at: '10:45',
    as: 'Attendance Lead',
    async open(page) {
      await page.getByRole('link', { name: 'See who would get what' }).first().click()
      await page.getByRole('blockquote').first().waitFor()
    },
  },
  { name: 'messages', at: '10:45', as: 'Office', open: through('Messages') },
  {
    name: 'conversation',
    at: '10:45',
    as: 'Office',
    async open(page) {
      await through('Messages')(page)
      await page.locator('.fb-row__subject a').first().click()
      await page.getByLabel(/^Write to/).fill('Thank you. Please ring us when you know more.')
    },
  },
  { name: 'leaving', at: '10:45', as: 'Office', open: through('Leaving') },
  { name: 'on-site', at: '10:45', as: 'Office', open: through('On site') },
  { name: 'visits', at: '15:35', as: 'Office', open: through('Visits') },
  { name: 'attendance', at: NEXT_DAY, as: 'Attendance Lead', open: through('Attendance') },
  { name: 'letters', at: NEXT_DAY, as: 'Attendance Lead', open: through('Letters') },
  { name: 'attend', at: NEXT_DAY, as: 'Attendance Lead', open: through('ATTEND') },
  { name: 'penalty-notices', at: NEXT_DAY, as: 'Head', open: through('Penalty notices') },
  {
    name: 'year',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('Attendance')(page)
      await page.locator('.fb-row__subject a').first().click()
      await page.getByText('The year, mark by mark').click()
      await page.getByText('Week of').scrollIntoViewIfNeeded()
    },
  },
]

const main = async (): Promise<void> => {
  mkdirSync(FOLDER, { recursive: true })
  const { stack, close } = await openDay()
  const server = await serve(() => stack, 0)
  const browser = await openBrowser()
  const origin = addressOfServer(server)
  for (const screen of SCREENS) {
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
