/** A child who moved between two academies of the trust: unauthorised sessions and earlier notices go with them, and say where they are from. */
import { beforeAll, describe, expect, test } from 'vitest'
import { importFile } from '../../functions/import/use-case.ts'
import { ReferralSchema } from '../../functions/letters/referral-file.ts'
import { runNight } from '../../shared/counting/nightly.ts'
import type { Code } from '../../shared/domain/codes.ts'
import { referralPath } from '../../shared/domain/penalties/referral.ts'
import { memoryFiles } from '../support/memory-files.ts'
import { hilltopPolicy } from '../support/policies.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

const HILLTOP = 'hilltop'
const UPN = 'V891201926017'
const COLUMNS = 'pupilId,upn,forename,surname,dateOfBirth,yearGroup,class,admitted,left'
const CONTACTS = 'pupilId,priority,name,relationship,parentalResponsibility,livesWith,hasCare,mobile,address1,postcode'
const HERE = ['P001,Amelia,Ashdown', 'P002,Bilal,Birch', 'P003,Cerys,Castell', 'P004,Siân,Dunmore'].map((row) => {
  const [id, forename, surname] = row.split(',')
  return `${id},,${forename},${surname},2017-10-01,3,3B,2023-09-04,`
})
const [ELSIE, FARAH] = [
  'P005,,Elsie,Everly,2017-10-01,4,4C,2023-09-04,',
  'P006,,Farah,Fenwick,2017-10-01,3,3B,2023-09-04,2025-12-19',
] as const
/** Five sessions in the last week of term at Hilltop, five in the first at Springbank. */
const BEFORE = ['2025-12-17', '2025-12-18', '2025-12-19']
const SINCE = ['2026-01-06', '2026-01-08', '2026-01-09']
/** Springbank has no register of this day. */
const BETWEEN = '2026-01-07'

let school: ApiSchool
let count = 0

const send = async (academy: string, file: 'roll' | 'contacts' | 'marks', lines: readonly string[], now: string) => {
  count++
  const bytes = new TextEncoder().encode(lines.join('\n'))
  const report = await importFile(
    { academy, importId: `i${count}`, file, bytes, path: `imports/${count}`, asOf: now, confirmedBy: 's-lead' },
    { stores: school.stores, files: memoryFiles().files, log: { write: () => undefined }, now: () => now },
  )
  expect(report).toMatchObject({ state: 'live' })
}

/** The child is away in so many sessions of these days, the first ones; a classmate is always there. */
const marks = (className: string, pupils: readonly [string, string], dates: readonly string[], away: number) => [
  'date,session,class,pupilId,code',
  ...dates
    .flatMap((date) => (['AM', 'PM'] as const).map((session) => ({ date, session })))
    .flatMap(({ date, session }, at) => {
      const present: Code = session === 'AM' ? '/' : '\\'
      const [child, mate] = pupils
      return [
        `${date},${session},${className},${child},${at < away ? 'O' : present}`,
        `${date},${session},${className},${mate},${present}`,
      ]
    }),
]

const night = (academy: string, date: string) =>
  runNight(academy, `${date}T02:00:00.000Z`, { stores: school.stores, log: { write: () => undefined } })

const tasks = async (academy: string) =>
  (await school.stores.open(academy)).tasks
    .filter(({ rule }) => rule === 'penalty-notices')
    .map(({ kind, pupils }) => `${kind} ${pupils.join(' ')}`)

const matter = async () => (await school.ask('lead', 'GET', 'pupils/P900/penalty-notices')).body

/** Jo was at Hilltop to Christmas, where a notice was given two years ago, and has been at Springbank since January. */
beforeAll(async () => {
  school = await openApiSchool()
  const { stores } = school
  const published = { at: '2025-09-01T09:00:00.000Z', by: 'system', kind: 'policy-published' }
  await stores.policies.publish(HILLTOP, { version: 'v1', policy: hilltopPolicy, from: '2025-09-01' }, published)
  const jo = `H77,${UPN},Jo,Moorland,2016-10-01,3,3H,2021-09-06`
  const mate = 'H78,,Ned,Kestrel,2016-10-01,3,3H,2021-09-06,'
  await send(HILLTOP, 'roll', [COLUMNS, `${jo},`, mate], '2025-12-01T09:00:00.000Z')
  await send(HILLTOP, 'marks', marks('3H', ['H77', 'H78'], BEFORE, 5), '2025-12-19T16:00:00.000Z')
  await night(HILLTOP, '2025-12-20')
  const key = (await stores.roll.roster(HILLTOP, '3h')).find(({ pupilId }) => pupilId === 'H77')?.key ?? ''
  const notice = {
    id: 'n1',
    contactId: 'c1',
    name: 'Mrs Robin Moorland',
    academy: HILLTOP,
    entries: [{ state: 'issued' as const, on: '2024-09-20', by: 's-office', at: '2024-09-20T10:00:00.000Z' }],
  }
  const record = (await stores.penaltyRecord(HILLTOP, key)) ?? {
    pupil: key,
    version: 0,
    dateOfBirth: '2016-10-01',
    considered: [],
    notices: [],
  }
  await stores.savePenaltyRecord(HILLTOP, { ...record, notices: [notice] }, published)
  const row = `P900,${UPN},Jo,Moorland,2016-10-01,3,3B,2026-01-06,`
  await send(SCHOOL, 'roll', [COLUMNS, ...HERE, ELSIE, FARAH, row], '2026-01-05T09:00:00.000Z')
  await send(HILLTOP, 'roll', [COLUMNS, `${jo},2025-12-19`, mate], '2026-01-05T09:30:00.000Z')
  const parent = 'P900,1,Robin  Moorland,mother,Y,Y,Y,07700900177,9 Long Row,ZZ9 9ZZ'
  await send(SCHOOL, 'contacts', [CONTACTS, parent], '2026-01-05T10:00:00.000Z')
  await send(SCHOOL, 'marks', marks('3B', ['P900', 'P001'], SINCE, 5), '2026-01-09T16:00:00.000Z')
  await night(SCHOOL, '2026-01-10')
  school.at('09:00', '2026-01-12')
}, 60_000)

