import { beforeAll, describe, expect, test } from 'vitest'
import { type ApiSchool, openApiSchool } from '../support/school-api.ts'

const BODY = {
  file: 'marks',
  source: 'Bromcom',
  columns: { 'Person ID': 'pupilId', 'Tutor Group': 'class' },
  layout: 'dates-across',
  values: { code: { '7': 'I' } },
}

let school: ApiSchool
beforeAll(async () => {
  school = await openApiSchool()
})

describe('a mapping', () => {
  test('is kept by the office, found again, named by an import, and taken out of use', async () => {
    const kept = await school.ask('office', 'PUT', 'mappings/bromcom-wide', BODY)
    expect(kept).toMatchObject({ status: 200, body: { id: 'bromcom-wide', dates: 'iso-or-uk', by: 's-office' } })
    expect((await school.ask('office', 'GET', 'mappings')).body).toMatchObject({
      mappings: [kept.body],
      presets: [{ source: 'Bromcom', confirmed: false }, { source: 'Arbor' }, { source: 'SIMS' }],
    })
    expect((await school.ask('office', 'GET', 'mappings/bromcom-wide')).body).toEqual(kept.body)
    const sent = await school.ask('office', 'POST', 'imports/marks?mapping=bromcom-wide', 'Person ID,Tutor Group\n')
    expect(sent.status).toBe(202)
    expect(school.world.sent.at(-1)?.message).toMatchObject({ importId: sent.body.id, mapping: 'bromcom-wide' })
    const address = await school.ask(
      'office',
      'POST',
      'imports/marks/upload-address?bytes=5000000&mapping=bromcom-wide',
    )
    expect((await school.ask('office', 'GET', `imports/${address.body.id}`)).body).toMatchObject({
      state: 'waiting',
      asked: { mapping: 'bromcom-wide' },
    })
    expect((await school.ask('office', 'DELETE', 'mappings/bromcom-wide')).status).toBe(204)
    expect((await school.ask('office', 'DELETE', 'mappings/bromcom-wide')).status).toBe(404)
    expect(school.acts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['mapping-kept', 'mapping-ended']))
  })

  test.each([
    [{ ...BODY, columns: { Mark: 'grade' } }, 'columns.Mark'],
    [{ ...BODY, file: 'diary' }, 'file'],
    [{ ...BODY, dates: 'whenever' }, 'dates'],
    [{ ...BODY, colour: 'blue' }, ''],
  ])('%j is refused by the field', async (body, field) => {
    const refused = await school.ask('office', 'PUT', 'mappings/m1', body)
    expect(refused.status).toBe(422)
    expect(JSON.stringify(refused.body)).toContain(field)
    expect((await school.ask('office', 'GET', 'mappings/m1')).status).toBe(404)
  })

  test.each(['imports/roll?mapping=for-marks', 'imports/marks?mapping=none', 'imports/marks?mapping=a%2Fb'])(
    'that does not fit is refused before the file is kept: %s',
    async (address) => {
      await school.ask('office', 'PUT', 'mappings/for-marks', BODY)
      const sent = school.world.sent.length
      expect(await school.ask('office', 'POST', address, 'pupilId\nP001')).toMatchObject({
        status: 422,
        body: { code: 'no-such-mapping', at: 'mapping' },
      })
      expect(school.world.sent).toHaveLength(sent)
    },
  )

  test('is no matter of teachers', async () => {
    expect((await school.ask('teacher', 'PUT', 'mappings/m2', BODY)).status).toBe(403)
    expect((await school.ask('teacher', 'POST', 'imports/marks/suggest', 'Mark')).status).toBe(403)
  })
})

describe('a header', () => {
  test('is answered with a mapping that can be kept as it is', async () => {
    const csv = 'Person ID,Tutor Group,12/01/2026 AM,12/01/2026 PM\nP001,3B,/,7\n'
    const found = await school.ask('office', 'POST', 'imports/marks/suggest', csv)
    expect(found).toMatchObject({
      status: 200,
      body: { source: 'Bromcom', layout: 'dates-across', missing: [], unknownCodes: ['7'] },
    })
    expect((await school.ask('office', 'PUT', 'mappings/guessed', found.body.mapping)).status).toBe(200)
  })

  test('that is not there is asked for', async () => {
    expect((await school.ask('office', 'POST', 'imports/marks/suggest', '\n\n')).status).toBe(400)
    const columns = await school.ask('office', 'POST', 'imports/marks/suggest', 'Person ID|Tutor Group|12/01/2026 AM\n')
    expect(columns).toMatchObject({ status: 422, body: { remedy: expect.stringContaining('commas') } })
  })
})
