/** What people read while the API fails, says nothing new, or cannot be reached: they know how old it is, and lose nothing that they type. */
import type { Locator, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mobile } from '../journeys/support/people.ts'
import { type FullSchool, openFullSchool } from './full-school.ts'
import { accessible, PHONE, type Screen, settled } from './support.ts'

const ACADEMY = '**/academies/**'
/** The page reads again after this. */
const NEXT_READING = '00:16'
/** A device whose clock is years and hours from the school's. */
const WRONG_CLOCK = new Date('2021-06-01T03:17:00Z')

let full: FullSchool
let lead: Screen

beforeAll(async () => {
  full = await openFullSchool()
  lead = await full.console.open('Attendance Lead')
  await lead.page.clock.install({ time: WRONG_CLOCK })
  await lead.page.reload()
})
afterAll(() => full.close())

const open = async (at: string): Promise<Page> => {
  const { page } = lead
  await page.unroute(ACADEMY)
  await page.goto(`${full.console.origin}/console/#/${at}`)
  await settled(page)
  return page
}
const failReading = (page: Page, fail: (route: Route) => Promise<void>) =>
  page.route(ACADEMY, (route) => (route.request().method() === 'GET' ? fail(route) : route.continue()))
const failed = (route: Route) => route.fulfill({ status: 500, json: {} })

const foot = (page: Page) => page.getByRole('status').filter({ hasText: 'What you see is as of' })
const alerts = (page: Page) => page.getByRole('alert').filter({ hasText: /Firstbell|connection/ })

const hasKeyboard = async (one: Locator): Promise<boolean> =>
  (await one.and(one.page().locator(':focus')).count()) === 1

/** Words that somebody has begun to type, and where. */
const beginsToType = async (page: Page) => {
  await page.getByRole('button', { name: 'Call about Dawit Dunmore, 3B' }).click()
  const field = page.getByLabel('Another reason, in their words')
  await field.fill('his grandmother is in')
  return field
}

describe('a list that is read again and again', () => {
  test('says by the school’s clock how old it is while the API fails, once, and that it goes on trying', async () => {
    const page = await open('today')
    const field = await beginsToType(page)
    await failReading(page, failed)
    await page.clock.fastForward(NEXT_READING)
    await foot(page).waitFor()
    const said = await foot(page).innerText()
    expect(said).toMatch(
      /^Firstbell could not show this\. What you see is as of 10:3\dam; the page goes on trying by itself/,
    )
    await page.clock.fastForward('05:00')
    expect(await foot(page).innerText()).toBe(said)
    expect(await alerts(page).count()).toBe(0)
    expect(await hasKeyboard(field)).toBe(true)
    await accessible(page)
    await page.setViewportSize(PHONE)
    await field.press('End')
    await page.keyboard.type(' hospital')
    expect(await field.inputValue()).toBe('his grandmother is in hospital')
  })

  test('is read by itself once the API is back, and leaves what was typed', async () => {
    const { page } = lead
    await page.unroute(ACADEMY)
    await page.clock.fastForward(NEXT_READING)
    await foot(page).waitFor({ state: 'detached' })
    const field = page.getByLabel('Another reason, in their words')
    expect(await field.inputValue()).toBe('his grandmother is in hospital')
    expect(await hasKeyboard(field)).toBe(true)
  })

  test('that does not change for long is not called old', async () => {
    const { page } = lead
    let unchanged = 0
    await failReading(page, async (route) => {
      const isAsked = route.request().headers()['if-none-match'] !== undefined
      unchanged += isAsked ? 1 : 0
      await (isAsked ? route.fulfill({ status: 304 }) : route.continue())
    })
    for (const _ of [1, 2, 3]) await page.clock.fastForward(NEXT_READING)
    await expect.poll(() => unchanged).toBeGreaterThanOrEqual(3)
    await page.getByText('Dawit Dunmore').first().waitFor()
    expect(await foot(page).count()).toBe(0)
    await page.unroute(ACADEMY)
  })

  test('does not move a row from under the hands of somebody who types, though the family has answered meanwhile', async () => {
    const { page } = lead
    await full.console.school.reply(mobile('004'), 'Dawit has a temperature')
    await page.clock.fastForward(NEXT_READING)
    const row = page.getByRole('region', { name: 'Calls to make' }).getByRole('listitem')
    await row.filter({ hasText: 'Dawit has a temperature' }).waitFor()
    const field = page.getByLabel('Another reason, in their words')
    expect(await field.inputValue()).toBe('his grandmother is in hospital')
    expect(await hasKeyboard(field)).toBe(true)
    await page.getByRole('button', { name: 'Call about Dawit Dunmore, 3B' }).click()
    await page.getByRole('region', { name: 'Answered' }).getByText('Dawit has a temperature').waitFor()
  })
})

describe('a page that was never there', () => {
  test('is asked for until it comes, though nothing on it changes while somebody looks', async () => {
    await open('reports')
    const { page } = lead
    await failReading(page, failed)
    await page.getByRole('link', { name: /Weekly/ }).click()
    await alerts(page).getByText('the page tries again by itself').waitFor()
    await page.unroute(ACADEMY)
    await page.clock.fastForward(NEXT_READING)
    await page.getByRole('table', { name: /Classes, the school year so far/ }).waitFor()
    expect(await alerts(page).count()).toBe(0)
  })

  test('is not taken for unchanged, by whatever keeps answers on the way', async () => {
    await open('reports')
    const { page } = lead
    await failReading(page, (route) => route.fulfill({ status: 304 }))
    await page.getByRole('link', { name: /Weekly/ }).click()
    await alerts(page).getByText('the page tries again by itself').waitFor()
  })
})

test('a page of many parts says once that there is no connection', async () => {
  const page = await open('pupils/P001')
  await page.getByRole('heading', { name: 'Contacts' }).waitFor()
  await failReading(page, (route) => route.abort())
  await page.clock.fastForward(NEXT_READING)
  await foot(page).filter({ hasText: 'There is no connection to Firstbell.' }).waitFor()
  expect(await foot(page).count()).toBe(1)
  expect(await alerts(page).count()).toBe(0)
})
