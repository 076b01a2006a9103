import { beforeEach, describe, expect, test } from 'vitest'
import type { ApiSchool } from '../support/school-api.ts'
import { API_ENV, MONDAY, openApiSchool, SCHOOL } from '../support/school-api.ts'
import { act } from '../support/stored-examples.ts'

let school: ApiSchool
beforeEach(async () => {
  school = await openApiSchool()
  school.at('11:00')
})

const get = (path: string, as = 'office') => school.ask(as, 'GET', path)

describe('pupils', () => {
  test('by class, as the school calls them', async () => {
    expect((await get('pupils?class=3b')).body.pupils).toEqual([
      { id: 'P001', name: 'Amelia Ashdown', class: '3b', yearGroup: '3' },
      { id: 'P002', name: 'Bilal Birch', class: '3b', yearGroup: '3' },
      { id: 'P003', name: 'Cerys Castell', class: '3b', yearGroup: '3' },
      { id: 'P004', name: 'Shan Dunmore', class: '3b', yearGroup: '3' },
      { id: 'P006', name: 'Farah Fenwick', class: '3b', yearGroup: '3' },
    ])
  })

  test.each([
    ['ash', ['P001']],
    ['BIRCH', ['P002']],
    ['sian', ['P004']],
    ['Shan D', ['P004']],
    ['zzz', []],
  ])('found by %s', async (words, ids) => {
    const { pupils } = (await get(`pupils?q=${encodeURIComponent(words)}`)).body
    expect(pupils.map(({ id }: { id: string }) => id)).toEqual(ids)
  })

  test('a pupil comes with what each contact may be told, and never with a confidential address', async () => {
    const { contacts, ...rest } = (await get('pupils/P002')).body
    expect(rest).toMatchObject({ id: 'P002', forename: 'Bilal', today: null, hold: null })
    expect(contacts.map(({ mayBeTold }: { mayBeTold: string }) => mayBeTold)).toEqual([
      'where the child is and why we ask',
      'nothing: do not contact',
      'only to ring the school',
    ])
    const hidden = contacts.filter((one: { contactId: string }) => one.contactId !== 'c122')
    for (const one of hidden) expect(JSON.stringify(one)).not.toMatch(/Mill Lane|ZZ9/)
    expect((await get('pupils/P001')).body.contacts[0]).toMatchObject({
      address: ['101 Mill Lane'],
      postcode: 'ZZ9 9ZZ',
    })
  })

  test('one who is not on the roll is 404', async () => {
    expect((await get('pupils/P999')).status).toBe(404)
    expect((await get('pupils/P999/chronicle')).status).toBe(404)
  })

  test('a pupil’s history comes in pages, without keys that only the table knows', async () => {
    const entries = Array.from({ length: 60 }, (_, index) => ({
      ...act('mark-amended', { at: `2026-01-12T10:${String(index).padStart(2, '0')}:00.000Z` }),
      id: `e${index}`,
      academy: SCHOOL,
      about: { pupil: 'k01' },
    }))
    await school.stores.appendChronicle(entries)
    const first = (await get('pupils/P001/chronicle')).body
    const second = (await get(`pupils/P001/chronicle?cursor=${first.next}`)).body
    expect([first.entries.length, second.entries.length, second.next]).toEqual([50, 10, null])
    expect(JSON.stringify([first, second].map(({ entries: shown }) => shown))).not.toContain('k01')
    expect((await get(`pupils/P002/chronicle?cursor=${first.next}`, 'lead')).status).toBe(422)
  })
})

