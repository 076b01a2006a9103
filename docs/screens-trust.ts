import type { Page } from 'playwright-core'
import { heading, NEXT_DAY, type Screen, through } from './screen.ts'

/** Springbank's extracts, as one of its officers finds them. */
const ofSpringbank = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'Springbank' }).click()
  await page.getByRole('region', { name: 'Before' }).waitFor()
}

/** Those who look at a school from outside the office. */
export const TRUST_SCREENS: readonly Screen[] = [
  { name: 'trust', at: NEXT_DAY, as: 'Trust operator', open: through('Academies') },
  { name: 'trust-extracts', at: NEXT_DAY, as: 'Trust operator', open: through('Extracts of all') },
  { name: 'officer', shows: 'extracts', at: NEXT_DAY, as: 'Officer of the local authority', open: ofSpringbank },
  {
    name: 'officer-receipt',
    shows: 'extracts',
    at: NEXT_DAY,
    as: 'Officer of the local authority',
    async open(page) {
      await ofSpringbank(page)
      const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Attendance return/ }) })
      await row.getByRole('button', { name: /^Collect/ }).click()
      await row.getByRole('link', { name: /^Open it/ }).waitFor()
      await row.getByText('receipt').click()
      await row.scrollIntoViewIfNeeded()
    },
  },
  { name: 'governor', shows: 'reports', at: NEXT_DAY, as: 'Governor', open: heading },
]
