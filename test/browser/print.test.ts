/** What the console prints: what is known and nothing to press, all of it, black on white whatever the screen is set to. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type FullSchool, openFullSchool } from './full-school.ts'
import { fits, type Screen, settled } from './support.ts'

/** The width of A4 between its margins, in CSS pixels. */
const PAPER = { width: 680, height: 990 }
const WORKED = 'nav, button, select, textarea, form, a.govuk-skip-link, summary'

/** What folds on the screen, and is open on paper under its title. */
const PRINTED_TITLES = ['Why?', 'The year, mark by mark']

let full: FullSchool
let lead: Screen
beforeAll(async () => {
  full = await openFullSchool()
  lead = await full.console.open('Attendance Lead')
  // Somebody who works in the dark prints as everybody does.
  await lead.page.emulateMedia({ colorScheme: 'dark' })
})
afterAll(() => full.close())

const onPaper = async (at: string, before: (page: Page) => Promise<unknown> = async () => undefined): Promise<Page> => {
  const { page } = lead
  await page.emulateMedia({ media: 'screen' })
  await page.goto(`${full.console.origin}/console/#/${at}`)
  await settled(page)
  await before(page)
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize(PAPER)
  await fits(page)
  const worked = page.locator(WORKED).filter({ visible: true })
  expect((await worked.allInnerTexts()).filter((text) => !PRINTED_TITLES.includes(text))).toEqual([])
  expect(await page.evaluate('getComputedStyle(document.body).color')).toBe('rgb(29, 39, 51)')
  return page
}
const pagesOf = async (page: Page): Promise<number> =>
  ((await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length

describe('on paper', () => {
  test('a pupil’s page has the year mark by mark and the whole sum, though they were folded', async () => {
    const page = await onPaper('pupils/P001')
    await page.getByRole('cell', { name: 'morning Illness, afternoon Illness' }).first().waitFor()
    await page.getByRole('columnheader', { name: 'Why it counts so' }).waitFor()
    await page.getByRole('heading', { name: 'Contacts' }).waitFor()
    expect(await page.getByText('Put the family on hold').isVisible()).toBe(false)
    expect(await pagesOf(page)).toBeGreaterThan(1)
  })

  test('the list of who is in school has every child of every class, each with a box to tick, and the day', async () => {
    const page = await onPaper('on-site')
    await page.getByText(/As of .*, Tuesday 13 January/).waitFor()
    expect(await page.getByRole('checkbox').count()).toBe(4)
    for (const name of ['Amelia Ashdown', 'Farah Fenwick', 'Idris Ingle', 'Jasmin Jessop'])
      await page.getByLabel(name).waitFor()
    await page.getByText(/^Not in: /).waitFor()
  })

  test('a late slip has the child, the class, the time, the reason, the day and the school, and fills one page', async () => {
    const page = await onPaper('late-gate', async (screen) => {
      await screen.getByLabel('Name').fill('bilal')
      await screen.getByRole('button', { name: 'Bilal Birch' }).click()
      await screen.getByLabel('Time').fill('10:20')
      await screen.getByLabel('Reason').fill('the bus broke down')
      await screen.getByRole('button', { name: 'Sign in', exact: true }).click()
      await screen.getByText('Bilal Birch is signed in at 10:20am.').waitFor()
      await screen.evaluate('window.print = () => { window.hasPrinted = true }')
      await screen.getByRole('button', { name: 'Print a slip' }).click()
      expect(await screen.evaluate('window.hasPrinted')).toBe(true)
      // The next child waits at the gate, and something went wrong with them.
      await screen.route('**/pupils/search', (route) => route.abort())
      await screen.getByLabel('Name').fill('farah')
      await screen.getByRole('alert').filter({ hasText: 'no connection' }).waitFor()
      await screen.unroute('**/pupils/search')
    })
    const said = await page.getByRole('main').innerText()
    expect(said.trim()).toMatch(
      /^Late gate\s+Bilal Birch is signed in at 10:20am\.\s+the bus broke down\s+Class 3B, Tuesday 13 January, Springbank[^\n]*$/,
    )
    expect(said).not.toContain('Whoever comes after the doors have closed')
    expect(await pagesOf(page)).toBe(1)
  })

  test('a report has every row of its tables', async () => {
    const [[name = ''] = []] = full.examples.reports ?? []
    const { page } = lead
    const rowsOf = () => page.locator('main tbody tr').filter({ visible: true }).count()
    let onScreen = 0
    await onPaper(`reports/${name}`, async () => {
      onScreen = await rowsOf()
    })
    expect(onScreen).toBeGreaterThan(0)
    expect(await rowsOf()).toBe(onScreen)
  })
})
