/** Figures at the console: reports, patterns, and why one number is not another. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ReportAnswer } from '../../events/api/figures.ts'
import { GroupsAnswer } from '../../events/api/groups.ts'
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

describe('groups', () => {
  const found = async (name: string): Promise<void> => {
    await lead.page.getByLabel('Add a pupil by name').fill(name)
    await lead.page.getByRole('listitem').getByRole('button', { name }).click()
    await lead.page.getByRole('button', { name: `Take out ${name}` }).waitFor()
  }
  const groupRow = (name: string) =>
    lead.page
      .getByRole('region', { name: /^The school’s own/ })
      .getByRole('listitem')
      .filter({ hasText: name })

  test('of each kind have the sum behind their rate, which is that of the weekly monitor', async () => {
    const { page } = lead
    await goThrough(page, 'Figures', 'Groups')
    await page.getByLabel('Kind of group').selectOption('sen')
    const row = page.getByRole('table', { name: 'Special educational needs' }).getByRole('row').nth(1)
    await row.waitFor()
    const [attended = '', possible = '', rate] = (await row.getByRole('cell').allInnerTexts()).slice(1)
    const sum = (100 * Number(attended.replace(',', ''))) / Number(possible.replace(',', ''))
    expect(rate).toBe(sum.toFixed(1))
    const { sections } = ReportAnswer.parse((await school.school.api('lead', 'GET', 'reports/weekly')).body)
    const name = await row.getByRole('rowheader').innerText()
    const weekly = sections.find(({ title }) => title === 'By group')?.table.rows.find(([first]) => first === name)
    expect(weekly?.[2]).toBe(rate)
    await readable(lead)
  })

  test('are made of pupils by name and of what the roll says, and have figures at once', async () => {
    const { page } = lead
    await page.getByRole('link', { name: 'Make a group' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Chess club')
    await found('Amelia Ashdown')
    await page.getByText('Everybody whom the roll says this of').click()
    await readable(lead)
    await page.getByRole('button', { name: 'Make the group' }).click()
    await groupRow('Chess club')
      .getByText(/^1 pupil, \d+\.\d% \(\d+ of \d+ sessions\)\.$/)
      .waitFor()
    await groupRow('Chess club').getByText('Chosen one by one for Chess club: 1').click()
    await groupRow('Chess club').getByRole('link', { name: 'Amelia Ashdown' }).waitFor()
    await readable(lead)
  })

  test('are renamed and get other pupils; what a colleague saved meanwhile is not overwritten', async () => {
    const { page } = lead
    await groupRow('Chess club').getByRole('link', { name: 'Chess club' }).click()
    await found('Bilal Birch')
    const { groups } = GroupsAnswer.parse((await school.school.api('head', 'GET', 'groups')).body)
    const [{ id, version, pupils: chosen } = { id: '', version: 0, pupils: [] }] = groups
    const theirs = { name: 'Chess and go', pupils: chosen, version }
    expect((await school.school.api('head', 'PUT', `groups/${id}`, theirs)).status).toBe(200)
    await page.getByRole('button', { name: 'Save the group' }).click()
    await page.getByText('Somebody changed the group meanwhile.').waitFor()
    await page.getByRole('heading', { level: 1, name: 'Chess and go' }).waitFor()
    await found('Bilal Birch')
    await page.getByRole('button', { name: 'Take out Amelia Ashdown' }).click()
    await page.getByLabel('Name', { exact: true }).fill('Go club')
    await page.getByRole('button', { name: 'Save the group' }).click()
    await groupRow('Go club').getByText('Chosen one by one for Go club: 1').click()
    await groupRow('Go club').getByRole('link', { name: 'Bilal Birch' }).waitFor()
  })

  test('are ended with the reason, and then stand here no more', async () => {
    const { page } = lead
    await groupRow('Go club').getByText('End Go club').click()
    await groupRow('Go club').getByLabel('Why it ends').fill('The club has closed')
    await groupRow('Go club').getByRole('button', { name: 'End the group' }).click()
    await page.getByText('The school has made no group yet.').waitFor()
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
