/** A school of three pupils whose extracts are made at night, on real stores of its own: what a night does, without a day being played. */
import type { Policy } from '../../academies/policy.ts'
import { type ExtractPorts, makeExtracts } from '../../functions/extracts/make-extracts.ts'
import { encrypt } from '../../shared/adapters/encryption/encrypt.ts'
import { bringUpToDate } from '../../shared/counting/bring-up-to-date.ts'
import type { Code } from '../../shared/domain/codes.ts'
import type { StoredExtract } from '../../shared/domain/extracts/stored.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import type { Instant, LocalDate } from '../../shared/domain/time.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { courierOf } from './courier.ts'
import { memoryFiles } from './memory-files.ts'
import { springbankPolicy } from './policies.ts'
import { act, aPupil, aRegister, SCHOOL } from './stored-examples.ts'
import { freshStores } from './stores.ts'

export type Recipient = Policy['extracts']['recipients'][number]

/** The authority, sent the absence of each week on the night after. */
export const AUTHORITY: Recipient = {
  id: 'attendance-team',
  name: 'Nottinghamshire',
  kind: 'local-authority',
  on: true,
  format: 'csv',
  remind: false,
  sends: [{ extract: 'absence', every: 'weekly', afterSchoolDays: 0 }],
}

const PUPILS = [
  aPupil({ key: 'P001', pupilId: 'P001', surname: 'Ashdown', dateOfBirth: '2014-03-02' }),
  aPupil({ key: 'P002', pupilId: 'P002', surname: 'Birch', forename: 'Bilal', dateOfBirth: '2014-04-02' }),
  aPupil({ key: 'P003', pupilId: 'P003', surname: 'Cole', forename: 'Cara', dateOfBirth: '2014-05-02' }),
]

export interface SchoolOfExtracts {
  readonly stores: Stores
  readonly files: ReturnType<typeof memoryFiles>['files']
  readonly logged: readonly unknown[]
  /** The recipient's server. */
  readonly sftp: Omit<ReturnType<typeof courierOf>, 'courier'>
  /** Academies that are to be looked at again. */
  readonly again: readonly string[]
  publish(recipients: readonly Recipient[], more?: Partial<Policy['extracts']>): Promise<void>
  /** The morning's codes of P001, P002 and P003, entered on the day or at another moment. */
  mornings(date: LocalDate, codes: readonly Code[], at?: Instant): Promise<void>
  /** Counts every date of the year to this one, as a night does. */
  count(until: LocalDate): Promise<void>
  /** The roll as a new file has it. */
  roll(pupils: readonly Omit<Pupil, 'contacts' | 'agencies'>[]): Promise<void>
  /** The night that ends on this date; answers all extracts, the oldest first. */
  night(date: LocalDate, ports?: Partial<ExtractPorts> & { readonly anew?: boolean }): Promise<readonly StoredExtract[]>
}

export const schoolOfExtracts = async (): Promise<SchoolOfExtracts> => {
  const { stores } = await freshStores()
  const { files } = memoryFiles()
  const { courier, ...sftp } = courierOf(files)
  const again: string[] = []
  const logged: unknown[] = []
  let versions = 0
  const school: SchoolOfExtracts = {
    stores,
    files,
    logged,
    sftp,
    again,
    publish: async (recipients, more = {}) => {
      const extracts = { ...springbankPolicy.extracts, ...more, recipients: [...recipients] }
      versions++
      const version = { version: `v${versions}`, policy: { ...springbankPolicy, extracts }, from: '2025-09-01' }
      await stores.policies.publish(SCHOOL, version, act())
    },
    mornings: async (date, codes, entered = `${date}T09:10:00.000Z`) => {
      const before = await stores.register(SCHOOL, date, 'AM', '7a')
      const version = before?.version ?? 0
      const marks = Object.fromEntries(codes.map((code, at) => [`P00${at + 1}`, { code, source: 'teacher' as const }]))
      const at = `${date}T09:10:00.000Z`
      await stores.saveRegister(
        SCHOOL,
        aRegister({ date, version: version + 1, submittedAt: at, asOf: at, marks }),
        version,
        { ...act(), at: entered },
      )
    },
    count: async (until) => void (await bringUpToDate(stores, SCHOOL, until, act())),
    roll: async (pupils) => {
      const { roll } = (await stores.roll.live(SCHOOL)).generations
      await stores.roll.stage(SCHOOL, roll + 1, { file: 'roll', pupils })
      const classes = [{ id: '7a', name: '7A', yearGroup: '7', pupils: pupils.length }]
      await stores.roll.goLive(SCHOOL, 'roll', roll, roll + 1, classes, act())
    },
    night: async (date, { anew = false, ...over } = {}) => {
      await makeExtracts(SCHOOL, anew, {
        stores,
        files,
        encrypt,
        courier,
        bucket: 'extracts',
        again: async (whose) => void again.push(whose),
        now: () => `${date}T02:00:00.000Z`,
        log: { write: (code, fields) => void logged.push([code, fields]) },
        pseudonym: (academy, pupil) => `p-${academy}-${pupil}`,
        ...over,
      })
      return stores.extracts(SCHOOL, '2025-01-01')
    },
  }
  await school.roll(PUPILS)
  return school
}
