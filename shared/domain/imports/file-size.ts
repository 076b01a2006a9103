/** How large a file may be, for the console, the API and the import alike. */

/** Lambda takes at most 6 MB in a request; longer files go to an upload address. */
export const MOST_POSTED_BYTES = 4_000_000

/** What the import function's memory has been measured to hold (`npm run bench:imports -- --largest`, docs/files.md). */
export const MOST_FILE_BYTES = 40_000_000
/** Of a file of CSV, its header not counted. */
export const MOST_FILE_ROWS = 1_000_000

/** The file is larger than is read at all, and was not read. */
export const TOO_LARGE = {
  what: `The file is over ${MOST_FILE_BYTES / 1_000_000} MB. Nothing of it was read, and nothing is changed.`,
  remedy:
    'Export a shorter time, a term of marks for example, or fewer columns, and import the parts one after another.',
} as const
