import { NEXT_DAY, type Screen, through } from './screen.ts'

/** The work of the Attendance Lead and the Head. */
export const LEAD_SCREENS: readonly Screen[] = [
  {
    name: 'pages',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('Attendance', 'ATTEND')(page)
      const menu = page.getByRole('button', { name: 'Pages', exact: true })
      if (await menu.isVisible()) await menu.click()
    },
  },
  { name: 'attendance', at: NEXT_DAY, as: 'Attendance Lead', open: through('Attendance') },
  { name: 'letters', at: NEXT_DAY, as: 'Attendance Lead', open: through('Attendance', 'Letters') },
  { name: 'attend', at: NEXT_DAY, as: 'Attendance Lead', open: through('Attendance', 'ATTEND') },
  { name: 'penalty-notices', at: NEXT_DAY, as: 'Head', open: through('Attendance', 'Penalty notices') },
  {
    name: 'year',
    at: NEXT_DAY,
    as: 'Attendance Lead',
    async open(page) {
      await through('Attendance')(page)
      await page.locator('.fb-row__subject a').first().click()
      await page.getByText('The year, mark by mark').click()
      await page.getByText('Week of').scrollIntoViewIfNeeded()
    },
  },
]
