/** Files that are fetched by a press, when they do not come: it is said what to do, one is made however often somebody presses, and the keyboard stays. */
import type { Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { classOf } from '../journeys/support/people.ts'
import { accessible, type ConsoleSchool, openConsole, type Screen, settled, signInAs } from './support.ts'

let school: ConsoleSchool
let lead: Screen

beforeAll(async () => {
  school = await openConsole({ pupils: classOf('3B'), date: '2026-01-10' })
  await school.school.clock.to('2026-01-12 10:00')
  lead = await school.open('Attendance Lead')
  await lead.page.clock.install()
})
afterAll(() => school.close())

const open = async (at: string): Promise<Page> => {
  const { page } = lead
  await page.goto(`${school.origin}/console/#/${at}`)
  await settled(page)
  return page
}
const hasKeyboard = async (one: Locator): Promise<boolean> =>
  (await one.and(one.page().locator(':focus')).count()) === 1

describe('a file that is fetched by a press', () => {
  const PDF = '**/academies/**as=pdf**'
  const button = () => lead.page.getByRole('button', { name: /^PDF of/ })
  const link = () => lead.page.getByRole('link', { name: /^Open the PDF/ })
  const press = async (): Promise<void> => {
    await expect.poll(() => button().getAttribute('aria-disabled')).toBeNull()
    await lead.page.keyboard.press('Enter')
  }

  test('says each time that it failed, and what to do, and the keyboard stays at its button', async () => {
    const page = await open('reports')
    await page.getByRole('link', { name: /Weekly/ }).click()
    await button().focus()
    for (const [title, fail] of [
      ['There is no connection to Firstbell.', (route: Route) => route.abort()],
      ['There is no connection to Firstbell.', (route: Route) => route.abort()],
      ['Firstbell could not do this.', (route: Route) => route.fulfill({ status: 500, json: {} })],
    ] as const) {
      const before = await page.getByRole('alert').elementHandles()
      await page.route(PDF, fail)
      await press()
      await page.getByRole('alert').filter({ hasText: title }).getByText(/again/).waitFor()
      // What stood there already would not be spoken a second time.
      await expect
        .poll(async () => (await Promise.all(before.map((one) => one.evaluate((at) => at.isConnected)))).includes(true))
        .toBe(false)
      expect(await hasKeyboard(button())).toBe(true)
      await page.unroute(PDF)
    }
    await accessible(page)
  })

  test('waits for a sign-in that has expired, and the keyboard comes back to its button', async () => {
    const { page } = lead
    await page.route(PDF, (route) => route.fulfill({ status: 401, json: {} }))
    await press()
    await page.getByText('what you had entered is still there').waitFor()
    await page.unroute(PDF)
    await signInAs(page, 'Attendance Lead')
    await page.getByRole('alert').getByText('this was not fetched: press again').waitFor()
    expect(await hasKeyboard(button())).toBe(true)
  })

  test('is asked for once, however often somebody presses while it is on its way', async () => {
    const { page } = lead
    let letGo = (): void => {}
    const held = new Promise<void>((go) => {
      letGo = go
    })
    let asked = 0
    await page.route(PDF, async (route) => {
      asked += 1
      await held
      await route.continue()
    })
    await press()
    await expect.poll(() => asked).toBe(1)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.clock.fastForward('00:05')
    await page.getByText('Firstbell is slow to answer. Wait here').waitFor()
    letGo()
    await link().waitFor()
    expect(asked).toBe(1)
    expect(await hasKeyboard(link())).toBe(true)
    expect(await page.getByRole('alert').count()).toBe(0)
    await page.unroute(PDF)
  })

  test('is a link for less than a minute, and a button again when nobody has followed it', async () => {
    const { page } = lead
    await page.clock.fastForward('00:55')
    await page.getByText('The link has run out: press again.').waitFor()
    expect(await hasKeyboard(button())).toBe(true)
  })

  test('is opened once, and says what to do if the browser opened nothing', async () => {
    const { page, context } = lead
    await press()
    await link().waitFor()
    const [opened] = await Promise.all([context.waitForEvent('page'), page.keyboard.press('Enter')])
    await page.clock.fastForward('00:01')
    await page.getByText('If nothing opened, press again: each link opens once.').waitFor()
    expect(await hasKeyboard(button())).toBe(true)
    await opened.close()
  })
})

test('evidence that is being put together is waited for, not begun anew, after a lost connection', async () => {
  const page = await open('pupils/P001')
  const bundles: (string | null)[] = []
  let isLost = true
  await page.route('**/evidence?**', async (route) => {
    const bundle = new URL(route.request().url()).searchParams.get('bundle')
    bundles.push(bundle)
    await (isLost && bundle !== null ? route.abort() : route.continue())
  })
  await page.getByText('Evidence for a court').click()
  const ask = page.getByRole('button', { name: 'Put the bundle together' })
  await ask.click()
  await page.getByText('It is being put together; stay on this page.').waitFor()
  await expect.poll(() => bundles.length).toBe(1)
  await page.clock.fastForward('00:04')
  await page.getByRole('alert').getByText('It was not fetched. Check the Wi-Fi, then press again.').waitFor()
  isLost = false
  await school.school.stack.turning.quiet()
  await ask.click()
  await page.getByRole('link', { name: /^Fetch the bundle/ }).waitFor()
  expect(bundles[0]).toBeNull()
  expect(new Set(bundles.slice(1)).size).toBe(1)
})
