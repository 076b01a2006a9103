/** Those who look at a school from outside: an officer who collects, the Trust, a governor. Each sees their own and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goThrough } from '../../local/browser.ts'
import { bytesHash } from '../../shared/adapters/evidence/sha256.ts'
import { classOf, STAFF } from '../journeys/support/people.ts'
import { accessible, type ConsoleSchool, fits, openConsole, PHONE, type Screen } from './support.ts'

const OFFICER = 'Officer of the local authority'
let school: ConsoleSchool

const readable = async ({ page }: Screen): Promise<void> => {
  await accessible(page)
  const wide = page.viewportSize()
  await page.setViewportSize(PHONE)
  await fits(page)
  if (wide) await page.setViewportSize(wide)
}
const waysOf = ({ page }: Screen) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link').allInnerTexts()
const nothingAt = async ({ page }: Screen, ...pages: readonly string[]): Promise<void> => {
  for (const each of pages) {
    await page.evaluate(`window.location.hash = '#/${each}'`)
    await page.getByRole('heading', { level: 1, name: 'There is no such page' }).waitFor()
  }
}

beforeAll(async () => {
  const pupils = classOf('3B')
  school = await openConsole({
    pupils,
    date: '2026-01-16',
    staff: `${STAFF}S09,governor of the school,governor,governor@school.example,+447700900988,\r\n`,
    // A week is sent the night after.
    change: (loaded) => ({
      ...loaded,
      policy: {
        ...loaded.policy,
        extracts: {
          ...loaded.policy.extracts,
          recipients: loaded.policy.extracts.recipients.map((recipient) => ({
            ...recipient,
            sends: recipient.sends.map((send) => ({ ...send, afterSchoolDays: 0 })),
          })),
        },
      },
    }),
  })
  await school.school.clock.to('09:05')
  await school.school.takeRegister('3B', 'AM', { marks: { [pupils[0]?.id ?? '']: 'N' } })
  await school.school.clock.to('2026-01-19 07:00')
  await school.school.stack.turning.quiet()
})
afterAll(() => school.close())

describe('an officer of the authority', () => {
  test('collects what the school has made, with a receipt of the very bytes, and rejects a row by its number', async () => {
    const officer = await school.open(OFFICER)
    const { page } = officer
    expect(await waysOf(officer)).toEqual(['Extracts'])
    await readable(officer)
    await page.getByRole('link', { name: 'Springbank Academy' }).press('Enter')
    const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: /^Absence .*12 January/ }) })
    await row.getByText('Waits for you').waitFor()
    await row.getByRole('button', { name: /^Collect/ }).press('Enter')
    const link = row.getByRole('link', { name: /^Open it/ })
    const { pathname } = new URL((await link.getAttribute('href')) ?? '')
    const bytes = await (await page.request.get(`${school.origin}${pathname}`)).body()
    await row.getByText('1 receipt').click()
    expect(await row.locator('.fb-hash').innerText()).toBe(bytesHash(bytes))
    await row.getByText('Reject rows').click()
    await readable(officer)
    await row.getByLabel('Rows').fill('the first one')
    await row.getByRole('button', { name: 'Reject these rows' }).click()
    await row.getByText('does not begin with the number of a row').waitFor()
    await row.getByLabel('Rows').fill('1 The UPN is not ours')
    await row.getByRole('button', { name: 'Reject these rows' }).click()
    const before = page.getByRole('region', { name: 'Before' })
    await before.getByText('Row 1: The UPN is not ours').waitFor()
    await nothingAt(officer, 'today', 'pupils', 'reports', 'trust', 'trust-extracts')
    await officer.context.close()
  })

  test('a school that makes nothing for them is not there, whatever address is typed', async () => {
    const { page, context } = await school.open(OFFICER)
    await page.evaluate(`window.location.hash = '#/extracts/nowhere'`)
    await page.getByText('You may not do this in this academy.').waitFor()
    await context.close()
  })

  test('the school sees at its own page what was taken and what was rejected, and answers for nobody', async () => {
    const { page, context } = await school.open('Attendance Lead')
    await goThrough(page, 'Figures', 'Extracts')
    const row = page.getByRole('listitem').filter({ hasText: 'The UPN is not ours' }).first()
    await row.getByText('Rows rejected').waitFor()
    expect(await page.getByRole('button', { name: 'Accept all rows' }).count()).toBe(0)
    await context.close()
  })
})

describe('the Trust', () => {
  test('sees its academies side by side, on a phone as cards, without the name of a child', async () => {
    const operator = await school.open('Trust operator')
    const { page } = operator
    expect(await waysOf(operator)).toEqual(['Academies', 'Extracts of all'])
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Springbank Academy' }) })
    await card.getByText('Steps of today').waitFor()
    expect(await card.getByText('To come').count()).toBe(5)
    const trust = page.getByRole('table', { name: 'The year to date' })
    await trust.getByRole('rowheader', { name: 'The Trust' }).waitFor()
    expect(await page.getByRole('main').innerText()).not.toMatch(/Ashdown|Amelia/)
    await readable(operator)
    await goThrough(page, 'Extracts of all')
    await page.getByRole('button', { name: /^Collect as one file.*12 January/ }).press('Enter')
    const link = page.getByRole('link', { name: /^Open it/ })
    const { pathname } = new URL((await link.getAttribute('href')) ?? '')
    const file = await (await page.request.get(`${school.origin}${pathname}`)).text()
    expect(file).toMatch(/^authority,urn,academy,pseudonym,/)
    expect(file).not.toMatch(/Ashdown|P001/)
    await readable(operator)
    await nothingAt(operator, 'today', 'pupils', 'extracts')
    await operator.context.close()
  })
})

describe('the attendance lead of the Trust', () => {
  test('opens another school from its card, stands at its day, and comes back the same way', async () => {
    const lead = await school.open('Attendance lead of the Trust')
    const { page } = lead
    const head = page.getByRole('banner')
    await head.getByText('Springbank Academy').waitFor()
    const amelia = async (): Promise<void> => {
      await page.evaluate(`window.location.hash = '#/pupils/P001'`)
      await page.getByRole('heading', { level: 1, name: 'Amelia Ashdown' }).waitFor()
    }
    await amelia()
    const open = async (name: string): Promise<void> => {
      await page.evaluate(`window.location.hash = '#/trust'`)
      const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })
      await card.getByRole('button', { name: `Open ${name}` }).press('Enter')
      await head.getByText(name).waitFor()
      await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    }
    await open('Hilltop School')
    expect(await page.getByRole('main').innerText()).not.toMatch(/Ashdown|Amelia/)
    await page.evaluate(`window.location.hash = '#/trust'`)
    await page.getByRole('button', { name: 'Open Springbank Academy' }).waitFor()
    expect(await page.getByRole('button', { name: 'Open Hilltop School' }).count()).toBe(0)
    await open('Springbank Academy')
    await amelia()
    await lead.context.close()
  })

  test('is the only one of the Trust to open a school: its operator is offered none', async () => {
    const { page, context } = await school.open('Trust operator')
    await page.getByRole('heading', { name: 'Springbank Academy' }).waitFor()
    expect(await page.getByRole('button', { name: /^Open / }).count()).toBe(0)
    await context.close()
  })
})

describe('a governor', () => {
  test('reads the governors’ report, on a phone too, and finds no other page', async () => {
    const governor = await school.open('Governor', PHONE)
    const { page } = governor
    expect(await waysOf(governor)).toEqual(['Reports', 'Kept reports'])
    await accessible(page)
    await page.getByRole('link', { name: /report to governors/ }).press('Enter')
    await page.getByRole('heading', { level: 2 }).first().waitFor()
    await accessible(page)
    await fits(page)
    expect(await page.getByRole('main').innerText()).not.toMatch(/Ashdown|Amelia/)
    await nothingAt(governor, 'today', 'pupils', 'extracts', 'trust', 'patterns')
    await governor.context.close()
  })
})
