/** A parent at the bus stop: the link of a text on a phone, the record behind it, and what the parent writes, as the office then reads it. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { PAGE_SENTENCES } from '../../shared/domain/family-page/english.ts'
import { documentPath } from '../../shared/domain/letters/stored.ts'
import { translationMark, wordingVersion } from '../../shared/domain/texts/languages.ts'
import { type Child, classOf, mobile } from '../journeys/support/people.ts'
import { springbankInLanguages } from '../support/languages.ts'
import { beforeChristmas } from './before-christmas.ts'
import { walkByKeyboard } from './keyboard.ts'
import { accessible, type ConsoleSchool, fits, openConsole, PHONE } from './support.ts'

const { ar } = springbankInLanguages.translations
if (ar === undefined) throw new Error('Springbank has Arabic')
const arabic = ar
/** Every sentence of the page, as if a speaker had approved it: what matters here is how it looks from right to left. */
const page = Object.fromEntries(
  Object.entries(PAGE_SENTENCES).map(([name, english]) => {
    const says = `سجل الحضور ${(english.match(/\{\w+\}/g) ?? []).join(' ')}`
    const approvedText = translationMark(arabic, says)
    return [
      name,
      { says, english: wordingVersion(english), approvedBy: 'A speaker', approvedOn: '2026-01-05', approvedText },
    ]
  }),
)

const DETAILS: Readonly<Record<string, Partial<Child>>> = {
  P006: {
    parents: [
      {
        mobile: '006',
        more: { textsAllowed: 'N', address1: '2 Mill Street', address2: 'Eastmoor', postcode: 'NG99 1AB' },
      },
    ],
  },
  P002: { parents: [{ mobile: '002', contactId: 'C-P002', more: { language: 'Arabic' } }] },
}
const pupils = classOf('3B').map((child) => ({ ...child, ...DETAILS[child.id] }))

let school: ConsoleSchool
const links = new Map<string, string>()
const phones: Page[] = []

const phone = async (): Promise<Page> => {
  const context = await school.browser.newContext({ viewport: PHONE, reducedMotion: 'reduce', locale: 'en-GB' })
  const opened = await context.newPage()
  opened.setDefaultTimeout(30_000)
  phones.push(opened)
  return opened
}
const linkOf = (ending: string): string => links.get(mobile(ending)) ?? ''
const readable = async (shown: Page): Promise<void> => {
  await accessible(shown)
  for (const width of [390, 320]) {
    await shown.setViewportSize({ width, height: 844 })
    await fits(shown)
  }
  await shown.setViewportSize(PHONE)
}
/** Nobody of the class but these. */
const namesOnly = async (shown: Page, ...names: readonly string[]): Promise<void> => {
  const text = await shown.content()
  const found = pupils.map(({ name = '' }) => name.split(' ')[0] ?? '').filter((name) => text.includes(name))
  expect(found).toEqual(names)
}

beforeAll(async () => {
  school = await openConsole({
    pupils,
    change: ({ policy, ...loaded }) => ({
      ...loaded,
      policy: {
        ...policy,
        brake: { ...policy.brake, classShare: 100, academyShare: 100 },
        familyPage: { inTexts: true, hours: 48, inLetters: true, letterDays: 28 },
        wordings: { ...policy.wordings, unreported: `${policy.wordings.unreported} {page}` },
        translations: { ...policy.translations, ar: { ...arabic, page } },
      },
    }),
  })
  const { school: stack } = school
  await stack.load('marks', beforeChristmas(pupils, { P001: ['I', 3] }))
  await stack.clock.to('09:05')
  await stack.takeRegister('3B', 'AM', { absent: ['P001', 'P002'] })
  await stack.clock.to('10:32')
  for (const { to, body } of await stack.texts('unreported')) {
    const [path = ''] = /\/p\/\w{22}/.exec(body) ?? []
    links.set(to, `${school.origin}${path}`)
  }
})
afterAll(() => school.close())

describe('the link in a text', () => {
  test('has nothing of a child in its address, and is opened by whatever previews it without saying or spending anything', async () => {
    expect(linkOf('001')).toMatch(/\/p\/\w{22}$/)
    expect(linkOf('001')).not.toBe(linkOf('002'))
    const shown = await phone()
    for (const _ of [1, 2, 3]) await shown.goto(linkOf('001'))
    await shown.getByRole('button', { name: 'Show the record' }).waitFor()
    await namesOnly(shown)
    await readable(shown)
  })

  test('shows after a press the days missed in plain English, of this child alone, as often as it is opened there', async () => {
    const [shown] = phones
    if (shown === undefined) throw new Error('no phone')
    await shown.getByRole('button', { name: 'Show the record' }).press('Enter')
    await shown.getByRole('heading', { level: 2, name: 'Amelia' }).waitFor()
    await shown.goto(linkOf('001'))
    await shown.getByText('Days missed since Monday 1 September 2025: 2').waitFor()
    await shown.getByText('Illness').first().waitFor()
    await namesOnly(shown, 'Amelia')
    // Both forms are folded out on the way.
    expect(await walkByKeyboard(shown)).toMatchObject({ wrong: [] })
    await readable(shown)
  })

  test('opens on no other phone after that', async () => {
    const other = await phone()
    await other.goto(linkOf('001'))
    await other.getByText('This link was opened on another phone or computer').waitFor()
    await namesOnly(other)
    await readable(other)
  })
})