describe('the office’s one list', () => {
  const stand = (pupil: string, vulnerable: boolean) =>
    school.stores.setStanding(
      SCHOOL,
      { pupil, classId: '3b', date: MONDAY, vulnerable },
      'AM',
      { standing: 'unexplained', since: '2026-01-12T09:15:00.000Z' },
      undefined,
      [],
      act(),
    )

  test('has vulnerable pupils first, each by name, with what happened and what comes next', async () => {
    school.at('09:05')
    await school.takes('office', { P001: 'N', P003: 'N' })
    await stand('k01', false)
    await stand('k03', true)
    school.at('09:20')
    const { rows } = (await get(`days/${MONDAY}`)).body
    expect(rows).toMatchObject([
      { section: 'vulnerable', pupils: [{ id: 'P003', name: 'Cerys Castell' }] },
      {
        section: 'unexplained',
        pupils: [{ id: 'P001', name: 'Amelia Ashdown', class: '3b' }],
        next: 'A text at 10:30 if nobody is reached.',
      },
    ])
  })

  test('is not for teachers, governors or the authority', async () => {
    for (const who of ['teacher:t-3b', 'governor', 'la.891.reader', 'trust.operator'])
      expect((await get(`days/${MONDAY}`, who)).status).toBe(403)
  })
})

describe('imports', () => {
  const csv = 'pupilId,forename\nP001,Amelia\n'

  test('a file is kept, waits in the queue, and can be asked about', async () => {
    const posted = await school.ask('office', 'POST', 'imports/roll', csv, { 'content-type': 'text/csv' })
    expect(posted.status).toBe(202)
    expect(posted.headers.location).toBe(posted.body.at)
    expect(school.world.sent).toMatchObject([
      { url: API_ENV.IMPORTS_QUEUE_URL, message: { academy: SCHOOL, importId: posted.body.id, file: 'roll' } },
    ])
    expect([...school.world.kept.values()]).toEqual([csv])
    expect((await get(`imports/${posted.body.id}`)).body).toMatchObject({ state: 'waiting', file: 'roll' })
  })

  test('a file whose reader died without a word is shown as failed, with what to do, and no sooner', async () => {
    const report = { id: 'i1', file: 'roll', state: 'checking', rows: 0, done: 0, problems: [] } as const
    school.at('09:00')
    await school.stores.putImport(SCHOOL, { ...report, at: school.world.clock.now() })
    school.at('09:40')
    expect((await get('imports/i1')).body.state).toBe('checking')
    school.at('09:41')
    expect((await get('imports/i1')).body).toMatchObject({
      state: 'failed',
      problems: [{ line: 0, remedy: expect.stringContaining('Import the file again') }],
    })
  })

  test('a held file goes to the queue again when somebody confirms it, once', async () => {
    const { id } = (await school.ask('office', 'POST', 'imports/roll', csv)).body
    expect((await school.ask('office', 'POST', `imports/${id}/confirm`)).status).toBe(409)
    const request = { path: 'imports/x', asOf: '2026-01-12T08:00:00.000Z' }
    const held = { id, file: 'roll', state: 'held', at: request.asOf, rows: 1, done: 0, problems: [] } as const
    await school.stores.putImport(SCHOOL, { ...held, request })
    expect((await get(`imports/${id}`)).body).toEqual({ ...held, percent: 0 })
    expect((await school.ask('office', 'POST', `imports/${id}/confirm`)).status).toBe(202)
    expect(school.world.sent.at(-1)?.message).toEqual({
      academy: SCHOOL,
      importId: id,
      file: 'roll',
      ...request,
      confirmedBy: 's-office',
    })
    expect((await get(`imports/${id}`)).body).toMatchObject({ state: 'waiting', confirmedBy: 's-office' })
    expect((await school.ask('office', 'POST', `imports/${id}/confirm`)).status).toBe(409)
    expect((await school.ask('office', 'POST', 'imports/none/confirm')).status).toBe(404)
  })

  test('a file that lost a letter on its way is refused by line, and what to send instead is said', async () => {
    const sent = await school.ask('office', 'POST', 'imports/roll', 'pupilId,forename\r\nP001,Zo\ufffd\r\n', {
      'content-type': 'text/csv',
    })
    expect(sent).toMatchObject({
      status: 422,
      body: { code: 'not-utf-8', title: expect.stringContaining('line 2'), remedy: expect.stringContaining('UTF-8') },
    })
  })

  test('a file over 4 MB is shown the other way, which gives an address', async () => {
    const large = await school.ask('office', 'POST', 'imports/marks', 'x'.repeat(4_000_001))
    expect(large.status).toBe(413)
    expect(large.body.remedy).toContain('/imports/marks/upload-address')
    const address = await school.ask('office', 'POST', 'imports/marks/upload-address?bytes=4000001')
    expect(address).toMatchObject({ status: 201, body: { url: expect.stringContaining('springbank/marks/') } })
  })

  test('an address is for a file of a length that is said and is read at all', async () => {
    const ask = (query: string) => school.ask('office', 'POST', `imports/marks/upload-address${query}`)
    for (const query of ['', '?bytes=0', '?bytes=-1', '?bytes=4e6'])
      expect(await ask(query)).toMatchObject({ status: 422, body: { at: 'bytes' } })
    expect((await ask('?bytes=40000000')).status).toBe(201)
    expect(await ask('?bytes=40000001')).toMatchObject({
      status: 413,
      body: { title: expect.stringContaining('40 MB'), remedy: expect.stringContaining('parts') },
    })
  })

  test('an empty file, a file of no such kind and an import that is none are refused', async () => {
    expect((await school.ask('office', 'POST', 'imports/roll')).status).toBe(400)
    expect((await school.ask('office', 'POST', 'imports/dinners', csv)).status).toBe(422)
    expect((await get('imports/none')).status).toBe(404)
  })
})

