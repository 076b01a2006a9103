/** The policy at the console: changed with what would be otherwise beside it, rehearsed, published, and gone back from. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { goThrough } from '../../local/browser.ts'
import { classOf } from '../journeys/support/people.ts'
import { beforeChristmas } from './before-christmas.ts'
import { type ConsoleSchool, openConsole, readable, type Screen } from './support.ts'

const pupils = classOf('3B')
let school: ConsoleSchool
let lead: Screen

const openPart = async (name: string): Promise<void> => {
  const { page } = lead
  await page.getByRole('link', { name: 'All parts' }).click()
  await page.getByRole('region', { name: 'Parts' }).getByRole('link', { name, exact: true }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}
const otherwise = () => lead.page.getByRole('region', { name: 'What would be otherwise' })

beforeAll(async () => {
  school = await openConsole({ pupils, date: '2026-01-10' })
  await school.school.load('marks', beforeChristmas(pupils, { P001: ['O', 2] }))
  await school.school.clock.to('2026-01-12 10:00')
  lead = await school.open('Attendance Lead')
})
afterAll(() => school.close())

describe('the policy', () => {
  test('is a list of parts, and each part a form made from its own descriptions', async () => {
    const { page } = lead
    await goThrough(page, 'School', 'Policy')
    await page.getByRole('region', { name: 'Parts' }).getByRole('link', { name: 'Brake', exact: true }).waitFor()
    await readable(lead)
    await openPart('Brake')
    await page.getByText('Per cent of a class above which a batch is held.').waitFor()
    await page.getByText('Every academy has the Trust’s value.').first().waitFor()
    await readable(lead)
  })

  test('changed, says in sentences what would be done otherwise, and can be put back', async () => {
    const { page } = lead
    await openPart('Thresholds')
    await page.getByLabel('Warning').fill('94')
    await otherwise().getByText(/94/).first().waitFor()
    await readable(lead)
    await page.getByRole('button', { name: /^Put back.*Warning$/ }).click()
    expect(await page.getByLabel('Warning').inputValue()).toBe('93')
  })

  test('tells of a contradiction at the field, with what to do', async () => {
    const { page } = lead
    await page.getByLabel('Warning').fill('200')
    await page
      .getByText(/more than 100/)
      .first()
      .waitFor()
    expect(await page.getByLabel('Warning').getAttribute('aria-describedby')).toContain('wrong')
    await readable(lead)
    await page.getByLabel('Warning').fill('94')
    await otherwise().getByText(/94/).first().waitFor()
  })

  test('has the ladder as a list of steps that are moved, taken out and added by keyboard', async () => {
    const { page } = lead
    await openPart('Ladder')
    const steps = page.locator('.fb-entries__group')
    await steps.first().waitFor()
    const count = await steps.count()
    await page.getByRole('button', { name: 'Add to Ladder' }).press('Enter')
    await expect.poll(() => steps.count()).toBe(count + 1)
    await readable(lead)
    await page.getByRole('button', { name: new RegExp(`^Take out.* ${count + 1}$`) }).press('Enter')
    await expect.poll(() => steps.count()).toBe(count)
  })

  test('shows what real families would read in other words, and sends nothing', async () => {
    const { page } = lead
    await openPart('Wordings')
    await page.getByLabel('Late', { exact: true }).fill('{school}: {names} came at {time} on {date}. Ring {phone}.')
    await page.getByRole('button', { name: /wordings\.late$/ }).click()
    await page.getByText(/Amelia came at/).waitFor()
    expect(await school.school.texts('late')).toEqual([])
    await readable(lead)
  })

  test('says of a wording whether a family reads it easily, before it is changed and while it is', async () => {
    const { page } = lead
    const late = page.locator('[data-path="wordings.late"]')
    await late.getByText('Short sentences, and no words that only a school uses.').waitFor()
    await page
      .getByLabel('Late', { exact: true })
      .fill('{school}: {names} came at {time} on {date}. This session is an unauthorised absence. Ring {phone}.')
    await late.getByText(/says “unauthorised absence”, which is the school’s word and not the family’s/).waitFor()
    await late.getByText(/Instead, say that the school has not agreed to the days away/).waitFor()
    // Beside it is what families would read in these very words.
    await page.getByRole('button', { name: /wordings\.late$/ }).click()
    await late.getByText(/Amelia came at .* unauthorised absence/).waitFor()
    await readable(lead)
    await page.getByRole('button', { name: /^Put back.*Late$/ }).click()
  })
})

describe('a draft', () => {
  test('is rehearsed on days that were, both policies side by side', async () => {
    const { page } = lead
    await page.getByRole('link', { name: 'See and publish 1 change' }).click()
    await page.getByText('thresholds.warning').waitFor()
    await page.getByLabel('From', { exact: true }).fill('2025-12-01')
    await page.getByLabel('Until').fill('2025-12-02')
    await page.getByRole('button', { name: 'Rehearse' }).click()
    const rehearsed = page.getByRole('region', { name: 'What came of it' })
    await rehearsed.waitFor()
    await school.school.clock.to('2026-01-12 10:01')
    const counts = page.getByRole('table', { name: 'What would have been done' })
    await counts.getByRole('columnheader', { name: 'Draft' }).waitFor()
    await page.getByText('Days and families with most, the policy in force').click()
    await page
      .getByText(/The days with most to do, in force/)
      .first()
      .waitFor()
    await readable(lead)
  })

  test('is found again with its rehearsal on the page of rehearsals, and played once more from there', async () => {
    const { page } = lead
    await goThrough(page, 'Rehearsal')
    await page.getByText('The draft has 1 change that nobody has published.').waitFor()
    const counts = page.getByRole('table', { name: 'What would have been done' })
    await counts.getByRole('columnheader', { name: 'Draft' }).waitFor()
    await page.getByLabel('From', { exact: true }).fill('2025-12-03')
    await page.getByLabel('Until').fill('2025-12-03')
    const begun = page.waitForResponse(
      (heard) => heard.request().method() === 'POST' && heard.url().endsWith('/rehearsals'),
    )
    await page.getByRole('button', { name: 'Rehearse' }).press('Enter')
    expect((await begun).status()).toBe(202)
    await school.school.clock.to('2026-01-12 10:02')
    await page.getByText('Wednesday 3 December to Wednesday 3 December: 1 school day, 10 pupils.').waitFor()
    await readable(lead)
    await page.goBack()
    await page.getByText('thresholds.warning').waitFor()
  })

  test('is published after one more question, from the next midnight', async () => {
    const { page } = lead
    await page.getByLabel('Why').fill('The governors asked for it')
    await page.getByRole('button', { name: 'Publish', exact: true }).click()
    await page.getByText('Publish this for the whole school from tomorrow?').waitFor()
    await readable(lead)
    await page.getByRole('button', { name: 'Yes, publish' }).press('Enter')
    await page.getByText('Published. It is in force from Tuesday 13 January.').waitFor()
  })

  test('stands in the list of versions with who and why, and is gone back from', async () => {
    const { page } = lead
    await school.school.clock.to('2026-01-12 10:05')
    await goThrough(page, 'Policy')
    await page.getByText('A version waits: it is in force from Tuesday 13 January.').waitFor()
    await page.getByRole('link', { name: 'Versions' }).click()
    await page.getByText('The governors asked for it').waitFor()
    await page.getByRole('heading', { name: 'From Tuesday 13 January 2026' }).waitFor()
    await page.getByRole('button', { name: /^Publish again/ }).click()
    await page.getByLabel('Why').fill('It was better before')
    await readable(lead)
    await page.getByRole('button', { name: /^Yes, go back/ }).click()
    await page.getByText('It was better before').waitFor()
    const { body } = await school.school.api('lead', 'GET', 'policy')
    expect((body as { values: { thresholds: { warning: number } } }).values.thresholds.warning).toBe(93)
  })
})

test('the safeguarding lead reads the policy and changes nothing', async () => {
  const { page, context } = await school.open('Safeguarding lead')
  await goThrough(page, 'School', 'Policy')
  await page.getByRole('region', { name: 'Parts' }).getByRole('link', { name: 'Cover', exact: true }).click()
  expect(await page.getByLabel('Days').isDisabled()).toBe(true)
  await context.close()
})
