/**
 * Makes the reports that are due and keeps them. Safe to run twice, at once with itself, or to die half way: a report is named by its kind
 * and day, its files are put only where there are none, and it is listed last.
 */
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { REPORT_BYTES } from '../../shared/adapters/letters/report-forms.ts'
import { reportFacts } from '../../shared/counting/report-facts.ts'
import { countsTo, reportsDue } from '../../shared/domain/reports/due.ts'
import type { ReportFacts } from '../../shared/domain/reports/facts.ts'
import { REPORT_KINDS, type ReportName } from '../../shared/domain/reports/index.ts'
import { type KeptReport, keptReportId, keptReportPath, REPORT_FORMS } from '../../shared/domain/reports/kept.ts'
import type { Report } from '../../shared/domain/reports/report.ts'
import { addDays, type Instant, type LocalDate } from '../../shared/domain/time.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import type { Files } from '../../shared/ports/files.ts'
import type { PolicyVersion, Stores } from '../../shared/ports/stores.ts'
import type { Log } from '../../shared/ports/world.ts'

export interface ReportPorts {
  readonly stores: Stores
  readonly files: Files
  readonly log: Log
  now(): Instant
}

/** Days looked back on for a report that a lost night has not made. */
const LOOK_BACK = 7

const GROUND = { rule: 'reports', clause: 'Weekly monitors, fortnightly reviews, termly reports to governors' }

type Named = Pick<KeptReport, 'name' | 'classId' | 'due'>

/** A class sheet is one for each class. */
const wantedOn = (due: LocalDate, names: readonly ReportName[], classes: readonly string[]): readonly Named[] =>
  names.flatMap((name): readonly Named[] =>
    REPORT_KINDS[name].about === 'class' ? classes.map((classId) => ({ name, classId, due })) : [{ name, due }],
  )

const keep = async (
  academy: string,
  named: Named,
  report: Report,
  { version }: PolicyVersion,
  { stores, files, now }: ReportPorts,
): Promise<boolean> => {
  const made = now()
  const forms = await Promise.all(
    REPORT_FORMS.map(async (form) => {
      const bytes = await REPORT_BYTES[form].make(report)
      return { form, bytes, hash: bytesHash(bytes) }
    }),
  )
  const hashOf = (form: (typeof REPORT_FORMS)[number]) => forms.find((each) => each.form === form)?.hash ?? ''
  const { title, period, date } = report
  const sha256 = { json: hashOf('json'), csv: hashOf('csv'), pdf: hashOf('pdf') }
  const kept: KeptReport = { ...named, id: keptReportId(named), title, period, date, made, policy: version, sha256 }
  for (const { form, bytes } of forms)
    await files.putNew(keptReportPath(academy, kept, form), bytes, REPORT_BYTES[form].contentType)
  const detail = { report: kept.id, counted_to: date, sha256: sha256.json }
  // Last: whoever sees it may fetch it.
  const act = { ...GROUND, at: made, by: 'system', kind: 'report-made', policy: version, detail }
  return (await stores.keepReport(academy, kept, act)) === 'kept'
}

/** Makes every report that was due in the last days and is not kept. A school without a register has none. */
export const makeReports = async (academy: string, ports: ReportPorts): Promise<void> => {
  const { stores, log, now } = ports
  const { version, date: today } = await policyAt(stores, academy, now())
  const { policy } = version
  const from = addDays(today, -LOOK_BACK)
  const [calendar, { classes }, already] = await Promise.all([
    calendarOf(stores, academy, policy),
    stores.roll.live(academy),
    stores.keptReports(academy, from, today),
  ])
  const have = new Set(already.map(({ id }) => id))
  const ids = classes.map(({ id }) => id)
  let count = 0
  for (let due = from; due <= today; due = addDays(due, 1)) {
    const wanted = wantedOn(due, reportsDue(policy, calendar, due), ids).filter((each) => !have.has(keptReportId(each)))
    const facts = factsOnce(academy, version, ports)
    for (const each of wanted) {
      const known = await facts(each.name, countsTo(calendar, due, each.name))
      if (known.everybody.length === 0) continue
      const report = REPORT_KINDS[each.name].write(known, each)
      // A report of no school day, or of a class that has gone, is none.
      if (report.ok && (await keep(academy, each, report.value, version, ports))) count++
    }
  }
  log.write('REPORTS_MADE', { academy, date: today, made: count })
}

/** The facts of a day's reports, read once for all that need the same of them. */
const factsOnce = (academy: string, { policy }: PolicyVersion, { stores }: ReportPorts) => {
  const read = new Map<string, Promise<ReportFacts>>()
  return (name: ReportName, until: LocalDate): Promise<ReportFacts> => {
    const needs = REPORT_KINDS[name]
    const key = `${until} ${needs.about === 'cases'} ${needs.isOfOneDay === true}`
    const found = read.get(key) ?? reportFacts(stores, academy, policy, until, { ...needs, isAtNight: true })
    read.set(key, found)
    return found
  }
}
