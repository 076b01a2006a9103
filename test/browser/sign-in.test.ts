/**
 * Signing in as on AWS: the console is told of a sign-in page elsewhere, which here answers by the documented addresses and shapes of Amazon
 * Cognito (authorization code with PKCE). The API behind it is the real one.
 */
import { createHash } from 'node:crypto'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../web/headers.ts'
import { classOf } from '../journeys/support/people.ts'
import { accessible, type ConsoleSchool, fits, LAPTOP, openConsole, PHONE } from './support.ts'

const AT = 'https://firstbell-sample.auth.eu-west-2.amazoncognito.com'
const CLIENT = 'console-client'

let school: ConsoleSchool
beforeAll(async () => {
  school = await openConsole({ pupils: classOf('3B', 1) })
  await school.school.clock.to('09:02')
})
afterAll(() => school.close())

/** Sends the browser on. By a page and not by a status: what follows a redirect could not be answered in the edge's place. */
const sendTo = (route: Route, address: string): Promise<void> =>
  route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><title>On</title><script>location.replace(${JSON.stringify(address)})</script>`,
  })

/** The sign-in page as Cognito would be: it lets in one person, and remembers what it was asked. */
const cognito = (person: { readonly sub: string; readonly groups: readonly string[] }) => {
  const asked: URLSearchParams[] = []
  const exchanged: URLSearchParams[] = []
  const state = { challenge: '', refuses: false, isAway: false, outAt: '' }
  const json = (route: Route, status: number, body: object) =>
    route.fulfill({ status, headers: { 'access-control-allow-origin': school.origin }, json: body })
  const token = async (): Promise<string> => {
    const body = JSON.stringify({ groups: person.groups, sub: person.sub })
    const answer = await fetch(`${school.origin}/local/token`, { method: 'POST', body })
    return ((await answer.json()) as { token: string }).token
  }
  const exchange = async (route: Route): Promise<void> => {
    const form = new URLSearchParams(route.request().postData() ?? '')
    exchanged.push(form)
    if (state.isAway) return route.abort()
    const proved = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const isCode = form.get('grant_type') === 'authorization_code'
    if (state.refuses || (isCode && proved !== state.challenge)) return json(route, 400, { error: 'invalid_grant' })
    const again = isCode ? { refresh_token: 'the-refresh-token' } : {}
    return json(route, 200, {
      id_token: await token(),
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 3600,
      ...again,
    })
  }
  const meet = async (route: Route): Promise<void> => {
    const address = new URL(route.request().url())
    if (address.pathname === '/oauth2/token') return exchange(route)
    if (address.pathname === '/logout') {
      state.outAt = address.searchParams.get('logout_uri') ?? ''
      return sendTo(route, state.outAt)
    }
    asked.push(address.searchParams)
    state.challenge = address.searchParams.get('code_challenge') ?? ''
    const back = new URLSearchParams({ code: 'the-code', state: address.searchParams.get('state') ?? '' })
    return sendTo(route, `${address.searchParams.get('redirect_uri')}?${back}`)
  }
  return { asked, exchanged, state, meet }
}

type Cognito = ReturnType<typeof cognito>

const contexts: BrowserContext[] = []
afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close()
})

/** Opens the console as the edge serves it. */
const openAtEdge = async (page: Cognito, viewport = LAPTOP, hash = ''): Promise<Page> => {
  const context = await school.browser.newContext({ viewport })
  contexts.push(context)
  const opened = await context.newPage()
  opened.setDefaultTimeout(30_000)
  await context.route(`${AT}/**`, page.meet)
  await context.route('**/console/config.json', (route) =>
    route.fulfill({ json: { signIn: { kind: 'hosted', at: AT, client: CLIENT } } }),
  )
  await context.route(/\/console\/(\?.*)?$/, async (route) => {
    const answer = await route.fetch()
    const headers = { ...answer.headers(), 'content-security-policy': contentSecurityPolicy(AT) }
    await route.fulfill({ response: answer, headers })
  })
  await opened.goto(`${school.origin}/console/${hash}`)
  return opened
}

const enter = (page: Page) => page.getByRole('button', { name: 'Sign in' }).click()
const office = { sub: 'o1', groups: ['springbank.office'] }

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

  test('a person without a role is told whom to ask', async () => {
    const page = await openAtEdge(cognito({ sub: 'n1', groups: [] }))
    await enter(page)
    await page.getByText('have no role at any school yet').waitFor()
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
    await page.getByLabel('Name').fill('amel')
    await page.getByRole('button', { name: 'Amelia Ashdown' }).click()
    await page.getByLabel('Reason').fill('the bus broke down')
    await page.route('**/academies/**', (route) => route.fulfill({ status: 401, json: {} }))
    there.state.refuses = true
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText('what you had entered is still there').waitFor()
    expect(await page.getByLabel('Reason').isVisible()).toBe(false)
    await accessible(page)
    await page.unroute('**/academies/**')
    there.state.refuses = false
    const [beside] = await Promise.all([page.context().waitForEvent('page'), enter(page)])
    await beside.getByRole('heading', { level: 1, name: 'Late gate' }).waitFor()
    expect(await page.getByLabel('Reason').inputValue()).toBe('the bus broke down')
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByText(/^Amelia Ashdown is signed in at/).waitFor()
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
