/** A school behind a socket and people at their screens. */
import AxeBuilder from '@axe-core/playwright'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openBrowser } from '../../local/browser.ts'
import { addressOfServer, serve } from '../../local/server.ts'
import { openSchool, type School, type SchoolSettings } from '../journeys/support/school.ts'

export const LAPTOP = { width: 1280, height: 900 }
export const PHONE = { width: 390, height: 844 }

export interface Screen {
  readonly page: Page
  readonly context: BrowserContext
  readonly origin: string
  /** How often a key has been pressed at this screen. */
  presses(): number
  press(key: string, times?: number): Promise<void>
}

export interface ConsoleSchool {
  readonly school: School
  readonly origin: string
  readonly browser: Browser
  /** Somebody of the school opens the console; roles are told apart by their words in the list. */
  open(as: string, size?: { width: number; height: number }): Promise<Screen>
  close(): Promise<void>
}

/** Enters as somebody. */
export const signInAs = async (page: Page, as: string): Promise<void> => {
  const person = page.getByLabel('You are')
  const option = person.locator('option', { hasText: as }).first()
  await option.waitFor({ state: 'attached' })
  await person.selectOption({ label: await option.innerText() })
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1 }).filter({ hasNotText: 'Sign in' }).waitFor()
}

const screenIn = async (browser: Browser, origin: string, as: string, size: typeof LAPTOP): Promise<Screen> => {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  await page.goto(`${origin}/console/`)
  await signInAs(page, as)
  let count = 0
  const press = async (key: string, times = 1): Promise<void> => {
    for (let time = 0; time < times; time++) await page.keyboard.press(key)
    count += times
  }
  return { page, context, origin, press, presses: () => count }
}

export const openConsole = async (settings: SchoolSettings): Promise<ConsoleSchool> => {
  let origin = ''
  const [school, browser] = await Promise.all([openSchool({ ...settings, origin: () => origin }), openBrowser()])
  const server = await serve(() => school.stack, 0)
  origin = addressOfServer(server)
  return {
    school,
    origin,
    browser,
    open: (as, size = LAPTOP) => screenIn(browser, origin, as, size),
    async close() {
      await browser.close()
      server.close()
      server.closeAllConnections()
      await school.close()
    },
  }
}

/** Neither its script nor what it shows is still being fetched. */
const loaded = async (page: Page): Promise<void> => {
  await page.getByText('Loading…').first().waitFor({ state: 'detached' })
  await page.getByRole('heading', { level: 1 }).first().waitFor()
}

/** A page as it stands once everything it asked for is there. */
export const settled = async (page: Page): Promise<void> => {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  await loaded(page)
}

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** No rule of WCAG 2.2 AA is broken on the page as it stands, by day and by night. By night nothing but colours is otherwise. */
export const accessible = async (page: Page): Promise<void> => {
  // A page that is still being fetched is no page yet.
  await loaded(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const axe = new AxeBuilder({ page })
    const { violations } = await (colorScheme === 'light'
      ? axe.withTags(RULES)
      : axe.withRules('color-contrast')
    ).analyze()
    expect(
      violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${colorScheme}: ${id} at ${target.join(' ')}`)),
    ).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null })
}

/** What sticks out of the window to its right, unless it scrolls by itself; nothing where the page is no wider than the window. */
const STICKS_OUT = `(() => {
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth <= clientWidth) return []
  const out = [...document.body.querySelectorAll('*')].filter(
    (one) => one.getBoundingClientRect().right > clientWidth + 0.5 && one.parentElement.closest('.fb-wide') === null,
  )
  const inmost = out.filter((one) => !out.some((other) => other !== one && one.contains(other)))
  return ['the page is wider than its window', ...inmost.map((one) => one.tagName + ' ' + one.className + ' ' + one.textContent.slice(0, 40))]
})()`

/** Nothing on the page is wider than the page. */
export const fits = async (page: Page): Promise<void> => {
  expect(await page.evaluate<string[]>(STICKS_OUT)).toEqual([])
}

/** The same of a phone's window. */
export const fitsPhone = async ({ page }: Pick<Screen, 'page'>): Promise<void> => {
  const wide = page.viewportSize()
  await page.setViewportSize(PHONE)
  await fits(page)
  if (wide) await page.setViewportSize(wide)
}

/** The page can be read by everybody, and on a phone. */
export const readable = async (screen: Pick<Screen, 'page'>): Promise<void> => {
  await accessible(screen.page)
  await fitsPhone(screen)
}

/** Opens a page by its address, and waits until its heading is there. */
export const go = async ({ page, origin }: Screen, title: string, ...parts: readonly string[]): Promise<void> => {
  await page.goto(`${origin}/console/#/${parts.join('/')}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
