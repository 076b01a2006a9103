/** Figures at the console: reports, patterns, and why one number is not another. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KeptReportsAnswer } from '../../events/api/kept-reports.ts'
import { goThrough } from '../../local/browser.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { classOf } from '../journeys/support/people.ts'
import { beforeChristmas } from './before-christmas.ts'
import { type ConsoleSchool, fits, openConsole, PHONE, readable, type Screen } from './support.ts'

const pupils = classOf('3B')
let school: ConsoleSchool
let lead: Screen

beforeAll(async () => {
  school = await openConsole({ pupils, date: '2026-01-10' })
  await school.school.load('marks', beforeChristmas(pupils, { P001: ['I', 2], P006: ['O', 11] }))
  await school.school.clock.to('2026-01-12 10:00')
  lead = await school.open('Attendance Lead')
})
afterAll(() => school.close())

describe('reports', () => {
  test('are listed with when each was last due, and opened for any day', async () => {
    const { page } = lead
    await goThrough(page, 'Figures', 'Reports')
    await page.getByRole('link', { name: /Weekly/ }).waitFor()
    await readable(lead)
    await page.getByRole('link', { name: /Weekly/ }).click()
    await page.getByLabel('Counted to').fill('2025-12-12')
    await page.getByRole('button', { name: 'Show' }).press('Enter')
    const classes = page.getByRole('table', { name: /Classes, the school year so far/ })
    await classes.getByRole('rowheader', { name: 'Whole school' }).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/Weekly/i)
    await readable(lead)
  })

  test('are handed over as a spreadsheet and on paper', async () => {
    const { page } = lead
    for (const [form, begins] of [
      ['CSV', '\uFEFF'],
      ['PDF', '%PDF-'],
    ] as const) {
      await page.getByRole('button', { name: new RegExp(`^${form} of`) }).click()
      const link = page.getByRole('link', { name: new RegExp(`^Open the ${form}`) })
      const { pathname } = new URL((await link.getAttribute('href')) ?? '')
      const file = await page.request.get(`${school.origin}${pathname}`)
      expect((await file.body()).toString().startsWith(begins)).toBe(true)
    }
  })

  test('of earlier days are there as they were made, whatever was amended since', async () => {
    const { page } = lead
    await school.school.api('office', 'PATCH', 'pupils/P001/marks/2025-12-01/AM', { code: '/', because: 'She was in' })
    await goThrough(page, 'Figures', 'Kept reports')
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('link', { name: /Weekly/ }) })
      .first()
    await row.getByText('Made Monday 12 January').waitFor()
    await readable(lead)
    await row.getByRole('button', { name: /^CSV of/ }).click()
    const { pathname } = new URL((await row.getByRole('link', { name: /^Open the CSV/ }).getAttribute('href')) ?? '')
    const { reports } = KeptReportsAnswer.parse((await school.school.api('lead', 'GET', 'kept-reports')).body)
    const weekly = reports.find(({ name }) => name === 'weekly')
    expect(bytesHash(await (await page.request.get(`${school.origin}${pathname}`)).body())).toBe(weekly?.sha256.csv)
    await row.getByRole('heading').getByRole('link').click()
    await page.getByText('As it was made on its day.').waitFor()
    await page.getByRole('heading', { name: 'How it is counted' }).waitFor()
    await readable(lead)
  })

  test('of a teacher are of their own class', async () => {
    const { page, context } = await school.open('Teacher', PHONE)
    await goThrough(page, 'Figures', 'Reports')
    await page.locator('.fb-row__subject a').first().click()
    await page.getByRole('rowheader', { name: 'Amelia Ashdown' }).waitFor()
    await page.getByText('For the school’s own staff alone.').waitFor()
    await fits(page)
    await context.close()
  })
})

describe('patterns', () => {
  test('name the children and the sum behind each sentence', async () => {
    const { page } = lead
    await goThrough(page, 'Figures', 'Patterns')
    await page.getByRole('heading', { level: 1, name: 'Patterns' }).waitFor()
    await page.getByRole('region', { name: 'In registers' }).waitFor()
    await page.getByRole('table', { name: /Codes/ }).getByRole('rowheader', { name: 'O', exact: true }).waitFor()
    await readable(lead)
  })
})

describe('why is our number different?', () => {
  test('the school’s, the Department’s and the governors’ figures stand side by side', async () => {
    const { page } = lead
    await goThrough(page, 'Figures', 'Why is it different?')
    const figures = page.getByRole('table', { name: 'The figures side by side' })
    await figures.getByRole('columnheader', { name: 'Department' }).waitFor()
    await readable(lead)
  })

  test('another report is compared by the way it counts, each difference by cause', async () => {
    const { page } = lead
    await page.getByText('Compare with another report').click()
    await page.getByLabel('Decimals').selectOption('2')
    await page.getByLabel('From, if its dates are others').fill('2025-12-08')
    await page.getByRole('button', { name: 'Compare' }).click()
    const causes = page.getByRole('table', { name: /the other report/ })
    await causes.getByRole('rowheader', { name: 'Dates' }).waitFor()
    await causes.getByRole('rowheader', { name: 'Together' }).waitFor()
    await readable(lead)
  })
})
