import type { Page } from 'playwright-core'
import { goThrough } from '../local/browser.ts'
import { heading, NEXT_DAY, type Screen, through } from './screen.ts'

const part = (page: Page, name: string) =>
  page.getByRole('region', { name: 'Parts' }).getByRole('link', { name, exact: true })

const versions = async (page: Page): Promise<void> => {
  await through('School', 'Policy')(page)
  await page.getByRole('link', { name: 'Versions' }).click()
  await heading(page)
}

const parts = async (page: Page): Promise<void> => {
  await through('School', 'Policy')(page)
  await part(page, 'Ladder').waitFor()
}

/** The work of the Attendance Lead and the Head. */
export const LEAD_SCREENS: readonly Screen[] = [
  {
    name: 'pages',
    shows: 'today',
    at: '10:45',
    as: 'Head',
    async open(page) {
      await heading(page)
      const menu = page.getByRole('button', { name: 'Pages', exact: true })
      if (await menu.isVisible()) await menu.click()
    },
  },
  { name: 'attendance', at: NEXT_DAY, as: 'Attendance Lead', open: through('Attendance', 'Thresholds') },
  { name: 'letters', at: NEXT_DAY, as: 'Attendance Lead', open: through('Attendance', 'Letters') },
  { name: 'attend', at: NEXT_DAY, as: 'Attendance Lead', open: through('Attendance', 'ATTEND') },
  {
    name: 'leave',
    shows: 'pupils',
    at: NEXT_DAY,
    as: 'Head',
    async open(page) {
      await through('Attendance', 'Thresholds')(page)
      await page.locator('.fb-row__subject a').first().click()
      await page.getByText('A parent asks for leave of absence').click()
      await page
        .getByText('A parent asks for leave of absence')
        .evaluate((shown: { scrollIntoView(): void }) => shown.scrollIntoView())
    },
  },
  { name: 'penalty-notices', at: NEXT_DAY, as: 'Head', open: through('Attendance', 'Penalty notices') },
  {
    name: 'year',
    shows: 'pupils',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('Attendance', 'Thresholds')(page)
      await page.locator('.fb-row__subject a').first().click()
      await page.getByText('The year, mark by mark').click()
      await page
        .getByText('The year, mark by mark')
        .evaluate((shown: { scrollIntoView(): void }) => shown.scrollIntoView())
    },
  },
  {
    name: 'reports',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    open: through('Figures', 'Reports'),
  },
  {
    name: 'report',
    shows: 'reports',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('Figures', 'Reports')(page)
      await page.getByRole('link', { name: /class table/i }).click()
      await page.getByRole('table').first().scrollIntoViewIfNeeded()
    },
  },
  { name: 'kept-reports', at: NEXT_DAY, as: 'Attendance Lead', open: through('Figures', 'Kept reports') },
  {
    name: 'groups',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('Figures', 'Groups')(page)
      await page.getByLabel('Kind of group').selectOption('sen')
      await page.getByRole('table').waitFor()
    },
  },
  {
    name: 'groups-make',
    shows: 'groups',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('Figures', 'Groups')(page)
      await page.getByRole('link', { name: 'Make a group' }).click()
      await page.getByText('Everybody whom the roll says this of').click()
      await page.getByRole('group', { name: 'Year group' }).waitFor()
    },
  },
  { name: 'patterns', at: NEXT_DAY, as: 'Attendance Lead', open: through('Figures', 'Patterns') },
  {
    name: 'different',
    shows: 'reconciliation',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    open: through('Figures', 'Why is it different?'),
  },
  { name: 'policy', at: NEXT_DAY, as: 'Attendance Lead', open: parts },
  {
    name: 'policy-part',
    shows: 'policy',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('School', 'Policy')(page)
      await part(page, 'Thresholds').click()
      await page.getByLabel('Warning').fill('94')
      await page
        .getByText(/Instead: /)
        .first()
        .waitFor()
    },
  },
  {
    name: 'policy-ladder',
    shows: 'policy',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('School', 'Policy')(page)
      await part(page, 'Ladder').click()
      await page.getByRole('button', { name: 'Add to Ladder' }).waitFor()
    },
  },
  {
    name: 'policy-wordings',
    shows: 'policy',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('School', 'Policy')(page)
      await part(page, 'Wordings').click()
      await page
        .getByRole('button', { name: /^What families of/ })
        .first()
        .click()
      await page.getByRole('blockquote').first().waitFor()
    },
  },
  {
    name: 'policy-publish',
    shows: 'policy',
    at: NEXT_DAY,
    as: 'Head',
    async open(page) {
      await through('School', 'Policy')(page)
      await part(page, 'Thresholds').click()
      await page.getByLabel('Warning').fill('94')
      await page.getByRole('link', { name: /^See and publish/ }).click()
      await page.getByRole('button', { name: 'Rehearse' }).click()
      await page.getByRole('table', { name: 'What would have been done' }).waitFor({ timeout: 180_000 })
    },
  },
  {
    name: 'rehearsal',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await goThrough(page, 'School', 'Rehearsal')
      await page.getByLabel('From').fill('2026-01-12')
      await page.getByLabel('Until').fill('2026-01-12')
      await page.getByRole('button', { name: 'Rehearse' }).click()
      await page.getByRole('table', { name: 'What would have been done' }).waitFor({ timeout: 180_000 })
    },
  },
  { name: 'policy-versions', shows: 'policy', at: NEXT_DAY, as: 'Attendance Lead', open: versions },
]
