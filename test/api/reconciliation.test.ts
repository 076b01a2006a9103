import { beforeAll, describe, expect, test } from 'vitest'
import { type ApiSchool, openApiSchool } from '../support/school-api.ts'

let school: ApiSchool

const WINDOW = 'from=2026-01-12&until=2026-01-12'

beforeAll(async () => {
  school = await openApiSchool()
  expect((await school.takes('lead', { P002: 'C2', P003: 'O' })).status).toBe(201)
  school.at('10:00', '2026-01-13')
})

const ask = async (query: string) => school.ask('lead', 'GET', `reconciliation?${query}`)

describe('why is our number different?', () => {
  test('the three figures stand side by side, and the school’s is the one of every other page', async () => {
    const { status, body } = await ask(WINDOW)
    expect(status).toBe(200)
    const { body: page } = await school.ask('lead', 'GET', `attendance?by=class&${WINDOW}`)
    const { possible, attended, authorised, unauthorised, pupils } = page.academy
    expect(body.school.figure).toMatchObject({
      pupils,
      possible,
      attended,
      authorised,
      unauthorised,
      attendance: page.academy.rates.attendance,
    })
    expect(Object.keys(body)).toEqual(expect.arrayContaining(['school', 'department', 'governors']))
    expect(body.governors).toMatchObject({ causes: [], difference: { possible: 0 } })
  })
  test('another report that takes a part-time timetable for no session differs by C2, to the session', async () => {
    const { body } = await ask(`${WINDOW}&c2=left-out`)
    expect(body.other.causes[0]).toMatchObject({ cause: 'c2', possible: -1, authorised: -1, touches: 1 })
    const shares = body.other.causes.map(({ hundredths }: { hundredths: number }) => hundredths)
    expect(shares.reduce((sum: number, each: number) => sum + each, 0)).toBe(body.other.difference.hundredths)
    expect(body.other.figure.possible - body.school.figure.possible).toBe(-1)
  })
  test('a switch that is no word of it, and dates to come, are refused by name', async () => {
    expect(await ask(`${WINDOW}&c2=maybe`)).toMatchObject({ status: 422, body: { at: 'c2' } })
    expect(await ask('from=2026-01-12&until=2026-02-12')).toMatchObject({ status: 422, body: { at: 'until' } })
  })
  test('a teacher has no part in it', async () => {
    expect((await school.ask('teacher', 'GET', `reconciliation?${WINDOW}`)).status).toBe(403)
  })
})
