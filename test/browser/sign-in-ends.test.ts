/** A sign-in as on AWS that does not come about at once, or comes to its end: whoever waits is told what to do, and what they wrote stays. */
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { classOf } from '../journeys/support/people.ts'
import {
  type Cognito,
  cognitoFor,
  enter,
  goesOn,
  losesSignInWhileWriting,
  openConsoleAtEdge,
  type Somebody,
  signsInBeside,
} from './edge.ts'
import { accessible, type ConsoleSchool, LAPTOP, openConsole } from './support.ts'

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
const openAtEdge = (there: Cognito, hash = ''): Promise<Page> => openConsoleAtEdge(school, there, LAPTOP, hash)

const office = { sub: 'o1', groups: ['springbank.office'] }
const isOnPage = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title }).waitFor()

describe('a sign-in that does not come about', () => {
  test('for want of a connection on the way back is begun anew by a press, and ends at the page that was wanted', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there, '#/late-gate')
    there.state.isAway = true
    await enter(page)
    await page.getByRole('alert').getByText('Check the Wi-Fi, then press Sign in again.').waitFor()
    expect(page.url()).toBe(`${school.origin}/console/#/late-gate`)
    await accessible(page)
    there.state.isAway = false
    await enter(page)
    await isOnPage(page, 'Late gate')
  })

  test('while the console itself cannot be reached goes on by itself once it can', async () => {
    const page = await openAtEdge(cognito(office))
    await page.context().route('**/console/config.json', (route) => route.abort())
    await page.reload()
    await page.getByRole('alert').getByText('the page tries again by itself').waitFor()
    await page.context().unroute('**/console/config.json')
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  test('because the sign-in page says no, has failed, or was left by the browser’s Back, is said and begun anew', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there)
    for (const [error, says] of [
      ['access_denied', 'The sign-in page did not let you in.'],
      ['temporarily_unavailable', 'The sign-in page has failed.'],
    ] as const) {
      there.state.error = error
      await enter(page)
      await page.getByRole('alert').getByText(says).waitFor()
      expect(page.url()).toBe(`${school.origin}/console/`)
    }
    there.state.error = ''
    there.state.isLooking = true
    await enter(page)
    await page.getByText('Choose an account').waitFor()
    await page.goBack()
    await page.getByRole('button', { name: 'Sign in' }).waitFor()
    there.state.isLooking = false
    await enter(page)
    await isOnPage(page, 'Today')
    expect(there.exchanged).toHaveLength(1)
  })

  test('a second time by the browser’s Back leaves whoever is signed in where they are, and no code in the address', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there)
    await enter(page)
    await isOnPage(page, 'Today')
    await page.goto(`${school.origin}/console/?code=again&state=of-before`)
    await isOnPage(page, 'Today')
    await expect.poll(() => page.url()).toBe(`${school.origin}/console/`)
    expect(there.exchanged).toHaveLength(1)
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
    const page = await openAtEdge(there, '#/late-gate')
    await enter(page)
    await losesSignInWhileWriting(there, page, 'Amelia Ashdown')
    await accessible(page)
    const beside = await signsInBeside(there, page)
    await beside.getByRole('heading', { level: 1, name: 'Late gate' }).waitFor()
    await goesOn(page, 'Amelia Ashdown')
  })

  test('takes nobody away from what they wrote where the browser opens no other tab', async () => {
    const there = cognito(office)
    const page = await openAtEdge(there, '#/late-gate')
    await enter(page)
    await losesSignInWhileWriting(there, page, 'Cerys Castell')
    await page.evaluate('window.shut = window.open, window.open = () => null')
    await enter(page)
    await page.getByRole('alert').getByText('Your browser has opened no other tab.').waitFor()
    await page.evaluate('window.open = window.shut')
    await signsInBeside(there, page)
    await goesOn(page, 'Cerys Castell')
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
