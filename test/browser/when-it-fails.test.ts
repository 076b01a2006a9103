/** What is entered on the pages that write, when it does not get through: it stays, it is said what to do, and it goes the next time. */
import type { Locator, Page, Request, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FullSchool, openFullSchool } from './full-school.ts'
import { accessible, LAPTOP, type Screen, settled, signInAs } from './support.ts'
import { WRITINGS } from './writings/all.ts'

const FAILED = /Firstbell|You are signed in again/
const ACADEMY = '**/academies/**'
/** Longer than a press may take before it is spoken of. */
const SLOW = '00:05'
/** What is kept on the device is sent again after this. */
const NEXT_TRY = '00:16'

const LEAD = 'Attendance Lead'

let full: FullSchool
const screens = new Map<string, Screen>()
/** Everybody stays at their own screen, whose clock is the test's to turn. */
const screenOf = async (person: string): Promise<Screen> => {
  const there = screens.get(person)
  if (there) return there
  const opened = await full.console.open(person)
  await opened.page.clock.install()
  await opened.page.reload()
  screens.set(person, opened)
  return opened
}

beforeAll(async () => {
  full = await openFullSchool()
})
afterAll(() => full.close())

const open = async (page: Page, at: string): Promise<void> => {
  const [example = at] = (full.examples[at] ?? []).map((rest) => [at, ...rest].join('/'))
  await page.setViewportSize(LAPTOP)
  await page.goto(`${full.console.origin}/console/#/today`)
  await page.goto(`${full.console.origin}/console/#/${example}`)
  await settled(page)
}

/** Asked for to be shown, though some of it is sent: what a page looks up, and what it checks while somebody writes. */
const LOOKS_UP = ['/pupils/search', '/policy/check']
const isReading = (request: Request): boolean =>
  request.method() === 'GET' || LOOKS_UP.some((end) => request.url().endsWith(end))
const failWrites = (page: Page, fail: (route: Route) => Promise<void>): Promise<unknown> =>
  page.route(ACADEMY, (route) => (isReading(route.request()) ? route.continue() : fail(route)))

const standsIn = async (field: Locator): Promise<string | boolean> => {
  if ((await field.getAttribute('type')) === 'checkbox') return field.isChecked()
  return (await field.inputValue().catch(() => undefined)) ?? field.innerText()
}

const isInSight = async (shown: Locator): Promise<boolean> => {
  const box = await shown.boundingBox()
  return box !== null && box.y >= 0 && box.y + box.height <= LAPTOP.height
}

describe.each(WRITINGS)('$what', ({ as = LEAD, at, after, write, press, done, isLookedAt = false }) => {
  test('stays on the page through a lost connection, a failure, an expired sign-in and a slow answer, and then is taken', async () => {
    await after?.(full)
    const { page } = await screenOf(as)
    await open(page, at)
    const field = await write(page)
    const words = await standsIn(field)
    expect(words).not.toBe('')
    const button = page.getByRole('button', { name: press, exact: true })
    const failing = {
      'There is no connection to Firstbell.': (route: Route) => route.abort(),
      'Firstbell could not do this.': (route: Route) => route.fulfill({ status: 500, json: {} }),
    }
    for (const [title, fail] of Object.entries(failing)) {
      await failWrites(page, fail)
      await button.click()
      const alert = page.getByRole('alert').filter({ hasText: title })
      await alert.getByText(/again/).waitFor()
      await expect.poll(() => isInSight(alert)).toBe(true)
      expect(await standsIn(field)).toBe(words)
      await page.unroute(ACADEMY)
    }
    if (isLookedAt) await accessible(page)

    await failWrites(page, (route) => route.fulfill({ status: 401, json: {} }))
    await button.click()
    await page.getByText('what you had entered is still there').waitFor()
    expect(await field.isVisible()).toBe(false)
    await page.unroute(ACADEMY)
    await signInAs(page, as)
    await page.getByRole('alert').getByText('You are signed in again').waitFor()
    expect(await standsIn(field)).toBe(words)

    let letGo = (): void => {}
    const held = new Promise<void>((go) => {
      letGo = go
    })
    const asked = new Promise<void>((heard) => {
      void failWrites(page, async (route) => {
        heard()
        await held
        await route.continue()
      })
    })
    await button.click()
    await asked
    await page.clock.fastForward(SLOW)
    await page.getByText('Still sending: Firstbell is slow to answer.').waitFor()
    expect(await standsIn(field)).toBe(words)
    letGo()
    await done(page).first().waitFor()
    await page.getByText('Still sending').waitFor({ state: 'detached' })
    await page.unroute(ACADEMY)
    await page.getByRole('alert').filter({ hasText: FAILED }).waitFor({ state: 'detached' })
  })
})

test('a visit recorded at the door is kept through all of it, and goes by itself', async () => {
  const { page } = await screenOf(LEAD)
  await open(page, 'visits')
  await page
    .getByRole('button', { name: /^Record the visit to/ })
    .first()
    .click()
  await page.getByLabel('Nobody was in').check()
  await page.getByLabel('What the school should know').fill('The curtains were drawn')
  const isKept = () => page.getByText(/kept here, and sent by itself once it gets through/).waitFor()
  const failing = [(route: Route) => route.abort(), (route: Route) => route.fulfill({ status: 500, json: {} })]
  for (const [index, fail] of failing.entries()) {
    const tried = page.waitForRequest((request) => request.url().endsWith('/visits') && request.method() === 'POST')
    await failWrites(page, fail)
    if (index === 0) await page.getByRole('button', { name: 'Save the visit' }).click()
    else await page.clock.fastForward(NEXT_TRY)
    await tried
    await isKept()
    await page.unroute(ACADEMY)
  }
  await failWrites(page, (route) => route.fulfill({ status: 401, json: {} }))
  await page.clock.fastForward(NEXT_TRY)
  await page.getByText('what you had entered is still there').waitFor()
  await page.unroute(ACADEMY)
  await signInAs(page, LEAD)
  await page.getByText(/the visit is recorded, card/).waitFor()
})
