import { describe, expect, test } from 'vitest'
import type { Policy } from '../../../academies/policy.ts'
import { approvedBySpeakers, springbankInLanguages } from '../../../test/support/languages.ts'
import { compose, type ToSay } from './compose.ts'
import { FAMILY_WORDINGS, type FamilyWording } from './preview.ts'

const unapproved = springbankInLanguages
const approved = approvedBySpeakers(unapproved)
const by = (policy: Policy, provider: Policy['texts']['provider']): Policy => ({
  ...policy,
  texts: { ...policy.texts, provider },
})

const amelia: ToSay = {
  wording: 'unreported',
  ringOnly: 'unreported-ring-only',
  isRingOnly: false,
  names: ['Amelia'],
  date: '2026-01-12',
  session: 'AM',
  time: '09:40',
}

/** What is seen: without the marks of direction. */
const seen = (body: string): string => body.replaceAll(/[\u2068\u2069\u200F]/g, '')

describe('a text in the language of the family', () => {
  test('is the approved translation, with its own date, session and "and"', () => {
    const { body, ...said } = compose(approved, { ...amelia, names: ['Amelia', 'Łukasz'], language: 'Polish' })
    expect(body).toMatch(/^Springbank Academy: .*dziś rano \(poniedziałek 12 stycznia\): Amelia i Łukasz\./)
    expect(said).toMatchObject({ wording: 'unreported', language: 'pl', because: 'approved' })
  })
  test.each([
    ['pl', 'pl'],
    ['PL', 'pl'],
    ['pl-PL', 'pl'],
    ['Polish', 'pl'],
    ['Polski', 'pl'],
    ['POL', 'pl'],
    ['Polish (Poland)', 'pl'],
    [' cy ', 'cy'],
    ['Welsh/Cymraeg', 'cy'],
    ['română', 'ro'],
    ['Romana', 'ro'],
    ['اردو', 'ur'],
    ['ara', 'ar'],
    ['Arabic', 'ar'],
  ])('is found for a contact whose language is given as %s', (language, tag) => {
    expect(compose(approved, { ...amelia, language }).language).toBe(tag)
  })
  test.each([
    ['', 'english'],
    ['en', 'english'],
    ['English', 'english'],
    ['en-GB', 'english'],
    ['so', 'unknown'],
    ['Other than English', 'unknown'],
    ['???', 'english'],
  ])('is English for a contact whose language is given as "%s"', (language, because) => {
    expect(compose(approved, { ...amelia, language })).toMatchObject({ language: 'en', because })
  })
  test('says one child and several differently', () => {
    const romanian = (names: readonly string[]) => seen(compose(approved, { ...amelia, names, language: 'ro' }).body)
    expect(romanian(['Amelia'])).toContain('Amelia nu este la școală')
    expect(romanian(['Amelia', 'Ion', 'Zoë'])).toContain('Amelia, Ion și Zoë nu sunt la școală în această dimineață')
  })
})

describe('a translation is never sent', () => {
  const english = 'Springbank Academy: Amelia is not in school'
  const polish = approved.translations.pl as NonNullable<(typeof approved.translations)[string]>
  const original = polish.wordings.unreported as NonNullable<typeof polish.wordings.unreported>
  const withPolish = (changed: Partial<typeof polish>): Policy => ({
    ...approved,
    translations: { ...approved.translations, pl: { ...polish, ...changed } },
  })
  const withText = (changed: object): Policy =>
    withPolish({ wordings: { ...polish.wordings, unreported: { ...original, ...changed } } })
  test.each<[string, Policy, string]>([
    ['that no speaker has approved', unapproved, 'not-approved'],
    ['whose words were altered after the approval', withText({ says: `${original.says}!` }), 'changed'],
    [
      'in a language whose months were altered after the approval',
      withPolish({ speech: { ...polish.speech, months: polish.speech.weekdays } }),
      'changed',
    ],
    [
      'whose English the school has altered',
      { ...approved, wordings: { ...approved.wordings, unreported: `${approved.wordings.unreported} Thanks.` } },
      'english-changed',
    ],
    ['that is not there', withPolish({ wordings: {} }), 'no-translation'],
  ])('%s: English goes instead', (_what, policy, because) => {
    const composed = compose(policy, { ...amelia, language: 'pl' })
    expect(composed).toMatchObject({ language: 'en', because })
    expect(composed.body).toContain(english)
  })
  test('whose letters GOV.UK Notify cannot send; those it can make plain go', () => {
    expect(compose(by(approved, 'notify'), { ...amelia, language: 'ar' })).toMatchObject({
      language: 'en',
      because: 'letters',
    })
    const polishByNotify = compose(by(approved, 'notify'), { ...amelia, names: ['Łukasz'], language: 'pl' })
    expect(polishByNotify.language).toBe('pl')
    expect(polishByNotify.body).toContain('Lukasz')
  })
  test('whose letters the second carrier could not send', () => {
    const policy = { ...approved, texts: { ...approved.texts, second: 'notify' as const } }
    expect(compose(policy, { ...amelia, language: 'ur' })).toMatchObject({ language: 'en', because: 'letters' })
  })
})

