/** What is brought in as a file: what it is, how it is read, and that it is applied. */
import type { Page } from 'playwright-core'
import { csv } from '../../journeys/support/people.ts'
import { named, type Writing } from './writing.ts'

const STAFF_OF_ANOTHER_SYSTEM = csv([
  { 'Staff ID': 'S02', 'Full Name': 'office of the school', Job: 'office', 'Work Email': 'office@school.example' },
])

const chosen = async (page: Page) => {
  await page.getByRole('link', { name: 'Import another file' }).click()
  await page.getByLabel('What is in the file').selectOption('staff')
  const file = page.getByLabel(/^The file/)
  await file.setInputFiles({ name: 'staff.csv', mimeType: 'text/csv', buffer: Buffer.from(STAFF_OF_ANOTHER_SYSTEM) })
  return file
}

export const OF_FILES: readonly Writing[] = [
  {
    what: 'a file that is chosen',
    at: 'imports',
    write: chosen,
    press: 'Read the file',
    done: (page) => page.getByText('How the columns are read'),
  },
  {
    what: 'how the columns of a file are read',
    at: 'imports',
    async write(page) {
      await chosen(page)
      await page.getByRole('button', { name: 'Read the file' }).click()
      for (const [column, to] of Object.entries({ 'Staff ID': 'staffId', 'Full Name': 'name', Job: 'role' }))
        await page.getByLabel(column, { exact: true }).selectOption(to)
      return named(page.getByLabel('Where the file comes from'), 'The staff system')
    },
    press: 'See what it would change',
    done: (page) => page.getByRole('link', { name: 'Import another file' }),
  },
  {
    what: 'a file that was looked at',
    at: 'imports',
    after: ({ console: { school } }) => school.stack.turning.quiet(),
    write: async (page) => page.getByRole('region', { name: 'What the file changes' }),
    press: 'Apply the file',
    done: (page) => page.getByText(/^The file waits to be read|^Read so far|^The file stands/),
  },
]
