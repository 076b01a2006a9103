/** The Attendance Lead's day at the console: lines crossed, panels, letters, penalty notices, a pupil's whole story; and who else sees what. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goThrough } from '../../local/browser.ts'
import { type Child, classOf } from '../journeys/support/people.ts'
import { beforeChristmas } from './before-christmas.ts'
import { accessible, type ConsoleSchool, fits, fitsPhone, go, openConsole, PHONE, type Screen } from './support.ts'

const at = (street: string) => ({ address1: street, address2: 'Eastmoor', postcode: 'NG99 1AB' })
const parentsOf: Readonly<Record<string, Child['parents']>> = {
  P001: [{ mobile: '001', name: 'Robin Ashdown', more: at('14 Meadow Lane') }],
  P006: [{ mobile: '006', name: 'Kit Fenwick', more: at('2 Mill Street') }],
}
const pupils = classOf('3B').map((child) => ({ ...child, parents: parentsOf[child.id] ?? child.parents ?? [] }))
/** Sessions missed, the first of these days on. */
const MISSED: Readonly<Record<string, readonly [string, number]>> = { P001: ['I', 2], P006: ['O', 11] }
const history = beforeChristmas(pupils, MISSED)

let school: ConsoleSchool
let lead: Screen

const section = (title: string) => lead.page.getByRole('region', { name: title })

beforeAll(async () => {
  school = await openConsole({
    pupils,
    // A Saturday: the night before the first school day counts what was before.
    date: '2026-01-10',
    change: (loaded) => ({
      ...loaded,
      policy: { ...loaded.policy, brake: { ...loaded.policy.brake, classShare: 100, academyShare: 100 } },
    }),
  })
  const { school: stack } = school
  await stack.load('marks', history)
  await stack.clock.to('2026-01-12 08:55')
  await stack.rings('P001')
  await stack.clock.to('2026-01-12 09:05')
  await stack.takeRegister('3B', 'AM', { marks: { P001: 'I' } })
  await stack.clock.to('2026-01-12 13:05')
  await stack.takeRegister('3B', 'PM', { marks: { P001: 'I' } })
  await stack.clock.to('2026-01-13 10:00')
  lead = await school.open('Attendance Lead')
})
afterAll(() => school.close())

describe('the Attendance Lead', () => {
  test('sees who crossed a line and who is about to', async () => {
    const { page } = lead
    await goThrough(page, 'Attendance', 'Thresholds')
    await section('Crossed a line').getByRole('link', { name: 'Amelia Ashdown' }).waitFor()
    await section('About to cross')
      .getByText(/sessions? more missed, and it is below 93%/)
      .first()
      .waitFor()
    await accessible(page)
    await fitsPhone(lead)
  })

  test('arranges a panel that is proposed, and finds it in the calendar', async () => {
    const { page } = lead
    await go(lead, 'ATTEND', 'attend')
    await page.getByRole('button', { name: 'Arrange a panel about Amelia Ashdown' }).click()
    await page.getByLabel('Day').fill('2026-01-15')
    await page.getByLabel('Time').fill('14:00')
    await page.getByLabel('The family hears of it').selectOption('text')
    await accessible(page)
    await fitsPhone(lead)
    await page.getByRole('button', { name: 'Arrange the panel' }).click()
    await section('Calendar')
      .getByText(/Thursday 15 January at 2:00pm/)
      .waitFor()
    expect((await school.school.texts('reminder'))[0]?.body).toContain('Thursday 15 January')
  })

  test('decides about a penalty notice with what must be weighed before them', async () => {
    const { page } = lead
    await go(lead, 'Penalty notices', 'penalty-notices')
    await section('To decide').getByText('11 sessions in ten school weeks.').waitFor()
    await page.getByRole('button', { name: 'Decide about Farah Fenwick' }).click()
    await page.getByLabel('Why').fill('The family has a plan with us')
    await accessible(page)
    await fitsPhone(lead)
    await page.getByRole('button', { name: 'Decide', exact: true }).click()
    await section('To decide').getByRole('link', { name: 'Farah Fenwick' }).waitFor({ state: 'detached' })
    const { body } = await school.school.api('lead', 'GET', 'pupils/P006/penalty-notices')
    expect((body as { considered: { decision: string }[] }).considered).toMatchObject([{ decision: 'not-referred' }])
  })

  test('reads the letters of the day and lets those they have read go with one press', async () => {
    await school.school.clock.to('16:02')
    const { page } = lead
    await go(lead, 'Letters', 'letters')
    const first = page.getByRole('button', { name: /^Read it/ }).first()
    await first.waitFor()
    expect(await page.getByRole('button', { name: /^Release/ }).count()).toBe(0)
    await first.click()
    const link = page.getByRole('link', { name: /^Open the PDF/ })
    await link.waitFor()
    // The stack of a test has no address of its own.
    const { pathname } = new URL((await link.getAttribute('href')) ?? '')
    const pdf = await page.request.get(`${school.origin}${pathname}`)
    expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-')
    await accessible(page)
    await fitsPhone(lead)
    await page.getByRole('button', { name: 'Release 1 letter' }).click()
    await page.getByText('1 letter is released.').waitFor()
    const { body } = await school.school.api('lead', 'GET', 'letters?state=open')
    expect((body as { letters: { state: string }[] }).letters.filter(({ state }) => state === 'released')).toHaveLength(
      1,
    )
  })

  test('has a pupil’s whole story on one page: the year of marks, panels, letters and leave', async () => {
    const { page } = lead
    await go(lead, 'Amelia Ashdown', 'pupils', 'P001')
    await page.getByText('The year, mark by mark').click()
    await page.getByRole('cell', { name: 'morning Illness, afternoon Illness' }).first().waitFor()
    await page.getByText('Thursday 15 January at 2:00pm: arranged').waitFor()
    await page.getByText(/Stage 1 to Robin Ashdown/).waitFor()
    await page.getByText('No leave was asked for.').waitFor()
    await accessible(page)
    await fitsPhone(lead)
  })
})

