/** Signing in as on AWS, by a sign-in page elsewhere. The API behind it is the real one. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { classOf } from '../journeys/support/people.ts'
import {
  CLIENT,
  type Cognito,
  cognitoFor,
  enter,
  goesOn,
  losesSignInWhileWriting,
  openConsoleAtEdge,
  type Somebody,
  signsInBeside,
} from './edge.ts'
import { accessible, type ConsoleSchool, fits, LAPTOP, openConsole, PHONE } from './support.ts'

let school: ConsoleSchool
beforeAll(async () => {
  school = await openConsole({ pupils: classOf('3B', 1) })
  await school.school.clock.to('09:02')
})
afterAll(() => school.close())

const cognito = (person: Somebody) => cognitoFor(school, person)
afterEach(async () => {
  for (const context of school.browser.contexts()) await context.close()
})
const openAtEdge = (there: Cognito, viewport = LAPTOP, hash = ''): Promise<Page> =>
  openConsoleAtEdge(school, there, viewport, hash)

const office = { sub: 'o1', groups: ['springbank.office'] }
const OFFICE_OF_TWO_AND_OF_THE_TRUST = ['springbank.office', 'trust.attendance', 'westfield.office']

describe('signing in at the trust’s own page', () => {
  test('brings a person back to the page they wanted, and leaves no code in the address', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there, LAPTOP, '#/late-gate')
    await accessible(page)
    await enter(page)
    await page.getByRole('heading', { level: 1, name: 'Late gate' }).waitFor()
    expect(page.url()).toBe(`${school.origin}/console/#/late-gate`)
    const [asked] = there.asked
    expect(Object.fromEntries(asked ?? [])).toMatchObject({
      response_type: 'code',
      client_id: CLIENT,
      redirect_uri: `${school.origin}/console/`,
      scope: 'openid',
      code_challenge_method: 'S256',
    })
    expect(there.exchanged.map((form) => form.get('grant_type'))).toEqual(['authorization_code'])
  })

  test('reads well on a phone', async () => {
    const page = await openAtEdge(cognito(office), PHONE)
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    await fits(page)
  })

  test('a code brought by somebody whom this tab did not send is not used', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there, LAPTOP, '?code=stolen&state=guessed')
    await page.getByText('This sign-in was not begun here, or is over already.').waitFor()
    await page.getByText('Press Sign in to begin anew.').waitFor()
    expect(there.exchanged).toEqual([])
    expect(page.url()).toBe(`${school.origin}/console/`)
  })

  test('a person whom the sign-in page refuses is told what to do', async () => {
    const there = cognito(office)
    there.state.refuses = true
    const page = await openAtEdge(there)
    await enter(page)
    await page.getByText('ask the trust operator whether you have an account').waitFor()
  })

  test('a person with roles at two schools chooses between them', async () => {
    const page = await openAtEdge(cognito({ sub: 'o1', groups: ['springbank.office', 'hilltop.lead'] }))
    await enter(page)
    const picker = page.getByLabel('School and role')
    await picker.waitFor()
    expect(await picker.locator('option').allInnerTexts()).toEqual(['Attendance Lead, hilltop', 'Office, springbank'])
    await picker.selectOption('springbank')
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    await accessible(page)
  })
})

describe('somebody who has no school', () => {
  test('an officer comes to the schools that make extracts for them, by whatever address', async () => {
    const page = await openAtEdge(cognito({ sub: 'la1', groups: ['la.891.reader'] }), LAPTOP, '#/extracts/springbank')
    await enter(page)
    await page.getByText('· Springbank Academy').waitFor()
    await page.getByRole('link', { name: 'All schools' }).click()
    await page.getByRole('link', { name: 'Springbank Academy' }).waitFor()
    expect(await page.getByRole('banner').innerText()).toContain('Officer of the local authority')
    await page.evaluate(`window.location.hash = '#/today'`)
    await page.getByText('There is no such page').waitFor()
  })

  test('an officer of an authority to which no school sends is told whom to ask', async () => {
    const page = await openAtEdge(cognito({ sub: 'la2', groups: ['la.999.reader'] }))
    await enter(page)
    await page.getByText('No school makes extracts for you. Whom a school sends to is in its policy').waitFor()
  })

  test('the Trust’s attendance lead is at none until they open one, and finds what they wrote there when their sign-in has ended', async () => {
    const there = cognito({ sub: 't1', groups: ['trust.attendance'] })
    const page = await openAtEdge(there)
    await enter(page)
    await page.getByRole('heading', { level: 1, name: 'Academies' }).waitFor()
    await page.getByRole('button', { name: 'Open Springbank Academy' }).click()
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    expect(await page.getByRole('banner').innerText()).toContain('Attendance lead of the Trust')
    await page.evaluate(`window.location.hash = '#/late-gate'`)
    await losesSignInWhileWriting(there, page, 'Bilal Birch')
    await signsInBeside(there, page)
    await goesOn(page, 'Bilal Birch')
  })

  test('one who has two schools of their own finds the one they opened in their list too', async () => {
    const page = await openAtEdge(cognito({ sub: 'o1', groups: OFFICE_OF_TWO_AND_OF_THE_TRUST }), LAPTOP, '#/trust')
    await enter(page)
    await page.getByRole('button', { name: 'Open Hilltop School' }).click()
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    const chosen = page.getByLabel('School and role').locator('option:checked')
    expect(await chosen.innerText()).toBe('Attendance lead of the Trust, hilltop')
  })

  test('somebody whom nobody has given a role yet is told whom to ask, and may take another account', async () => {
    // A pool puts whoever comes by the school's own sign-in into a group of its own.
    const there = cognito({ sub: 'n1', groups: ['eu-west-2_sample_Microsoft'] })
    const page = await openAtEdge(there)
    await enter(page)
    await page.getByText('have no role at any school yet').waitFor()
    await page.getByText('Ask the trust operator to give you one').waitFor()
    await accessible(page)
    await page.getByRole('button', { name: 'Sign out of this account' }).click()
    await page.getByText('have no role at any school yet').waitFor({ state: 'detached' })
    expect(there.state.outAt).toBe(`${school.origin}/console/`)
  })
})
