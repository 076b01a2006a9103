/** What the imports queue carries: the API's requests, the night's word that the school's own system is to be asked, S3's word that an upload has arrived, and S3's test when it is deployed. */
import * as z from 'zod'
import { IMPORT_FILES, type ImportRequested, ImportRequestedV1 } from '../../events/import-requested.v1.ts'
import { MisDueV1 } from '../../events/mis-due.v1.ts'

const UPLOAD = new RegExp(`^uploads/([a-z0-9-]{2,32})/(${IMPORT_FILES.join('|')})/([A-Za-z0-9_-]{1,32})$`)

const Arrivals = z.object({
  Records: z.array(
    z.object({ eventTime: z.string(), s3: z.object({ object: z.object({ key: z.string().max(500) }) }) }),
  ),
})

const requestOf = (key: string, eventTime: string): ImportRequested | undefined => {
  const path = decodeURIComponent(key.replaceAll('+', ' '))
  const [, academy, file, importId] = UPLOAD.exec(path) ?? []
  const request = ImportRequestedV1.safeParse({ academy, file, importId, path, asOf: eventTime })
  return request.success ? request.data : undefined
}

export const ImportMessage = z.union([
  MisDueV1,
  ImportRequestedV1.transform((request): readonly ImportRequested[] => [request]),
  Arrivals.transform(({ Records }) =>
    Records.flatMap((record) => requestOf(record.s3.object.key, record.eventTime) ?? []),
  ),
  z.object({ Event: z.literal('s3:TestEvent') }).transform((): readonly ImportRequested[] => []),
])
