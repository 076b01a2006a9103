import { minutesBetween } from '../../../shared/domain/time.ts'
import { GIVEN_UP } from '../../../shared/imports/given-up.ts'
import type { ImportReport } from '../../../shared/ports/stores.ts'

/** The queue brings a file again within 31 minutes, and every try begins by saying so: whoever is silent longer is dead. */
const SILENT_MINUTES = 40

/** A report as it is shown: an import whose reader died without a word has failed, though nobody was left to write it down. */
export const shownImport = (
  { request: _where, ...report }: ImportReport,
  now: string,
): Omit<ImportReport, 'request'> =>
  report.state === 'checking' && minutesBetween(report.at, now) > SILENT_MINUTES
    ? { ...report, state: 'failed', problems: [GIVEN_UP] }
    : report