describe('every answer', () => {
  test('to a body over 1 MB is 413, to no JSON 400, to a wrong field 422 naming field, rule and remedy', async () => {
    const ask = (body: string) => school.ask('office', 'POST', 'pupils/P001/absences', body)
    expect((await ask(JSON.stringify({ reason: 'x'.repeat(1_000_001) }))).status).toBe(413)
    expect((await ask('{')).status).toBe(400)
    const wrong = await ask(JSON.stringify({ from: 'today', reason: 'ill', reportedBy: 'c101', via: 'phone' }))
    expect(wrong.status).toBe(422)
    expect(wrong.headers['content-type']).toBe('application/problem+json')
    expect(wrong.body.errors).toMatchObject([{ field: 'from', rule: expect.any(String), remedy: expect.any(String) }])
  })

  test('about an academy that is none, asked by the Trust’s attendance lead, is no failure of ours', async () => {
    expect((await school.ask('trust.attendance', 'GET', '/academies/nowhere/tasks')).status).toBe(404)
  })

  test('leaves no name, number or word of anybody in the log', async () => {
    school.at('09:05')
    await school.takes('office', { P001: 'N' })
    await school.ask('office', 'POST', 'pupils/P001/absences', {
      from: MONDAY,
      reason: 'a secret reason',
      reportedBy: 'c101',
      via: 'phone',
    })
    await get('pupils/P001')
    expect(school.world.logged.join('\n')).not.toMatch(/Amelia|Ashdown|07700|447700|secret reason|P001/)
  })
})

describe('the description of the API', () => {
  test('is open, names every route, and describes each body', async () => {
    const { status, body } = await school.ask('nobody', 'GET', '/openapi.json')
    expect(status).toBe(200)
    expect(body.openapi).toBe('3.1.0')
    const writing = Object.values<Record<string, { requestBody?: unknown }>>(body.paths).flatMap((path) =>
      Object.entries(path).filter(([method]) => method === 'put' || method === 'patch'),
    )
    expect(writing.length).toBeGreaterThan(1)
    for (const [, operation] of writing) expect(operation.requestBody).toBeDefined()
    const ids = Object.values<Record<string, { operationId: string }>>(body.paths).flatMap((path) =>
      Object.values(path).map(({ operationId }) => operationId),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })
})
