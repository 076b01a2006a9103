import type * as z from 'zod'
import { awsWorld } from '../../shared/adapters/aws-world.ts'
import { readToken } from '../../shared/domain/family-page/address.ts'
import { type HttpAnswer, httpFunction, type Route } from '../../shared/platform/http.ts'
import { lazily } from '../../shared/platform/lazy.ts'
import { Env } from './env.ts'
import { pageAnswer } from './headers.ts'
import { type Opened, openLink } from './open-link.ts'
import { closedPage, gonePage, nothingPage } from './pages.ts'
import type { FamilyRoute } from './routes-table.ts'
import { showRecord } from './show-record.ts'
import { readSubmitted } from './submitted.ts'
import { takeAnswer } from './take-answer.ts'
import { isVisitor, visitCookie } from './visit.ts'

type FamilyEnv = z.output<typeof Env>

/** Back to the page by its own address, so that going back or loading it again sends nothing twice. */
const back = (token: string, headers: Readonly<Record<string, string>> = {}, came = ''): HttpAnswer =>
  pageAnswer(303, '', { location: `/p/${token}${came}`, ...headers })

const gone = ({ speech, policy }: Opened, because: 'gone' | 'elsewhere'): HttpAnswer =>
  pageAnswer(because === 'gone' ? 410 : 403, gonePage(speech, policy, because))

const show: Route<FamilyEnv> = async (request, env, world) => {
  const { token = '' } = request.path
  const typed = readToken(token)
  // One address for each page, however its code was typed: the browser that pressed is known there.
  if (typed !== undefined && typed !== token) return back(typed)
  const stores = world.stores(env.TABLE)
  const opened = await openLink(token, stores, world.clock.now())
  if (opened === undefined) return pageAnswer(404, nothingPage())
  if (opened.pupils.length === 0) return gone(opened, 'gone')
  if (opened.link.visit === undefined) return pageAnswer(200, closedPage(opened.speech, opened.policy))
  if (!isVisitor(request, opened.link)) return gone(opened, 'elsewhere')
  const came = (['thanks', 'empty', 'too-many'] as const).find((each) => each === request.query.came)
  return pageAnswer(200, await showRecord(opened, stores, came))
}

const press: Route<FamilyEnv> = async (request, env, world) => {
  const { token = '' } = request.path
  const stores = world.stores(env.TABLE)
  const now = world.clock.now()
  const opened = await openLink(token, stores, now)
  if (opened === undefined) return pageAnswer(404, nothingPage())
  if (opened.pupils.length === 0) return gone(opened, 'gone')
  const submitted = readSubmitted(request.body)
  if (submitted?.do === 'open') {
    if (isVisitor(request, opened.link)) return back(token)
    const visit = world.ids.fresh()
    if ((await stores.spendFamilyLink(token, visit)) === 'already') return gone(opened, 'elsewhere')
    const seconds = Math.floor((Date.parse(opened.link.until) - Date.parse(now)) / 1000)
    return back(token, { 'set-cookie': visitCookie(token, visit, seconds) })
  }
  if (!isVisitor(request, opened.link)) return gone(opened, 'elsewhere')
  const inbound = world.queue(env.INBOUND_QUEUE_URL)
  const came = submitted ? await takeAnswer(token, submitted, opened, { stores, inbound, now }) : 'empty'
  return back(token, {}, `?came=${came}`)
}

export const ROUTES: Readonly<Record<FamilyRoute, Route<FamilyEnv>>> = {
  'GET /p/{token}': show,
  'POST /p/{token}': press,
}

/** Called by the HTTP API; nobody is signed in, and everything that comes is a stranger's until the link says otherwise. */
export const make = httpFunction({ name: 'family-page', env: Env, routes: ROUTES })

export const handler = lazily(() => make(awsWorld()))
