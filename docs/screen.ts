/** One picture of a page, and how one gets there. */
import type { Page } from 'playwright-core'
import { goThrough } from '../local/browser.ts'
import type { LocalStack } from '../local/stack.ts'

export interface Screen {
  readonly name: string
  /** The page it shows, by the first part of its address, where the picture is called otherwise; empty where nobody is signed in. */
  readonly shows?: string
  /** A local time of the made-up day, or a date and a time after it. */
  readonly at: string
  /** Somebody of the school by their role; nobody where it is empty. */
  readonly as: string
  readonly open: (page: Page, stack: LocalStack) => Promise<void>
}

/** The afternoon after: a night has counted, and letters are written. */
export const NEXT_DAY = '2026-01-13 16:05'

export const heading = (page: Page): Promise<void> => page.getByRole('heading', { level: 2 }).first().waitFor()

/** A page by the ways in the head of every page. */
export const through =
  (...ways: readonly string[]) =>
  async (page: Page): Promise<void> => {
    await goThrough(page, ...ways)
    // The page before has headings too, and stands until this one is fetched.
    await page.waitForLoadState('networkidle')
    await heading(page)
  }
