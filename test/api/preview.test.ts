import { beforeAll, describe, expect, test } from 'vitest'
import { type ApiSchool, openApiSchool } from '../support/school-api.ts'

let school: ApiSchool
beforeAll(async () => {
  school = await openApiSchool()
})

const preview = (body: object, wording = 'unreported', as = 'office') =>
  school.ask(as, 'POST', `wordings/${wording}/preview`, body)

describe('the office looks at a wording before it is sent', () => {
  test('and sees what each contact of a real child would read, in which language, why, its parts and its cost', async () => {
    const { status, body } = await preview({ pupils: ['P001'] })
    expect(status).toBe(200)
    expect(body.texts).toMatchObject([
      {
        pupil: 'P001',
        contactId: 'c101',
        wording: 'unreported',
        language: 'en',
        because: 'english',
        costs: [{ carrier: 'end-user-messaging', alphabet: 'GSM-7', parts: 2, pence: 7 }],
      },
    ])
    expect(body.texts[0].body).toMatch(/^Springbank Academy: .* is not in school this morning, Monday 12 January/)
  })
  test('and tries other words', async () => {
    const says = '{school}: where {is|are} {names} this {session}, {date}? {phone}'
    const { body } = await preview({ pupils: ['P001'], says, session: 'PM' })
    expect(body.texts[0].body).toMatch(/^Springbank Academy: where is .* this afternoon, .*\?/)
  })
  test('and is refused words with an unknown field', async () => {
    const { status, body } = await preview({ pupils: ['P001'], says: '{names} {rate}' })
    expect([status, body.code, body.title]).toEqual([422, 'wrong-wording', 'The wording has the unknown field {rate}.'])
  })
  test('of a child who is on no roll, or of a text that is for staff, is refused', async () => {
    expect((await preview({ pupils: ['P999'] })).status).toBe(404)
    expect((await preview({ pupils: ['P001'] }, 'page-brake')).status).toBe(422)
    expect((await preview({ pupils: ['P001'] }, 'unreported', 'teacher:t-3b')).status).toBe(403)
  })
  test('sends nothing and keeps nothing', async () => {
    const before = school.acts.length
    await preview({ pupils: ['P001', 'P002'] })
    expect(school.acts).toHaveLength(before)
  })
})

describe('words of the office to a family', () => {
  const look = (body: unknown, as = 'office') => school.ask(as, 'POST', 'conversations/preview', { body })
  test('show before they are queued how the phone will show them, in which alphabet and in how many parts', async () => {
    expect(await look('Siân’s coat\nis here')).toMatchObject({
      status: 200,
      body: {
        body: "Siân's coat is here",
        alphabet: 'UCS-2',
        parts: 1,
        dear: ['â'],
        replaced: [{ written: '’', sent: "'" }],
        lost: [],
      },
    })
  })
  test('that say nothing, or are no text, are refused; a teacher asks nothing', async () => {
    expect((await look(' \u200b ')).status).toBe(422)
    expect((await look('x'.repeat(481))).status).toBe(422)
    expect((await look('well', 'teacher:t-3b')).status).toBe(403)
  })
  test('are not sent and not kept', async () => {
    const before = school.acts.length
    await look('Amelia is well')
    expect(school.acts).toHaveLength(before)
  })
})
