/** A whole school day, played by everybody who has a part in it, at the size of a laptop and again at that of a phone. */
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goThrough } from '../../local/browser.ts'
import { classOf, mobile } from '../journeys/support/people.ts'
import { accessible, type ConsoleSchool, fits, go, LAPTOP, openConsole, PHONE, type Screen } from './support.ts'

const DATE = '2026-01-12'
const PATIENCE = { timeout: 30_000 }

describe.each([
  ['a laptop', LAPTOP],
  ['a phone', PHONE],
])('on %s', (_, size) => {
  let school: ConsoleSchool
  const open = (as: string): Promise<Screen> => school.open(as, size)
  const readable = async (page: Page): Promise<void> => {
    await accessible(page)
    await fits(page)
  }
  const markOf = async (pupil: string, session = 'AM') => {
    const { body } = await school.school.api('office', 'GET', `registers/${DATE}/${session}/3b`)
    return (body as { marks: Record<string, { code: string } | null> }).marks[pupil]?.code
  }

  beforeAll(async () => {
    school = await openConsole({
      pupils: classOf('3B'),
      change: ({ policy, ...loaded }) => ({
        ...loaded,
        policy: {
          ...policy,
          brake: { ...policy.brake, classShare: 20, atLeast: 2 },
          familyPage: { ...policy.familyPage, inTexts: true },
          wordings: { ...policy.wordings, unreported: `${policy.wordings.unreported} {page}` },
        },
      }),
    })
  })
  afterAll(() => school.close())

  test('09:02, the teacher takes the register', async () => {
    await school.school.clock.to('09:02')
    const { page, context } = await open('Teacher')
    await page.getByRole('link', { name: 'Morning register of 3B' }).click()
    await page.getByRole('button', { name: /^Every/ }).click()
    for (const name of ['Amelia Ashdown', 'Bilal Birch', 'Cerys Castell'])
      await page.getByRole('radiogroup', { name }).getByRole('radio', { name: 'Absent' }).check()
    await page.getByRole('button', { name: 'Submit register' }).click()
    await page.getByText('The register is in.').waitFor()
    await readable(page)
    expect(await Promise.all(['P001', 'P004'].map((pupil) => markOf(pupil)))).toEqual(['N', '/'])
    await context.close()
  })

  test('09:35, the office rings a family, and signs in who comes late', async () => {
    await school.school.clock.to('09:35')
    const office = await open('Office')
    const { page, context } = office
    await page.getByRole('button', { name: 'Call about Cerys Castell, 3B' }).click()
    await page.getByRole('button', { name: 'Ill', exact: true }).click()
    await expect.poll(() => markOf('P003'), PATIENCE).toBe('I')
    await readable(page)
    await goThrough(page, 'Late gate')
    await page.getByLabel('Name').fill('dawit')
    await page.getByRole('button', { name: 'Dawit Dunmore' }).click()
    await page.getByLabel('Reason').fill('the bus broke down')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText(/^Dawit Dunmore is signed in at/).waitFor()
    await readable(page)
    await context.close()
  })

  test('10:31, the lead sees who would get what, and lets the texts go', async () => {
    await school.school.clock.to('10:31')
    const { page, context } = await open('Attendance Lead')
    await page.getByRole('link', { name: 'See who would get what' }).first().click()
    await page.getByLabel('Why you let them go, or not').fill('I rang the teacher: they are missing')
    await readable(page)
    await page.getByRole('button', { name: 'Release 2 texts' }).click()
    await page.getByText('The texts were let go.').waitFor()
    await context.close()
  })

  test('10:40, a parent opens the page of the text and writes why', async () => {
    await school.school.clock.to('10:40')
    const text = (await school.school.texts('unreported')).find(({ to }) => to === mobile('001'))
    const [path = 'no link'] = /\/p\/\w{22}/.exec(text?.body ?? '') ?? []
    const context = await school.browser.newContext({ viewport: size, reducedMotion: 'reduce', locale: 'en-GB' })
    const page = await context.newPage()
    await page.goto(`${school.origin}${path}`)
    await page.getByRole('button', { name: 'Show the record' }).click()
    await page.getByRole('heading', { level: 2, name: 'Amelia' }).waitFor()
    await readable(page)
    await page.getByText('Tell us why Amelia is away today').click()
    await page.locator('#why-0').fill('She has a bad cold')
    await page
      .locator('form', { has: page.locator('#why-0') })
      .getByRole('button')
      .click()
    await page.getByText('Thank you. The school office will read what you wrote.').waitFor()
    await readable(page)
    await context.close()
    await school.school.stack.turning.quiet()
  })

  test('10:45, the office confirms what the parent wrote with one press', async () => {
    const { page, context } = await open('Office')
    await page.getByText('She has a bad cold').waitFor()
    await readable(page)
    await page.getByRole('button', { name: /^Confirm: Illness for Amelia Ashdown/ }).press('Enter')
    await expect.poll(() => markOf('P001'), PATIENCE).toBe('I')
    await context.close()
  })

  test('15:31, the afternoon is taken, and the office goes to the door of the child nobody has explained', async () => {
    await school.school.clock.to('13:05')
    await school.school.takeRegister('3B', 'PM', { absent: ['P002'], marks: { P001: 'I', P003: 'I' } })
    await school.school.clock.to('15:31')
    const office = await open('Office')
    const { page, context } = office
    await go(office, 'Visits', 'visits')
    await page.getByRole('button', { name: 'Record the visit to Bilal Birch' }).click()
    await page.getByLabel('The child was seen').check()
    await readable(page)
    await page.getByRole('button', { name: 'Save the visit' }).click()
    await page.getByText(/^Bilal Birch.*the visit is recorded/).waitFor()
    await context.close()
  })

  test('16:10, the trust operator sees the day of the academy, and no child', async () => {
    await school.school.clock.to('16:10')
    const { page, context } = await open('Trust operator')
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Springbank Academy' }) })
    await card.getByText('Steps of today').waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/Amelia|Bilal|Cerys|Dawit/)
    await readable(page)
    await context.close()
  })
})
