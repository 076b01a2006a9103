import * as z from 'zod'
import { CSV_FILES } from '../../../events/import-requested.v1.ts'
import { localDate, pathId } from '../../../events/values.ts'
import { answer, LEADS, refusalAnswer } from '../../../shared/api/call.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import type { Span } from '../../../shared/domain/counting/window.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { addDays } from '../../../shared/domain/time.ts'
import { type Call, type Route, route } from '../call.ts'
import { exportFile } from '../use-cases/export-file.ts'

const file = z.enum(CSV_FILES, { error: `a file is one of ${CSV_FILES.join(', ')}` })
const MOST_DAYS = 366

/** The school year to today when nothing was asked for. */
const readSpan = (call: Call): Result<Span> => {
  const until = localDate.safeParse(call.request.query.until ?? call.date)
  const from = localDate.safeParse(call.request.query.from ?? schoolYearOf(call.date))
  if (!until.success || !from.success)
    return refused(
      'wrong-date',
      'That is not a date.',
      'Write it YYYY-MM-DD, like 2026-01-12.',
      until.success ? 'from' : 'until',
    )
  if (from.data > until.data || from.data < addDays(until.data, -MOST_DAYS))
    return refused(
      'wrong-span',
      'That is no span of a year or less.',
      'Give a from within a year before until.',
      'from',
    )
  return ok({ from: from.data, until: until.data })
}

const get = route({ roles: LEADS, path: { academy: pathId, file } }, async (call, at) => {
  const span = readSpan(call)
  if (!span.ok) return refusalAnswer(span.refusal)
  return answer(303, undefined, { location: await exportFile(call, at.file, span.value) })
})

export const fileOutRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/files/{file}': get,
}
