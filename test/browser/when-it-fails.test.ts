/** What is entered on the pages that write, when it does not get through: it stays, it is said what to do, and it goes the next time. */
import type { Locator, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FullSchool, openFullSchool } from './full-school.ts'
import { accessible, LAPTOP, type Screen, settled } from './support.ts'

let full: FullSchool
let lead: Screen
beforeAll(async () => {
  full = await openFullSchool()
  lead = await full.console.open('Attendance Lead')
})
afterAll(() => full.close())

interface Writing {
  readonly what: string
  readonly at: string
  /** Fills it in, and answers where the words are that must stay. */
  readonly write: (page: Screen['page']) => Promise<Locator>
  readonly press: string
  /** What the page shows once it is done. */
  readonly done: (page: Screen['page']) => Locator
}

const named = async (field: Locator, words: string): Promise<Locator> => {
  await field.fill(words)
  return field
}

const WRITINGS: readonly Writing[] = [
  {
    what: 'a late arrival',
    at: 'late-gate',
    async write(page) {
      await page.getByLabel('Name').fill('bilal')
      await page.getByRole('button', { name: 'Bilal Birch' }).click()
      return named(page.getByLabel('Reason'), 'the bus broke down')
    },
    press: 'Sign in',
    done: (page) => page.getByText(/^Bilal Birch is signed in at/),
  },
  {
    what: 'what a family said on the telephone',
    at: 'today',
    async write(page) {
      await page.getByRole('button', { name: 'Call about Dawit Dunmore, 3B' }).click()
      return named(page.getByLabel('Another reason, in their words'), 'his grandmother is in hospital')
    },
    press: 'Save the reason',
    done: (page) => page.getByText('Explained: 1'),
  },
  {
    what: 'a text to a family',
    at: 'conversations/C-P003',
    write: (page) => named(page.getByLabel(/^Write to/), 'Thank you. Please ring us tomorrow.'),
    press: 'Send the text',
    done: (page) => page.getByRole('listitem').filter({ hasText: 'Thank you. Please ring us tomorrow.' }),
  },
  {
    what: 'a hold',
    at: 'pupils/P009',
    async write(page) {
      await page.getByText('Put the family on hold').click()
      await page.getByLabel('Look at it again on').fill('2026-01-19')
      return named(page.getByLabel('Why', { exact: true }), 'A death in the family')
    },
    press: 'Put on hold',
    done: (page) => page.getByText('On hold until looked at on Monday 19 January'),
  },
]

const isReading = (route: Route): boolean =>
  route.request().method() === 'GET' || route.request().url().endsWith('/pupils/search')

describe.each(WRITINGS)('$what', ({ at, write, press, done }) => {
  test('stays on the page while nothing gets through or Firstbell fails, and goes the next time', async () => {
    const { page } = lead
    await page.setViewportSize(LAPTOP)
    await page.goto(`${full.console.origin}/console/#/${at}`)
    await settled(page)
    const field = await write(page)
    const words = await field.inputValue()
    const button = page.getByRole('button', { name: press, exact: true })
    const failing = {
      'There is no connection to Firstbell.': (route: Route) => route.abort(),
      'Firstbell could not do this.': (route: Route) => route.fulfill({ status: 500, json: {} }),
    }
    for (const [title, fail] of Object.entries(failing)) {
      await page.route('**/academies/**', (route) => (isReading(route) ? route.continue() : fail(route)))
      await button.click()
      const alert = page.getByRole('alert').filter({ hasText: title })
      await alert.getByText(/again/).waitFor()
      expect(await field.inputValue()).toBe(words)
      await page.unroute('**/academies/**')
    }
    await accessible(page)
    await button.click()
    await done(page).first().waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })
})

test('an answer that takes long is spoken of where somebody has pressed, and then it is there', async () => {
  const { page } = lead
  let letGo = (): void => {}
  const held = new Promise<void>((done) => {
    letGo = done
  })
  await page.route('**/hold', async (route) => {
    await held
    await route.continue()
  })
  const end = page.getByRole('button', { name: 'End the hold' })
  await end.click()
  await page.getByText('Still sending: Firstbell is slow to answer.').waitFor()
  expect(await end.isDisabled()).toBe(true)
  await accessible(page)
  letGo()
  await page.getByText('Put the family on hold').waitFor()
  await page.getByText('Still sending').waitFor({ state: 'detached' })
  await page.unroute('**/hold')
})