describe('five sessions at one school and five at the next', () => {
  test('are ten of the child: one referral is proposed, where the child is now', async () => {
    await night(HILLTOP, '2026-01-10')
    const all = [...(await tasks(SCHOOL)), ...(await tasks(HILLTOP))]
    expect(all).toEqual([expect.stringMatching(/^penalty-notice /)])
    expect(await matter()).toMatchObject({ standing: 'met', sessions: 10, elsewhere: [{ school: HILLTOP }] })
  })

  test('are no more of them where the school before goes on marking a child who is in school here', async () => {
    // Hilltop's registers of January, taken before it heard of the move, and the leaving day that came afterwards.
    const roll = (left: string) => [
      COLUMNS,
      `H77,${UPN},Jo,Moorland,2016-10-01,3,3H,2021-09-06,${left}`,
      'H78,,Ned,Kestrel,2016-10-01,3,3H,2021-09-06,',
    ]
    const counts = async () => (await matter()).sessions
    await send(HILLTOP, 'roll', roll(''), '2026-01-05T10:30:00.000Z')
    await send(HILLTOP, 'marks', marks('3H', ['H77', 'H78'], [...SINCE, BETWEEN], 6), '2026-01-09T16:00:00.000Z')
    await night(HILLTOP, '2026-01-10')
    expect(await counts()).toBe(10)
    await send(HILLTOP, 'roll', roll('2025-12-19'), '2026-01-12T08:00:00.000Z')
    expect(await counts()).toBe(10)
  })

  test('each say which school recorded them', async () => {
    const { counted } = await matter()
    const from = (school: string) => counted.filter((each: { school: string }) => each.school === school)
    expect(from(HILLTOP).map(({ date }: { date: string }) => date)).toEqual([
      '2025-12-17',
      '2025-12-17',
      '2025-12-18',
      '2025-12-18',
      '2025-12-19',
    ])
    expect(from(SCHOOL)).toHaveLength(5)
  })

  test('and a notice there two years ago makes the next a second for that parent', async () => {
    const { parents, notices } = await matter()
    expect(parents).toMatchObject([{ name: 'Robin  Moorland', next: 'second' }])
    expect(notices).toMatchObject([{ school: HILLTOP, issued: '2024-09-20', state: 'issued' }])
  })

  test('are charged once: after the referral none of them counts at either school', async () => {
    const { parents } = await matter()
    const done = await school.ask('lead', 'POST', 'pupils/P900/penalty-notices/decisions', {
      decision: 'refer',
      because: 'the absence went on at both schools',
      parents: [parents[0].contact],
      support: ['We offered breakfast club.'],
    })
    expect([done.status, done.body.standing, done.body.sessions]).toEqual([201, 'referred', 0])
    const [hilltop] = await school.stores.penaltyRecords(HILLTOP)
    expect(hilltop?.elsewhere).toMatchObject([{ academy: SCHOOL, joined: '2026-01-06', joinedHere: '2021-09-06' }])
  })

  test('and the register beside them ends, at each school, with the day that it had the child last', async () => {
    const record = (await school.stores.penaltyRecords(SCHOOL)).find(({ considered }) => considered.length > 0)
    const path = referralPath(SCHOOL, record?.considered[0]?.id ?? '', 'matter.json')
    const kept = await school.world.files('letters').get(path)
    const { register, figures } = ReferralSchema.parse(JSON.parse(new TextDecoder().decode(kept)))
    expect([...new Set(register.map(({ date }) => date))]).toEqual([...BEFORE, ...SINCE])
    expect(figures).toMatchObject({ possible: 12, attended: 2, unauthorised: 10 })
  })
})

test('a number that was written down wrong is corrected with the roll, and the other child’s sessions go', async () => {
  const row = 'P900,,Jo,Moorland,2016-10-01,3,3B,2026-01-06,'
  await send(SCHOOL, 'roll', [COLUMNS, ...HERE, ELSIE, FARAH, row], '2026-01-12T09:00:00.000Z')
  expect(await matter()).toMatchObject({ elsewhere: [], notices: [] })
})
