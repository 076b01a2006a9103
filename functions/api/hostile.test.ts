import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { API_ROUTES } from '../../shared/api/tables/api-routes.ts'
import { openSchool, type School } from '../../test/journeys/support/school.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
  await school.clock.to('09:10')
})
afterAll(() => school.close())

const PLACES: Readonly<Record<string, string>> = {
  academy: 'springbank',
  date: '2026-01-12',
  session: 'AM',
  class: '3b',
  pupil: 'P001',
  task: 'none',
  reply: 'none',
  brake: 'none',
  case: 'none',
  step: 'none',
  absence: 'none',
  closure: 'none',
  file: 'roll',
  import: 'none',
}

const addressOf = (route: string, with_: Readonly<Record<string, string>> = {}): readonly [string, string] => {
  const [method = '', path = ''] = route.split(' ')
  return [
    method,
    path.replace(/\{(\w+)\}/g, (_whole, name: string) => encodeURIComponent(with_[name] ?? PLACES[name] ?? 'x')),
  ]
}

const guarded = API_ROUTES.filter((route) => !route.open).map(({ route }) => route)
const writing = guarded.filter((route) => !route.startsWith('GET') && !route.includes('imports'))

describe('hostile input', () => {
  test('any JSON at any route gets an answer below 500', () =>
    fc.assert(
      fc.asyncProperty(fc.constantFrom(...writing), fc.jsonValue(), async (route, value) => {
        const [method, path] = addressOf(route)
        expect(
          (await school.api('office,lead', method, path, typeof value === 'string' ? { value } : (value ?? {}))).status,
        ).toBeLessThan(500)
      }),
      { numRuns: 150 },
    ))
  test('any id in any address gets an answer below 500', () =>
    fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...guarded),
        fc.constantFrom(
          'date',
          'session',
          'class',
          'pupil',
          'task',
          'reply',
          'case',
          'import',
          'file',
          'closure',
          'brake',
        ),
        fc.string({ minLength: 1, maxLength: 60 }),
        async (route, name, value) => {
          const [method, path] = addressOf(route, { [name]: value.replace(/^\.+$/, 'dots') })
          expect(
            (await school.api('office,lead', method, path, method === 'GET' ? undefined : {})).status,
          ).toBeLessThan(500)
        },
      ),
      { numRuns: 150 },
    ))
  test('a cursor of another user, another academy or none of ours is refused', async () => {
    const forged = Buffer.from(JSON.stringify(['hilltop', 'S-office', 'P001'])).toString('base64url')
    for (const cursor of [forged, 'x', '%00', '']) {
      expect((await school.api('office', 'GET', `pupils?cursor=${cursor}`)).status).toBe(422)
    }
  })
  test('a body over a megabyte is too large', async () => {
    const marks = { P001: { code: '/', note: 'x'.repeat(1_100_000) } }
    expect((await school.api('office', 'PUT', 'registers/2026-01-12/AM/3b', { marks, submitted: false })).status).toBe(
      413,
    )
  })
  test('a refused file changes nothing and repeats nobody’s name', async () => {
    const roll =
      'pupilId,forename,surname,dateOfBirth,yearGroup,class,admitted\nP1,Secretname,Hidden,someday,3,3B,2021-09-02\n'
    const accepted = await school.api('office', 'POST', 'imports/roll', roll)
    const { id } = accepted.body as { id: string }
    const report = await school.api('office', 'GET', `imports/${id}`)
    expect(report.body).toMatchObject({ state: 'refused', problems: [{ line: 2, column: 'dateOfBirth' }] })
    expect(JSON.stringify(report.body)).not.toMatch(/Secretname|Hidden|someday/)
    expect(((await school.api('office', 'GET', 'pupils')).body as { pupils: readonly unknown[] }).pupils).toHaveLength(
      10,
    )
  })
})
