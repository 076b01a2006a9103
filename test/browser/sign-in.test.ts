/** Signing in as on AWS, by a sign-in page elsewhere. The API behind it is the real one. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { classOf } from '../journeys/support/people.ts'
import { CLIENT, type Cognito, cognitoFor, openConsoleAtEdge, type Somebody } from './edge.ts'
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

const enter = (page: Page) => page.getByRole('button', { name: 'Sign in' }).click()
const office = { sub: 'o1', groups: ['springbank.office'] }
const OFFICE_OF_TWO_AND_OF_THE_TRUST = ['springbank.office', 'trust.attendance', 'westfield.office']

/** Signs a child in at the late gate, and the sign-in ends before it gets through. */
const losesSignInWhileWriting = async (there: Cognito, page: Page, child: string): Promise<void> => {
  await page.getByLabel('Name').fill(child.slice(0, 4))
  await page.getByRole('button', { name: child }).click()
  await page.getByLabel('Reason').fill('the bus broke down')
  await page.route('**/academies/**', (route) => route.fulfill({ status: 401, json: {} }))
  there.state.refuses = true
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('what you had entered is still there').waitFor()
  expect(await page.getByLabel('Reason').isVisible()).toBe(false)
}
const signsInBeside = async (there: Cognito, page: Page): Promise<Page> => {
  await page.unroute('**/academies/**')
  there.state.refuses = false
  const [beside] = await Promise.all([page.context().waitForEvent('page'), enter(page)])
  return beside
}
const goesOn = async (page: Page, child: string): Promise<void> => {
  await page.getByLabel('Reason').waitFor()
  expect(await page.getByLabel('Reason').inputValue()).toBe('the bus broke down')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText(`${child} is signed in at`).waitFor()
}

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
    await page.getByText('The sign-in page did not let you in.').waitFor()
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

describe('a sign-in that comes to its end', () => {
  test('is renewed without the person’s doing anything when the API takes the token no more', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there)
    await enter(page)
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('firstbell.sign-in') ?? '{}')
      sessionStorage.setItem('firstbell.sign-in', JSON.stringify({ ...kept, token: `${kept.token}x` }))
    })
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    expect(there.exchanged.at(-1)?.get('grant_type')).toBe('refresh_token')
    expect(there.exchanged.at(-1)?.get('refresh_token')).toBe('the-refresh-token')
  })

  test('asks the person to sign in again once it may be renewed no more', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there)
    await enter(page)
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    there.state.refuses = true
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('firstbell.sign-in') ?? '{}')
      sessionStorage.setItem('firstbell.sign-in', JSON.stringify({ ...kept, renewal: { ...kept.renewal, until: 0 } }))
    })
    await page.reload()
    await page.getByText('Your sign-in has expired.').waitFor()
  })

  test('leaves what was entered where it is: the person signs in again beside it, and goes on', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there, LAPTOP, '#/late-gate')
    await enter(page)
    await losesSignInWhileWriting(there, page, 'Amelia Ashdown')
    await accessible(page)
    const beside = await signsInBeside(there, page)
    await beside.getByRole('heading', { level: 1, name: 'Late gate' }).waitFor()
    await goesOn(page, 'Amelia Ashdown')
  })

  test('outlives a sign-in page that is away for a moment', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there)
    await enter(page)
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
    there.state.isAway = true
    await page.evaluate(() => {
      const kept = JSON.parse(sessionStorage.getItem('firstbell.sign-in') ?? '{}')
      sessionStorage.setItem('firstbell.sign-in', JSON.stringify({ ...kept, renewal: { ...kept.renewal, until: 0 } }))
    })
    await page.reload()
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  })

  test('ends at the sign-in page too when the person signs out', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there)
    await enter(page)
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(there.state.outAt).toBe(`${school.origin}/console/`)
    expect(await page.evaluate(() => sessionStorage.getItem('firstbell.sign-in'))).toBeNull()
  })
})
