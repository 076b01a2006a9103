/** A file of marks: checked against the roll and the calendar, and how it goes into the registers. */
import { annotateStages } from '../../shared/counting/annotate-stages.ts'
import { panelsAfterImport } from '../../shared/counting/panels-after-import.ts'
import { canonicalInstant } from '../../shared/domain/time.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import { FILES } from '../../shared/imports/files.ts'
import { idIn, readDayContext, readEntries } from './context.ts'
import { countedAtFirst } from './counted-at-first.ts'
import type { Checked, Run } from './go-live.ts'
import { compareMarks, importMarks } from './import-marks.ts'
import { marksWithoutNote } from './marks-without-note.ts'
import { observanceWarnings } from './observance-days.ts'
import { inTheirRegisters } from './where-marked.ts'

export const checkMarks = async (run: Run): Promise<Checked> => {
  const { stores, request, now } = run
  const entries = await readEntries(stores, request.academy, run.live.classes)
  const day = await readDayContext(stores, request.academy, now, entries)
  const file = FILES.marks(run.given, day)
  const said = canonicalInstant(request.asOf)
  const { academy, importId } = request
  const { version } = await policyAt(stores, academy, now)
  const calendar = await calendarOf(stores, academy, version.policy)
  const facts = async () => ({
    academy,
    // Facts are never of a time to come: such a file would shut out every later one.
    asOf: said < now ? said : now,
    knownAbsences: await stores.knownAbsences(academy, day.today),
  })
  return {
    ...file,
    warnings: [
      ...marksWithoutNote(file.rows),
      ...(await observanceWarnings(stores, academy, file.rows, calendar, version.policy.registers.observanceDays)),
    ],
    differences: async () =>
      compareMarks(stores, await facts(), await inTheirRegisters(stores, academy, file.rows), idIn(entries)),
    goLive: async (report, mayGoOn) => {
      const rows = await inTheirRegisters(stores, academy, file.rows)
      const marksRun = { ...day, ...(await facts()), importId, now }
      // Each call of a long file tells of the pupils that it has come to.
      const part = request.goesOn ? `${importId}-${request.goesOn.after}` : importId
      const { before, again } = await countedAtFirst(stores, run.files, { academy, part, today: day.today }, rows)
      const { amended, ...went } = await importMarks(stores, marksRun, rows, report, {
        goesOn: request.goesOn,
        mayGoOn,
      })
      const moment = { academy, now, by: 'import', policy: version.policy, policyVersion: version.version }
      await annotateStages(stores, amended, moment)
      await panelsAfterImport(stores, before, { ...moment, importId: part, today: day.today, again })
      return went
    },
  }
}
