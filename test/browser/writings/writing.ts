/** What people write at the console, each with where, how, and what shows that it was taken. */
import type { Locator, Page } from 'playwright-core'
import type { FullSchool } from '../full-school.ts'

export interface Writing {
  readonly what: string
  /** Who writes it, in the words of the picker of roles; the Attendance Lead unless said. */
  readonly as?: string
  readonly at: string
  /** What has to have happened at the school before. */
  readonly after?: (full: FullSchool) => Promise<unknown>
  /** Fills it in, and answers where the words are that must stay. */
  readonly write: (page: Page) => Promise<Locator>
  readonly press: string | RegExp
  /** What the page shows once it is taken. */
  readonly done: (page: Page) => Locator
  /** One of each kind of place that says what went wrong is looked at by the rules of WCAG too. */
  readonly isLookedAt?: true
}

/** Fills in one field, and answers it. */
export const named = async (field: Locator, words: string): Promise<Locator> => {
  await field.fill(words)
  return field
}

/** Fills in fields by their labels, and answers the last. */
export const filled = async (form: Page | Locator, fields: Readonly<Record<string, string>>): Promise<Locator> => {
  const all = Object.entries(fields).map(([label, words]) => ({
    field: form.getByLabel(label, { exact: true }),
    words,
  }))
  for (const { field, words } of all) await field.fill(words)
  const last = all.at(-1)
  if (last === undefined) throw new Error('Name at least one field')
  return last.field
}

/** Opens a part of the page that is folded away. */
export const folded = async (page: Page, title: string): Promise<Locator> => {
  const part = page.locator('details', { hasText: title })
  await part.getByText(title, { exact: true }).click()
  return part
}
