/** A browser that came with npm: nothing is downloaded, and nothing but this machine is asked for anything. */
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as driver, type Page } from 'playwright-core'

const QUIET = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Close it when done. */
export const openBrowser = async (): Promise<Browser> =>
  driver.launch({ executablePath: await chromium.executablePath(), args: QUIET, headless: true })

const painted = async (page: Page): Promise<void> => {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
}

/** Goes to a page of the console by the ways in the head of every page: the group, then the page. On a phone they stand behind one button. */
export const goThrough = async (page: Page, ...ways: readonly string[]): Promise<void> => {
  const pages = page.getByRole('navigation', { name: 'Pages' })
  await pages.waitFor()
  // A window that has just been made wider or narrower shows its ways anew when it is painted.
  await painted(page)
  const menu = pages.getByRole('button', { name: 'Pages' })
  const isBehindButton = (await menu.count()) > 0
  if (isBehindButton) await menu.click()
  for (const way of isBehindButton ? ways.slice(-1) : ways) {
    const link = pages.getByRole('link', { name: way, exact: true })
    await link.first().click()
  }
  // The address changes at once, and the page only when it is painted next.
  await painted(page)
}
