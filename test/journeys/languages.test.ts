import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wordingVersion } from '../../shared/domain/texts/languages.ts'
import { approvedBySpeakers } from '../support/languages.ts'
import { mobile } from './support/people.ts'
import { openSchool, type School } from './support/school.ts'

const speaks = (id: string, name: string, language: string) => ({
  id,
  name,
  parents: [{ mobile: id.slice(1), more: { language } }],
})
const quiet = Array.from({ length: 40 }, (_, index) => ({ id: `Q${index}`, name: `Robin Ashdown`, parents: [] }))

let school: School
beforeAll(async () => {
  school = await openSchool({
    pupils: [
      speaks('P001', 'Łucja Nowicka', 'Polish'),
      speaks('P002', 'Noor Haddad', 'ar'),
      speaks('P003', 'Sana Malik', 'ur'),
      speaks('P004', 'Siân Castell', ''),
      ...quiet,
    ],
    // Nobody who speaks Urdu has read its texts.
    change: (loaded) => ({ ...loaded, policy: approvedBySpeakers(loaded.policy, 'pl', 'ar') }),
  })
  await school.clock.to('09:05')
  await school.takeRegister('3B', 'AM', { absent: ['P001', 'P002', 'P003', 'P004'] })
  await school.clock.to('10:31')
})
afterAll(() => school.close())

const textTo = async (ending: string, kind = 'unreported') =>
  (await school.texts(kind)).find(({ to }) => to === mobile(ending))?.body

const claimOf = async (pupil: string) =>
  (await school.timeline('text-claimed')).find(
    ({ pupils, detail }) => pupils[0] === pupil && detail?.kind === 'unreported',
  )?.detail

describe('the text at 10:30', () => {
  test('is Polish for a Polish parent, in the words that a speaker approved', async () => {
    expect(await textTo('001')).toBe(
      'Springbank Academy: nieobecność w szkole dziś rano (poniedziałek 12 stycznia): Łucja. Nie znamy powodu. Prosimy odpisać lub zadzwonić teraz pod numer 01632 960123, abyśmy wiedzieli, że wszystko jest w porządku.',
    )
  })
  test('is Arabic from right to left, with the name and the number as they are', async () => {
    const body = await textTo('002')
    expect(body).toContain('لم يسجل حضور \u2068Noor\u2069')
    expect(body).toContain('\u206801632 960123\u2069')
  })
  test('is English where no speaker has approved the translation', async () => {
    expect(await textTo('003')).toMatch(/^Springbank Academy: Sana is not in school this morning, Monday 12 January/)
  })
  test('is to the letter what the office saw before, each child as their own family reads it', async () => {
    const asked = { pupils: ['P001', 'P002', 'P003', 'P004'] }
    const { body } = await school.api('office', 'POST', 'wordings/unreported/preview', asked)
    const { texts } = body as { texts: readonly { pupil: string; body: string }[] }
    expect(texts.map(({ pupil }) => pupil)).toEqual(asked.pupils)
    for (const text of texts) expect(text.body).toBe(await textTo(text.pupil.slice(1)))
  })
  test('keeps with each text which wording it was, its version, its language and why, and its parts', async () => {
    const { policy } = school
    const english = wordingVersion(policy.wordings.unreported)
    expect(await claimOf('P001')).toMatchObject({
      wording: 'unreported',
      language: 'pl',
      because: 'approved',
      version: wordingVersion(policy.translations.pl?.wordings.unreported?.says ?? ''),
      parts: 4,
    })
    expect(await claimOf('P003')).toMatchObject({ language: 'en', because: 'not-approved', version: english, parts: 1 })
    expect(await claimOf('P004')).toMatchObject({ language: 'en', version: english, parts: 3 })
  })
})

test('a danger word in the language of the family pages the safeguarding lead, though no speaker has read the list', async () => {
  await school.reply(mobile('003'), 'وہ بچوں کو مارتا ہے')
  const task = (await school.tasks()).find(({ kind, pupils }) => kind === 'safeguarding' && pupils.includes('P003'))
  expect(task).toMatchObject({ state: 'open', doers: ['dsl'] })
  expect((await school.texts()).filter(({ to, kind }) => to === mobile('003') && kind === 'acknowledgement')).toEqual(
    [],
  )
})

test('a correction goes in the language of the text it puts right', async () => {
  await school.arrives('P001')
  expect(await textTo('001', 'correction')).toMatch(/obecność odnotowana o 10:\d\d \(poniedziałek 12 stycznia\): Łucja/)
})
