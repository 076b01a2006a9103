/** The shelf in a bucket whose objects are locked: every file is put once. The paths are those of docs/evidence.md. */
import * as z from 'zod'
import type { VersionName } from '../../domain/evidence/missing-versions.ts'
import type { LocalDate } from '../../domain/time.ts'
import type { Enclosed, ErasedPupil, EvidenceShelf, SealWithout } from '../../ports/evidence.ts'
import type { Files } from '../../ports/files.ts'
import { About } from './envelopes.ts'
import { readSeal } from './seal-file.ts'
import { sha256 } from './sha256.ts'

const JSON_TYPE = 'application/json'
const ARRIVED_FORM = 'firstbell-arrived/1'

const EnclosedShape = z.object({
  academy: z.string(),
  about: About,
  id: z.string(),
  at: z.string(),
  hash: z.string(),
  box: z.string(),
}) satisfies z.ZodType<Enclosed>
const ArrivedShape = z.object({ form: z.literal(ARRIVED_FORM), entries: z.array(EnclosedShape) })
const NameShape = z.object({
  date: z.string(),
  session: z.enum(['AM', 'PM']),
  classId: z.string(),
  version: z.int(),
}) satisfies z.ZodType<VersionName>
const DecisionShape = z.object({ because: z.string(), by: z.string() }) satisfies z.ZodType<SealWithout>
const ErasedShape = z.object({ on: z.string(), by: z.string(), because: z.string() }) satisfies z.ZodType<ErasedPupil>
const ExpectedShape = z.object({ registers: z.array(NameShape) })

const arrivedPath = (academy: string, name: string): string => `arrived/${academy}/${name}.json`
const registersOn = (academy: string, date: LocalDate): string => `registers/${academy}/${date}/`
const versionPath = (academy: string, { date, session, classId, version }: VersionName): string =>
  `${registersOn(academy, date)}${session}/${classId}/${version}.json`
const expectedPath = (academy: string, date: LocalDate): string => `expected/${academy}/${date}.json`
const decisionPath = (academy: string, date: LocalDate): string => `decisions/${academy}/${date}.json`
const erasedPath = (academy: string, pupil: string): string => `erased/${academy}/${pupil}.json`
const sealsOf = (academy: string): string => `seals/${academy}/`
const sealPath = (academy: string, date: LocalDate): string => `${sealsOf(academy)}${date}.json`

const lastPart = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.json$/, '')

/** The version a path names: `registers/springbank/2026-01-12/AM/3b/2.json`. */
const nameIn = (path: string): VersionName => {
  const [, , date, session, classId, file] = path.split('/')
  return NameShape.parse({ date, session, classId, version: Number(file?.replace('.json', '')) })
}

/** Files that arrived have names that sort by date; the entries alone make the rest of it, so that a second delivery finds the first. */
const arrivedName = (date: LocalDate, entries: readonly Enclosed[]): string =>
  `${date}/${sha256(entries.map(({ hash }) => hash).join(' ')).slice(0, 32)}`

export const evidenceShelf = (files: Pick<Files, 'get' | 'putNew' | 'list'>): EvidenceShelf => {
  const read = async <S extends z.ZodType>(path: string, shape: S): Promise<z.output<S> | undefined> => {
    const bytes = await files.get(path)
    return bytes && shape.parse(JSON.parse(Buffer.from(bytes).toString('utf8')))
  }
  const put = (path: string, value: unknown): Promise<'put' | 'already'> =>
    files.putNew(path, JSON.stringify(value), JSON_TYPE)

  return {
    keepArrived: async (academy, date, entries) => {
      if (entries.length > 0)
        await put(arrivedPath(academy, arrivedName(date, entries)), { form: ARRIVED_FORM, entries })
    },
    arrivedOn: async (academy, date) =>
      (await files.list(`arrived/${academy}/${date}/`)).map((path) => `${date}/${lastPart(path)}`),
    firstArrival: async (academy) => (await files.list(`arrived/${academy}/`))[0]?.split('/')[2],
    arrived: async (academy, name) => {
      const found = await read(arrivedPath(academy, name), ArrivedShape)
      if (found === undefined) throw new Error('A file that had arrived is missing')
      return found.entries
    },

    keepVersion: async (name, entry) => {
      await put(versionPath(entry.academy, name), entry)
    },
    versionsOn: async (academy, date) => (await files.list(registersOn(academy, date))).map(nameIn),
    version: (academy, name) => read(versionPath(academy, name), EnclosedShape),

    expect: async (academy, date, registers) => {
      await put(expectedPath(academy, date), { registers })
    },
    expected: async (academy, date) => (await read(expectedPath(academy, date), ExpectedShape))?.registers,

    decide: (academy, date, decision) => put(decisionPath(academy, date), decision),
    decision: (academy, date) => read(decisionPath(academy, date), DecisionShape),

    keepErased: (academy, pupil, erased) => put(erasedPath(academy, pupil), erased),
    erased: (academy, pupil) => read(erasedPath(academy, pupil), ErasedShape),

    keepSeal: (seal) => put(sealPath(seal.academy, seal.date), seal),
    seal: async (academy, date) => {
      const bytes = await files.get(sealPath(academy, date))
      return bytes && readSeal(bytes)
    },
    sealedDates: async (academy) => (await files.list(sealsOf(academy))).map(lastPart),
  }
}