describe('what the parent writes', () => {
  test('why the child is away is thanked for, and stands at the office to be confirmed with one press', async () => {
    const [shown] = phones
    if (shown === undefined) throw new Error('no phone')
    await shown.goto(linkOf('001'))
    await shown.getByText('Tell us why Amelia is away today').press('Enter')
    await shown.locator('#why-0').fill('She has a bad cold')
    await shown
      .locator('form', { has: shown.locator('#why-0') })
      .getByRole('button')
      .press('Enter')
    await shown.getByText('Thank you. The school office will read what you wrote.').waitFor()
    await readable(shown)
    await school.school.stack.turning.quiet()
    const office = await school.open('Office')
    await office.page.getByText('She has a bad cold').waitFor()
    await office.page.getByRole('button', { name: /^Confirm: Illness for Amelia Ashdown/ }).waitFor()
    await office.context.close()
  })

  test('“this is wrong” names its day, and a person reads it', async () => {
    const [shown] = phones
    if (shown === undefined) throw new Error('no phone')
    await shown.goto(linkOf('001'))
    await shown.getByText('Something is wrong in this record').press('Enter')
    await shown.getByLabel('Which day?').selectOption({ label: 'Tuesday 2 December' })
    await shown.locator('#wrong-0').fill('She was in school on that day')
    await shown
      .locator('form', { has: shown.locator('#wrong-0') })
      .getByRole('button')
      .click()
    await shown.getByText('Thank you. The school office will read what you wrote.').waitFor()
    await school.school.stack.turning.quiet()
    const office = await school.open('Office')
    await office.page.getByText('About Tuesday 2 December 2025: She was in school on that day').first().waitFor()
    await office.context.close()
  })
})

describe('a letter', () => {
  test('leads to the record by a code that is typed off paper, for a parent to whom no text goes', async () => {
    const order = {
      academy: 'springbank',
      pupil: 'P006',
      kind: 'stage-1',
      cycle: '2025-26',
      figures: { from: '2025-09-01', until: '2026-01-09', possible: 100, attended: 99, authorised: 0, unauthorised: 1 },
      missed: [{ date: '2025-12-01', session: 'AM', code: 'O' }],
    }
    const shown = await phone()
    const made = await shown.request.post(`${school.origin}/local/letters`, { data: order })
    expect(made.status()).toBe(201)
    const [letter] = await school.school.stack.stores.openLetters('springbank')
    if (letter === undefined) throw new Error('no letter')
    const kept = await school.school.stack.letters.files.get(documentPath('springbank', letter))
    const [, code = ''] = /\/p\/([0-9A-Z-]{19})/.exec(Buffer.from(kept ?? '').toString()) ?? []
    await shown.goto(`${school.origin}/p/${code.toLowerCase()}`)
    await namesOnly(shown)
    await shown.getByRole('button', { name: 'Show the record' }).press('Enter')
    await shown.getByRole('heading', { level: 2, name: 'Farah' }).waitFor()
    await namesOnly(shown, 'Farah')
    await readable(shown)
  })
})

describe('another family', () => {
  test('reads in its own language, from right to left, and of its own child alone', async () => {
    const shown = await phone()
    await shown.goto(linkOf('002'))
    await shown.getByRole('button').press('Enter')
    await shown.getByRole('heading', { level: 2, name: 'Bilal' }).waitFor()
    expect(await shown.locator('html').getAttribute('dir')).toBe('rtl')
    await namesOnly(shown, 'Bilal')
    await walkByKeyboard(shown)
    await readable(shown)
  })

  test('whose parent wants no texts any more has no page any more, where it stood open neither', async () => {
    await school.school.reply(mobile('002'), 'STOP')
    const shown = phones.at(-1)
    if (shown === undefined) throw new Error('no phone')
    await shown.reload()
    await expect.poll(() => shown.getByRole('heading', { level: 2 }).count()).toBe(0)
    await namesOnly(shown)
    await readable(shown)
  })
})
