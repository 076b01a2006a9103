/** Reports are made on their day and kept: listed, never changed, and the same bytes as one that is asked for while no mark has changed. */
import { beforeAll, describe, expect, test } from 'vitest'
import { make as makeReportFiles } from '../../functions/report-files/handler.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import type { KeptReport } from '../../shared/domain/reports/kept.ts'
import type { World } from '../../shared/ports/world.ts'
import { type ApiSchool, openApiSchool, SCHOOL } from '../support/school-api.ts'

const IDS = ['P001', 'P002', 'P003', 'P004']
const FRIDAY = '2026-01-23'
/** The first school day of the week after: the weekly monitor, the class table and the day's report are due. */
const MONDAY = '2026-01-26'

let school: ApiSchool
const night = async (date: string): Promise<void> => {
  school.at('03:00', date)
  const handler = makeReportFiles({ ...school.world, env: { TABLE: 'table', KEPT_BUCKET: 'extracts' } } as World)
  const run = handler as unknown as (event: unknown, context: unknown) => Promise<{ batchItemFailures: unknown[] }>
  const message = { messageId: 'm', body: JSON.stringify({ academy: SCHOOL }), attributes: {} }
  expect(await run({ Records: [message] }, {})).toEqual({ batchItemFailures: [] })
}
const listed = async (as = 'lead'): Promise<readonly KeptReport[]> =>
  (await school.ask(as, 'GET', 'kept-reports')).body.reports
const idsOf = async (as = 'lead') => (await listed(as)).map(({ id }) => id).toSorted()
const bytesAt = async (address: unknown): Promise<Uint8Array> => {
  const path = String(address).replace('https://files.example/', '')
  return (await school.world.files('any').get(path)) ?? new Uint8Array()
}

beforeAll(async () => {
  school = await openApiSchool()
  for (const date of ['2026-01-19', '2026-01-20', '2026-01-21', '2026-01-22', FRIDAY])
    for (const session of ['AM', 'PM'] as const) {
      school.at(session === 'AM' ? '09:10' : '13:10', date)
      const present = session === 'AM' ? '/' : '\\'
      const marks = Object.fromEntries(IDS.map((id) => [id, { code: id === 'P003' ? 'O' : present }]))
      await school.ask('office', 'PUT', `registers/${date}/${session}/3b`, { marks, submitted: true })
    }
  await night(MONDAY)
  school.at('10:00', MONDAY)
})

describe('reports on their day', () => {
  test('are made by the policy’s schedule and listed, those of days that a lost night left out too', async () => {
    const ids = await idsOf()
    expect(ids).toEqual(expect.arrayContaining(['20260126-daily', '20260126-weekly', '20260126-classes']))
    expect(ids).toEqual(expect.arrayContaining(['20260121-daily', '20260122-daily', '20260123-daily']))
    const monday = (await listed()).find(({ id }) => id === '20260126-daily')
    expect(monday).toMatchObject({ date: FRIDAY, period: { from: FRIDAY, until: FRIDAY } })
    expect(ids.filter((id) => /governors|year|sheet/.test(id))).toEqual([])
    const weekly = (await listed()).find(({ name }) => name === 'weekly')
    expect(weekly).toMatchObject({ due: MONDAY, date: '2026-01-25', period: { from: '2026-01-19' }, policy: 'v1' })
  })

  test('are made once, however often their night comes', async () => {
    const before = await listed()
    await night(MONDAY)
    expect(await listed()).toEqual(before)
  })

  test('are the very bytes that are made when the same is asked for on demand', async () => {
    const [weekly] = (await listed()).filter(({ name }) => name === 'weekly')
    for (const form of ['csv', 'pdf'] as const) {
      const kept = await school.ask('lead', 'GET', `kept-reports/${weekly?.id}?as=${form}`)
      const asked = await school.ask('lead', 'GET', `reports/weekly?date=${weekly?.date}&as=${form}`)
      const bytes = await bytesAt(kept.headers.location)
      expect(bytes.length).toBeGreaterThan(500)
      expect(bytesHash(bytes)).toBe(weekly?.sha256[form])
      expect(bytesHash(await bytesAt(asked.headers.location))).toBe(weekly?.sha256[form])
    }
    const page = await school.ask('lead', 'GET', `reports/weekly?date=${weekly?.date}`)
    expect((await school.ask('lead', 'GET', `kept-reports/${weekly?.id}`)).body).toEqual(page.body)
  })

  test('are for their readers alone, and what a reader may not have is not there', async () => {
    expect(await idsOf('governor')).toEqual([])
    expect((await idsOf('office')).filter((id) => id.endsWith('daily')).length).toBeGreaterThan(0)
    expect((await school.ask('governor', 'GET', 'kept-reports/20260126-weekly')).status).toBe(404)
    expect((await school.ask('lead', 'GET', 'kept-reports/20260126-nothing')).status).toBe(404)
  })

  test('stand as they were made when a mark is amended, and the one that is asked for says otherwise', async () => {
    const [weekly] = (await listed()).filter(({ name }) => name === 'weekly')
    const before = (await school.ask('lead', 'GET', `kept-reports/${weekly?.id}`)).body
    await school.ask('office', 'PATCH', 'pupils/P003/marks/2026-01-21/AM', { code: 'I', because: 'A note from home' })
    await night(MONDAY)
    expect((await school.ask('lead', 'GET', `kept-reports/${weekly?.id}`)).body).toEqual(before)
    expect((await school.ask('lead', 'GET', `reports/weekly?date=${weekly?.date}`)).body).not.toEqual(before)
    expect((await listed()).filter(({ name }) => name === 'weekly')).toEqual([weekly])
  })
})

describe('at the end of a half term', () => {
  test('there is a sheet of each class, for its own teacher; at the end of a term governors have their report', async () => {
    await night('2026-02-13')
    expect((await idsOf()).filter((id) => id.startsWith('20260213'))).toEqual(
      expect.arrayContaining(['20260213-class-sheet-3b', '20260213-class-sheet-4c']),
    )
    school.at('10:00', '2026-02-13')
    const own = (await idsOf('teacher:t-3b')).filter((id) => id.includes('sheet'))
    expect(own).toEqual(['20260213-class-sheet-3b'])
    await night('2026-03-27')
    school.at('10:00', '2026-03-27')
    expect((await idsOf('governor')).filter((id) => id.includes('governors'))).toEqual(['20260327-governors'])
  })

  test('the review of the year is made on its last day', async () => {
    await night('2026-07-20')
    school.at('10:00', '2026-07-20')
    expect((await idsOf('governor')).filter((id) => id.endsWith('-year'))).toEqual(['20260720-year'])
  })
})
