/** What keeps the school going: files in and out, groups, help. */
import type { Pages } from './page-for.ts'

export const SCHOOL_PAGES: Pages = {}