describe('the ways from every page', () => {
  test('are a line of groups and a line of the pages of this one', async () => {
    const { page } = lead
    await go(lead, 'ATTEND', 'attend')
    const pages = page.getByRole('navigation', { name: 'Pages' })
    expect(await pages.getByRole('link', { name: 'Attendance', exact: true }).getAttribute('aria-current')).toBe('true')
    expect(await pages.getByRole('link', { name: 'ATTEND', exact: true }).getAttribute('aria-current')).toBe('page')
    expect(await pages.getByRole('link', { name: 'Late gate' }).count()).toBe(0)
    const box = await pages.boundingBox()
    expect(box?.height).toBeLessThan(100)
    await accessible(page)
  })

  test('are one line on a phone, with every page behind a button that works by keyboard', async () => {
    const screen = await school.open('Attendance Lead', PHONE)
    const { page } = screen
    const pages = page.getByRole('navigation', { name: 'Pages' })
    const menu = pages.getByRole('button', { name: 'Pages' })
    expect((await pages.boundingBox())?.height).toBeLessThan(64)
    await menu.focus()
    await page.keyboard.press('Enter')
    await pages.getByRole('link', { name: 'ATTEND', exact: true }).waitFor()
    await accessible(page)
    await fits(page)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    await pages.getByRole('link', { name: 'ATTEND', exact: true }).waitFor({ state: 'hidden' })
    expect(await page.locator('*:focus').innerText()).toBe('Pages')
    await page.keyboard.press('Enter')
    await pages.getByRole('link', { name: 'ATTEND', exact: true }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'ATTEND' }).waitFor()
    expect(await pages.getByRole('link').count()).toBe(0)
    await screen.context.close()
  })
})

describe('a page', () => {
  test('a slow answer is spoken of, and then there', async () => {
    const { page } = lead
    let isSlow = true
    await page.route('**/academies/*/conversations', async (route) => {
      if (isSlow) await new Promise((done) => setTimeout(done, 6000))
      await route.continue()
    })
    await go(lead, 'Messages', 'conversations')
    await page.getByText('Firstbell is slow to answer.').waitFor()
    await page.getByText('Still waiting; there is nothing to do.').waitFor()
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    isSlow = false
    await page.unroute('**/academies/*/conversations')
  })
})

describe('who sees what', () => {
  const ways = async (as: string): Promise<readonly string[]> => {
    const screen = await school.open(as, PHONE)
    const pages = screen.page.getByRole('navigation', { name: 'Pages' })
    await pages.waitFor()
    const menu = pages.getByRole('button', { name: 'Pages' })
    if ((await menu.count()) > 0) await menu.click()
    await accessible(screen.page)
    await fits(screen.page)
    const links = await pages.getByRole('link').allInnerTexts()
    await screen.context.close()
    return links
  }

  test('the Head and the safeguarding lead have the pages of the lead', async () => {
    for (const as of ['Head', 'Safeguarding lead'])
      expect(await ways(as)).toEqual(expect.arrayContaining(['Today', 'Thresholds', 'ATTEND', 'Penalty notices']))
  })

  test('the office has no page of panels, and a teacher sees their classes, their reports and what the codes mean', async () => {
    expect(await ways('Office')).not.toContain('ATTEND')
    expect(await ways('Teacher')).toEqual(['Classes', 'Reports', 'Kept reports', 'First day', 'Codes and words'])
  })
})
