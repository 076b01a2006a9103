/** What the office does with and for families through a day: writing to them, going to the door, letting a child out and in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Child, classOf, mobile } from '../journeys/support/people.ts'
import { accessible, type ConsoleSchool, fits, openConsole, PHONE, type Screen } from './support.ts'

const SISTERS = { name: 'Kit Ashdown', mobile: '001', contactId: 'C-MUM' }
const NEIGHBOUR = {
  name: 'Nan Next-Door',
  priority: 2,
  mobile: '204',
  contactId: 'C-NEXT',
  more: { relationship: 'neighbour', parentalResponsibility: 'N', livesWith: 'N', hasCare: 'N' },
}
const parentsOf: Readonly<Record<string, Child['parents']>> = {
  P001: [SISTERS],
  P002: [SISTERS],
  P004: [{ mobile: '004', contactId: 'C-P004' }, NEIGHBOUR],
}
const pupils = classOf('3B').map((child) => ({ ...child, parents: parentsOf[child.id] ?? child.parents ?? [] }))

const PATIENCE = { timeout: 30_000 }

let school: ConsoleSchool
let office: Screen

const go = async ({ page }: Screen, title: string, ...parts: readonly string[]): Promise<void> => {
  await page.goto(`${school.origin}/console/#/${parts.join('/')}`)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}
const phoneLook = async ({ page }: Screen): Promise<void> => {
  const wide = page.viewportSize()
  await page.setViewportSize(PHONE)
  await fits(page)
  if (wide) await page.setViewportSize(wide)
}

beforeAll(async () => {
  school = await openConsole({ pupils })
  await school.school.clock.to('09:05')
  await school.school.takeRegister('3B', 'AM', { absent: ['P001', 'P002', 'P004'] })
  await school.school.clock.to('10:34')
  await school.school.reply(mobile('001'), 'They are both poorly')
  office = await school.open('Office')
})
afterAll(() => school.close())

describe('the conversation with a parent', () => {
  test('is in the list of messages, with what waits to be judged', async () => {
    const { page } = office
    await page.getByRole('link', { name: 'Messages', exact: true }).click()
    const row = page.getByRole('listitem').filter({ hasText: 'Kit Ashdown' })
    await row.getByText(/to judge/).waitFor()
    await accessible(page)
    await phoneLook(office)
    await row.getByRole('link', { name: 'Kit Ashdown' }).click()
    await page.getByText('They are both poorly').waitFor()
  })

  test('is answered in the school’s own words, with the parts they cost, by keyboard alone', async () => {
    const { page } = office
    const words = 'Thank you. Please tell us tomorrow how they are.'
    await page.getByLabel('Write to Kit Ashdown').focus()
    await page.keyboard.type(words)
    await page.getByText(`1 part, ${words.length} of 480 characters.`).waitFor()
    await accessible(page)
    await office.press('Tab')
    await office.press('Enter')
    await expect.poll(async () => (await school.school.texts('reply')).map(({ body }) => body), PATIENCE).toEqual([words])
    await page.getByRole('listitem').filter({ hasText: words }).getByText(/Written by the school/).waitFor()
    expect(await page.getByLabel('Write to Kit Ashdown').inputValue()).toBe('')
    await phoneLook(office)
  })

  test('says why a neighbour may not be written to about a child, and what to do instead', async () => {
    const { page } = office
    await go(office, 'Dawit Dunmore', 'pupils', 'P004')
    await page.getByRole('link', { name: 'Messages with Nan Next-Door' }).click()
    await page.getByText(/Nothing can be written about Dawit Dunmore/).waitFor()
    await page.getByText(/write to a parent/).waitFor()
    expect(await page.getByRole('button', { name: 'Send the text' }).count()).toBe(0)
    await accessible(page)
    expect(await page.title()).not.toContain('Nan')
  })
})
