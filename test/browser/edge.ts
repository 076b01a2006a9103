/**
 * The console as the edge of AWS serves it: it is told of a sign-in page elsewhere, which here answers by the documented addresses and
 * shapes of Amazon Cognito (authorization code with PKCE).
 */
import { createHash } from 'node:crypto'
import type { Page, Route } from 'playwright-core'
import { expect } from 'vitest'
import { contentSecurityPolicy } from '../../web/headers.ts'
import type { ConsoleSchool, LAPTOP } from './support.ts'

const AT = 'https://firstbell-sample.auth.eu-west-2.amazoncognito.com'
export const CLIENT = 'console-client'

export interface Somebody {
  readonly sub: string
  readonly groups: readonly string[]
}

/** Sends the browser on. By a page and not by a status: what follows a redirect could not be answered in the edge's place. */
const sendTo = (route: Route, address: string): Promise<void> =>
  route.fulfill({
    contentType: 'text/html',
    body: `<!doctype html><title>On</title><script>location.replace(${JSON.stringify(address)})</script>`,
  })

/** The sign-in page as Cognito would be: it lets in one person, and remembers what it was asked. */
export const cognitoFor = (school: Pick<ConsoleSchool, 'origin'>, person: Somebody) => {
  const asked: URLSearchParams[] = []
  const exchanged: URLSearchParams[] = []
  const state = { challenge: '', refuses: false, isAway: false, outAt: '', error: '', isLooking: false }
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
    if (state.isLooking) return route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Choose an account' })
    const brings = state.error === '' ? { code: 'the-code' } : { error: state.error }
    const back = new URLSearchParams({ ...brings, state: address.searchParams.get('state') ?? '' })
    return sendTo(route, `${address.searchParams.get('redirect_uri')}?${back}`)
  }
  return { asked, exchanged, state, meet }
}

export type Cognito = ReturnType<typeof cognitoFor>

/** Opens the console as the edge serves it. */
export const openConsoleAtEdge = async (
  school: ConsoleSchool,
  there: Cognito,
  viewport: typeof LAPTOP,
  hash: string,
): Promise<Page> => {
  const context = await school.browser.newContext({ viewport })
  const opened = await context.newPage()
  opened.setDefaultTimeout(30_000)
  await context.route(`${AT}/**`, there.meet)
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

/** Presses the one button of the first page. */
export const enter = (page: Page) => page.getByRole('button', { name: 'Sign in', exact: true }).click()

/** Signs a child in at the late gate, and the sign-in ends before it gets through. */
export const losesSignInWhileWriting = async (there: Cognito, page: Page, child: string): Promise<void> => {
  await page.getByLabel('Name').fill(child.slice(0, 4))
  await page.getByRole('button', { name: child }).click()
  await page.getByLabel('Reason').fill('the bus broke down')
  await page.route('**/academies/**', (route) => route.fulfill({ status: 401, json: {} }))
  there.state.refuses = true
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText('what you had entered is still there').waitFor()
  expect(await page.getByLabel('Reason').isVisible()).toBe(false)
}
export const signsInBeside = async (there: Cognito, page: Page): Promise<Page> => {
  await page.unroute('**/academies/**')
  there.state.refuses = false
  const [beside] = await Promise.all([page.context().waitForEvent('page'), enter(page)])
  return beside
}
export const goesOn = async (page: Page, child: string): Promise<void> => {
  await page.getByLabel('Reason').waitFor()
  expect(await page.getByLabel('Reason').inputValue()).toBe('the bus broke down')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await page.getByText(`${child} is signed in at`).waitFor()
}
