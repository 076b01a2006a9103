import { minutesBetween } from '../../../../shared/domain/time.ts'
import { GIVEN_UP } from '../../../../shared/imports/given-up.ts'
import type { ImportReport } from '../../../../shared/ports/stores.ts'

/**
 * The queue brings a file again within 31 minutes, and every try begins by saying so: whoever is silent longer is dead. One that waits
 * without having been confirmed may wait for its bytes.
 */
const SILENT_MINUTES = 40

/** How far it is: whole per cent, 100 only when every row stands. */
const percentOf = ({ rows, done, state }: ImportReport): number =>
  state === 'live' ? 100 : rows === 0 ? 0 : Math.min(99, Math.floor((done * 100) / rows))

type Shown = Omit<ImportReport, 'request'> & { readonly percent: number }

/** A report as it is shown: an import whose reader died without a word has failed, though nobody was left to write it down. */
export const shownImport = ({ request: _where, ...report }: ImportReport, now: string): Shown => {
  const shown = { ...report, percent: percentOf(report) }
  const isRead = report.state === 'checking' || (report.state === 'waiting' && report.confirmedBy !== undefined)
  return isRead && minutesBetween(report.at, now) > SILENT_MINUTES
    ? { ...shown, state: 'failed', problems: [GIVEN_UP] }
    : shown
}