describe('a name no carrier of the school can send', () => {
  test('asks the family to ring, rather than to name a child ????', () => {
    const composed = compose(by(approved, 'notify'), { ...amelia, names: ['علي'] })
    expect(composed).toMatchObject({ wording: 'unreported-ring-only', language: 'en', because: 'letters' })
    expect(composed.body).not.toContain('?')
  })
  test('and nothing but unseen characters is no name', () => {
    expect(compose(approved, { ...amelia, names: ['\u200B\u202E'] }).wording).toBe('unreported-ring-only')
  })
  test('stands isolated in an English text of the other carriers', () => {
    expect(compose(approved, { ...amelia, names: ['علي'] }).body).toContain(': \u2068علي\u2069 is not in')
  })
})

describe('every standard text', () => {
  const texts = Object.keys(FAMILY_WORDINGS) as FamilyWording[] // the keys of a const object are its names
  const everything = {
    meeting: { date: '2026-01-20', time: '14:00', place: 'Room 4' },
    leave: { from: '2026-03-02', until: '2026-03-04' },
    missed: [{ sessions: 15, since: '2025-09-01' }],
  } as const
  const inLanguage = (policy: Policy, wording: FamilyWording, language: string) =>
    compose(policy, { ...amelia, ...everything, wording, ringOnly: FAMILY_WORDINGS[wording], language })
  for (const [tag, { name }] of Object.entries(unapproved.translations)) {
    test(`goes in ${name} once a speaker has approved it, and until then in English`, () => {
      for (const wording of texts) {
        expect(inLanguage(approved, wording, tag), wording).toMatchObject({ wording, language: tag })
        const { language, because } = inLanguage(unapproved, wording, tag)
        expect([language, because], wording).toEqual(['en', 'not-approved'])
      }
    })
  }
})

describe('who may only be asked to ring', () => {
  test('is asked in their language and told nothing of the child', () => {
    const { body, wording, language } = compose(approved, { ...amelia, isRingOnly: true, language: 'pl' })
    expect([wording, language]).toEqual(['unreported-ring-only', 'pl'])
    expect(body).not.toContain('Amelia')
  })
})

describe('a text from right to left', () => {
  test('isolates each name, number and the phone, and begins on the right', () => {
    const { body } = compose(approved, { ...amelia, wording: 'late', names: ['Amelia', 'نور'], language: 'ar' })
    expect(body.startsWith('\u200F\u2068Springbank Academy\u2069')).toBe(true)
    for (const value of ['Amelia', 'نور', '9:40', '01632 960123']) expect(body).toContain(`\u2068${value}\u2069`)
  })
  test('says the days missed in the order of the names, not backwards', () => {
    const { body } = compose(approved, {
      ...amelia,
      wording: 'warning',
      ringOnly: 'late-ring-only',
      names: ['Amelia', 'نور'],
      missed: [
        { sessions: 16, since: '2025-09-01' },
        { sessions: 15, since: '2025-09-01' },
      ],
      language: 'ar',
    })
    expect(body).toContain('\u20688\u2069، \u20687.5\u2069')
  })
})
