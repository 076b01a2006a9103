/** What the local stack alone serves: its clock, its phone network, its faults, its bus and tokens. */
import * as z from 'zod'
import { instant } from '../events/values.ts'
import { canonicalInstant } from '../shared/domain/time.ts'
import { localExtractRoutes } from './extracts/routes.ts'
import { FaultsSchema } from './faults.ts'
import { type Answer, jsonAnswer, problemAnswer, type Request } from './http.ts'
import { localLetterRoutes } from './letters/routes.ts'
import { type LocalRoute, withBody } from './local-route.ts'
import { localPeople } from './people.ts'
import { findRoute, routePattern } from './routes.ts'
import type { LocalStack } from './stack.ts'
import { CallRequest, ringTheSchool } from './telephone/ring.ts'
import { shownText, shownTexts } from './texts.ts'
import { TokenRequest } from './tokens.ts'

const ClockRequest = z.strictObject({ to: instant })
const ReceiptRequest = z.strictObject({ state: z.enum(['delivered', 'failed']) })
const number = z.string().regex(/^\+\d{7,15}$/, 'a number is in the form +447700900123')
const ReplyRequest = z.strictObject({ from: number, to: number.optional(), body: z.string().max(20_000) })

/** Seconds are enough to say an instant on the minute. */
export const shortInstant = (at: string): string => at.replace(/\.000Z$/, 'Z')

const ROUTES: Readonly<Record<string, LocalRoute>> = {
  'GET /local/clock': async (_asked, { clock, zone }) => jsonAnswer({ now: shortInstant(clock.now()), zone }),
  'POST /local/clock': withBody(ClockRequest, async ({ to }, _asked, { clock, turning }) => {
    const wanted = canonicalInstant(to)
    if (wanted < clock.now()) {
      const now = shortInstant(clock.now())
      return problemAnswer(
        409,
        'clock-turns-forward',
        `The clock says ${now} already`,
        'Turn it to a later instant, or start again for an earlier day.',
        { now },
      )
    }
    const ran = await turning.turnTo(wanted)
    return jsonAnswer({ now: shortInstant(clock.now()), ran })
  }),
  'GET /local/texts': async ({ query }, stack) => {
    await stack.turning.quiet()
    return jsonAnswer(await shownTexts(stack, query.get('academy') ?? undefined))
  },
  'POST /local/texts/{id}/receipt': withBody(ReceiptRequest, async ({ state }, { parts }, stack) => {
    const text = stack.carrier.receipt(parts.id ?? '', state, stack.clock.now())
    if (!text)
      return problemAnswer(404, 'no-such-text', 'No text with this id was handed over', 'GET /local/texts lists them.')
    await stack.turning.quiet()
    return jsonAnswer(await shownText(stack, text))
  }),
  'POST /local/texts/reply': withBody(ReplyRequest, async ({ from, to, body }, _asked, stack) => {
    const last = stack.carrier.texts().findLast(({ text }) => text.to === from)
    const destination = to ?? last?.text.from
    if (destination === undefined) {
      return problemAnswer(
        400,
        'no-destination',
        'This number was never texted',
        'Say which school number the text goes to in "to".',
      )
    }
    stack.carrier.reply({ from, to: destination, body })
    await stack.turning.quiet()
    return jsonAnswer({ from, to: destination }, 202)
  }),
  'POST /local/calls': withBody(CallRequest, (asked, _asked, stack) => ringTheSchool(asked, stack)),
  ...localLetterRoutes,
  ...localExtractRoutes,
  'POST /local/faults': withBody(FaultsSchema, async (faults, _asked, stack) => {
    stack.faults.set(faults)
    return jsonAnswer(faults)
  }),
  'GET /local/bus': async (_asked, stack) => {
    await stack.turning.quiet()
    return jsonAnswer(stack.announced)
  },
  'GET /local/people': async (_asked, stack) => jsonAnswer(await localPeople(stack)),
  'POST /local/token': withBody(TokenRequest, async (wanted, _asked, stack) =>
    jsonAnswer({ token: await stack.tokens.sign(wanted) }),
  ),
}

const PATTERNS = Object.keys(ROUTES).map(routePattern)

const NOT_JSON = Symbol('not JSON')

const readJson = (body: Uint8Array): unknown => {
  if (body.length === 0) return {}
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return NOT_JSON
  }
}

/** Answers a request under `/local/`. */
export const localApi = async (request: Request, stack: LocalStack): Promise<Answer> => {
  const url = new URL(request.path, 'http://local')
  const found = findRoute(PATTERNS, request.method, url.pathname)
  const route = found && ROUTES[found.key]
  if (!route)
    return problemAnswer(
      404,
      'no-such-route',
      'There is nothing at this address',
      `There is: ${Object.keys(ROUTES).join(', ')}.`,
    )
  const body = readJson(request.body)
  if (body === NOT_JSON) return problemAnswer(400, 'not-json', 'The body is not JSON', 'Send one JSON object.')
  return route({ parts: found.parameters, query: url.searchParams, body }, stack)
}
