import type { Page } from 'playwright-core'
import { goThrough } from '../local/browser.ts'
import { type Screen, through } from './screen.ts'

const EXPORTED = [
  'Person ID,Legal First Name,Legal Last Name,DOB,Year Group,Tutor Group,Admission date,House',
  'P001,Amelia,Ashdown,04/05/2017,3,3B,01/09/2024,Red',
].join('\n')

const chosen = async (page: Page): Promise<void> => {
  await goThrough(page, 'Import')
  await page
    .getByLabel(/^The file/)
    .setInputFiles({ name: 'pupils.csv', mimeType: 'text/csv', buffer: Buffer.from(EXPORTED) })
  await page.getByRole('button', { name: 'Read the file' }).click()
  await page.getByText('How the columns are read').waitFor()
}

/** The first of a list who has a role. */
const nameOf = (page: Page, list: string, role: string): Promise<string> =>
  page.getByLabel(list).locator('option', { hasText: role }).first().innerText()

/** What keeps the school going. */
export const SCHOOL_SCREENS: readonly Screen[] = [
  { name: 'import', shows: 'imports', at: '10:45', as: 'Office', open: chosen },
  {
    name: 'cover',
    at: '10:45',
    as: 'Head',
    async open(page) {
      await goThrough(page, 'School', 'Cover')
      await page.getByLabel('Who is away').selectOption({ label: await nameOf(page, 'Who is away', 'Attendance Lead') })
      await page.getByLabel('Who covers').selectOption({ label: await nameOf(page, 'Who covers', 'Office') })
      await page.getByLabel('Last day').fill('2026-01-14')
      await page.getByLabel('Why', { exact: true }).fill('At a conference')
      await page.evaluate('scrollTo(0, 0)')
    },
  },
  { name: 'glossary', at: '10:45', as: 'Office', open: through('Help', 'Codes and words') },
  { name: 'first-day', at: '10:45', as: 'Office', open: through('Help', 'First day') },
]
