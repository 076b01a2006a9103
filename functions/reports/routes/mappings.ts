import * as z from 'zod'
import { MappingBody } from '../../../events/api/mappings.ts'
import { CSV_FILES } from '../../../events/import-requested.v1.ts'
import { pathId } from '../../../events/values.ts'
import { answer, OFFICE, refusalAnswer } from '../../../shared/api/call.ts'
import type { Mapping } from '../../../shared/domain/imports/mapping.ts'
import { checkMapping } from '../../../shared/imports/check-mapping.ts'
import { readFirstRows } from '../../../shared/imports/first-rows.ts'
import { PRESETS } from '../../../shared/imports/presets.ts'
import { isOtherwiseSeparated, SEPARATED_OTHERWISE } from '../../../shared/imports/separator.ts'
import { suggest } from '../../../shared/imports/suggest.ts'
import { problem } from '../../../shared/platform/http.ts'
import { type Route, route } from '../call.ts'

const byId = { academy: pathId, mapping: pathId }

const NONE = problem({
  status: 404,
  code: 'not-found',
  title: 'There is no such mapping.',
  remedy: 'GET mappings lists those that are kept.',
})

/** More than the header and some rows says no more. */
const MOST_CHARACTERS = 200_000
const SAMPLES = 20

const list = route({ roles: OFFICE, path: { academy: pathId } }, async (call) =>
  answer(200, { mappings: await call.stores.mappings(call.academy), presets: PRESETS }),
)

const get = route({ roles: OFFICE, path: byId }, async (call, at) => {
  const mapping = await call.stores.mapping(call.academy, at.mapping)
  return mapping ? answer(200, mapping) : NONE
})

const put = route({ roles: OFFICE, path: byId, body: MappingBody }, async (call, at, body) => {
  const checked = checkMapping(body)
  if (!checked.ok) return refusalAnswer(checked.refusal)
  const mapping: Mapping = { id: at.mapping, ...checked.value, by: call.caller.sub, at: call.now }
  const detail = { mapping: at.mapping, file: body.file }
  await call.stores.putMapping(call.academy, mapping, call.act('mapping-kept', { detail }))
  return answer(200, mapping)
})

const end = route({ roles: OFFICE, path: byId }, async (call, at) => {
  const act = call.act('mapping-ended', { detail: { mapping: at.mapping } })
  return (await call.stores.endMapping(call.academy, at.mapping, act)) === 'ended' ? answer(204) : NONE
})

const file = z.enum(CSV_FILES, { error: `a file is one of ${CSV_FILES.join(', ')}` })

/** Reads the first rows alone and keeps nothing: what they say of people is not repeated. */
const suggested = route({ roles: OFFICE, path: { academy: pathId, file } }, async (call, at) => {
  const rows = readFirstRows((call.request.body ?? '').slice(0, MOST_CHARACTERS), SAMPLES)
  if (rows.header.length === 0)
    return problem({
      status: 400,
      code: 'empty',
      title: 'There is no header row.',
      remedy: 'Send the first rows of the CSV as the body, the header first.',
    })
  const suggestion = suggest(at.file, rows)
  if (suggestion.missing.length > 0 && isOtherwiseSeparated(rows.header))
    return problem({
      status: 422,
      code: 'not-separated',
      title: SEPARATED_OTHERWISE.what,
      remedy: SEPARATED_OTHERWISE.remedy,
    })
  return answer(200, suggestion)
})

export const mappingRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/mappings': list,
  'GET /academies/{academy}/mappings/{mapping}': get,
  'PUT /academies/{academy}/mappings/{mapping}': put,
  'DELETE /academies/{academy}/mappings/{mapping}': end,
  'POST /academies/{academy}/imports/{file}/suggest': suggested,
}
