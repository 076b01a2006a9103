import * as z from 'zod'
import { IMPORT_FILES, type ImportRequested } from '../../../events/import-requested.v1.ts'
import { pathId } from '../../../events/values.ts'
import { MOST_FILE_BYTES, MOST_POSTED_BYTES, TOO_LARGE } from '../../../shared/domain/imports/file-size.ts'
import { LOST_LETTER } from '../../../shared/domain/imports/file-text.ts'
import { ok, type Result, refused } from '../../../shared/domain/result.ts'
import { problem } from '../../../shared/platform/http.ts'
import type { ImportReport } from '../../../shared/ports/stores.ts'
import { answer, type Call, OFFICE, type Route, refusalAnswer, route } from '../call.ts'
import { readWord } from '../query.ts'
import { readDifferences } from '../use-cases/imports/import-differences.ts'
import { shownImport } from '../use-cases/imports/shown-import.ts'

const file = z.enum(IMPORT_FILES, { error: `a file is one of ${IMPORT_FILES.join(', ')}` })

const typeOf = (name: ImportRequested['file']): string => (name === 'ctf' ? 'application/xml' : 'text/csv')

const lineOf = (text: string, found: string): number => text.slice(0, text.indexOf(found)).split(/\r\n?|\n/).length

type Asked = NonNullable<ImportReport['asked']>

const waiting = async (call: Call, importId: string, name: ImportRequested['file'], asked: Asked): Promise<void> =>
  call.stores.putImport(call.academy, {
    id: importId,
    file: name,
    state: 'waiting',
    at: call.now,
    rows: 0,
    done: 0,
    problems: [],
    ...(Object.keys(asked).length > 0 ? { asked } : {}),
  })

/** What was asked for beside the file, read from the address. */
const readAsked = async (call: Call, name: ImportRequested['file']): Promise<Result<Asked>> => {
  const word = readWord(call, 'preview', ['false', 'true'])
  if (!word.ok) return word
  const preview = word.value === 'true' ? { preview: true } : {}
  const id = call.request.query.mapping
  if (id === undefined) return ok(preview)
  const mapping = pathId.safeParse(id).success ? await call.stores.mapping(call.academy, id) : undefined
  if (mapping?.file === name) return ok({ mapping: mapping.id, ...preview })
  return refused(
    'no-such-mapping',
    mapping ? `The mapping is one of ${mapping.file}.` : 'There is no such mapping.',
    'GET mappings lists those that are kept.',
    'mapping',
  )
}

const post = route({ roles: OFFICE, path: { academy: pathId, file } }, async (call, at) => {
  const text = call.request.body ?? ''
  if (text === '')
    return problem({ status: 400, code: 'empty', title: 'The file is empty.', remedy: 'Send the file as the body.' })
  if (Buffer.byteLength(text) > MOST_POSTED_BYTES) {
    return problem({
      status: 413,
      code: 'too-large',
      title: 'The file is over 4 MB.',
      remedy: `POST /academies/${call.academy}/imports/${at.file}/upload-address?bytes= gives an address for longer files.`,
    })
  }
  if (text.includes(LOST_LETTER)) {
    return problem({
      status: 422,
      code: 'not-utf-8',
      title: `The file is not UTF-8: a letter is lost on line ${lineOf(text, LOST_LETTER)}.`,
      remedy: `Save it as CSV UTF-8, or send its bytes to POST /academies/${call.academy}/imports/${at.file}/upload-address?bytes=.`,
    })
  }
  const asked = await readAsked(call, at.file)
  if (!asked.ok) return refusalAnswer(asked.refusal)
  const id = call.world.ids.fresh()
  const path = `imports/${call.academy}/${at.file}/${id}`
  await waiting(call, id, at.file, asked.value)
  await call.world.files(call.env.FILES_BUCKET).put(path, text, typeOf(at.file))
  const asOf = z.iso.datetime().catch(call.now).parse(call.request.headers['x-as-of'])
  const request: ImportRequested = { academy: call.academy, importId: id, file: at.file, path, asOf, ...asked.value }
  await call.world.queue(call.env.IMPORTS_QUEUE_URL).send([request])
  const location = `/academies/${call.academy}/imports/${id}`
  return answer(202, { id, state: 'waiting', at: location }, { location })
})

/** How long the file is that is to be sent; the address takes no other. */
const sizeOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,11}$/.test(text) ? Number(text) : undefined

const address = route({ roles: OFFICE, path: { academy: pathId, file } }, async (call, at) => {
  const bytes = sizeOf(call.request.query.bytes)
  if (bytes === undefined)
    return refusalAnswer({
      code: 'no-size',
      why: 'It is not said how long the file is.',
      remedy: 'Name its length in bytes: ?bytes=5000000.',
      at: 'bytes',
    })
  if (bytes > MOST_FILE_BYTES)
    return problem({ status: 413, code: 'too-large', title: TOO_LARGE.what, remedy: TOO_LARGE.remedy })
  const asked = await readAsked(call, at.file)
  if (!asked.ok) return refusalAnswer(asked.refusal)
  const id = call.world.ids.fresh()
  await waiting(call, id, at.file, asked.value)
  const url = await call.world
    .files(call.env.FILES_BUCKET)
    .uploadAddress(`uploads/${call.academy}/${at.file}/${id}`, typeOf(at.file), bytes)
  return answer(201, { id, url })
})

const NONE = problem({
  status: 404,
  code: 'not-found',
  title: 'There is no such import.',
  remedy: 'Use the id that the import was answered with.',
})

const byId = { academy: pathId, import: pathId }

const get = route({ roles: OFFICE, path: byId }, async (call, at) => {
  const report = await call.stores.importReport(call.academy, at.import)
  return report ? answer(200, shownImport(report, call.now)) : NONE
})

/** What the file changes, a page at a time: of one kind, in the order of the report. */
const differences = route({ roles: OFFICE, path: byId }, async (call, at) => {
  const report = await call.stores.importReport(call.academy, at.import)
  if (!report) return NONE
  const page = await readDifferences(call, report)
  return page.ok ? answer(200, page.value) : refusalAnswer(page.refusal)
})

/** A file that takes much of the school away is right: it is checked once more, against what is live now, and goes live. */
const confirm = route({ roles: OFFICE, path: byId }, async (call, at) => {
  const report = await call.stores.importReport(call.academy, at.import)
  if (!report) return NONE
  const { request, ...rest } = report
  if (report.state !== 'held' || request === undefined)
    return problem({
      status: 409,
      code: 'not-held',
      title: `The import is ${report.state} and waits for nobody.`,
      remedy: 'Ask for its report.',
    })
  const confirmedBy = call.caller.sub
  await call.stores.putImport(call.academy, { ...rest, state: 'waiting', at: call.now, problems: [], confirmedBy })
  const again: ImportRequested = {
    academy: call.academy,
    importId: report.id,
    file: file.parse(report.file),
    ...report.asked,
    ...request,
    confirmedBy,
  }
  try {
    await call.world.queue(call.env.IMPORTS_QUEUE_URL).send([again])
  } catch (error) {
    // Nobody has been asked to read it: it waits for a person as before, who may confirm it again.
    await call.stores.putImport(call.academy, report)
    throw error
  }
  return answer(202, { id: report.id, state: 'waiting' })
})

export const importRoutes: Readonly<Record<string, Route>> = {
  'POST /academies/{academy}/imports/{file}': post,
  'POST /academies/{academy}/imports/{file}/upload-address': address,
  'GET /academies/{academy}/imports/{import}': get,
  'GET /academies/{academy}/imports/{import}/differences': differences,
  'POST /academies/{academy}/imports/{import}/confirm': confirm,
}
