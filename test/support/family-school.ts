/** Two schools that text links to parents' pages, behind the real handlers and a real store. */

import { make } from '../../functions/family-page/handler.ts'
import type { FamilyRoute } from '../../functions/family-page/routes-table.ts'
import { make as makeInbound } from '../../functions/inbound-text/handler.ts'
import type { Contact, PupilKey } from '../../shared/domain/people.ts'
import type { FamilyLink } from '../../shared/ports/family-link-store.ts'
import { hilltopPolicy, springbankPolicy } from './policies.ts'
import { aContact, act, aPupil, aRegister, DATE, SCHOOL } from './stored-examples.ts'
import { freshStores } from './stores.ts'
import { testWorld } from './test-world.ts'

export const MUM = '+447700900101'
export const DAD = '+447700900102'
export const NOW = '2026-01-12T11:00:00.000Z'
export const TOKEN = 'Mum0Mum0Mum0Mum0Mum0Mu'
export const OTHER_TOKEN = 'Hill0Hill0Hill0Hill0Hi'

const withPages = (policy: typeof springbankPolicy) => ({
  ...policy,
  familyPage: { inTexts: true, hours: 48, inLetters: true, letterDays: 28 },
  wordings: { ...policy.wordings, unreported: `${policy.wordings.unreported} {page}` },
})

const mum = (more: Partial<Contact> = {}) => aContact({ contactId: 'MUM', mobile: MUM, ...more })
const dad = (more: Partial<Contact> = {}) => aContact({ contactId: 'DAD', mobile: DAD, priority: 2, ...more })

export const contactsWith = (more: Partial<Contact>): Readonly<Record<PupilKey, readonly Contact[]>> => ({
  P001: [mum(more), dad()],
  P002: [mum(more), dad({ courtRestriction: true })],
})

const SESSIONS = ['AM', 'PM'] as const

export const familySchool = async (name = 'Amelia') => {
  const { stores } = await freshStores()
  for (const [academy, policy, forename] of [
    [SCHOOL, withPages(springbankPolicy), name],
    ['hilltop', withPages(hilltopPolicy), 'Harriet'],
  ] as const) {
    await stores.policies.publish(academy, { version: 'v1', policy, from: '2025-09-01' }, act())
    const pupils = [aPupil({ forename }), aPupil({ key: 'P002', pupilId: 'P002', forename: 'Siân' })]
    await stores.roll.stage(academy, 1, { file: 'roll', pupils })
    await stores.roll.goLive(academy, 'roll', 0, 1, undefined, act())
    await stores.roll.stage(academy, 1, { file: 'contacts', byPupil: contactsWith({}) })
    await stores.roll.goLive(academy, 'contacts', 0, 1, undefined, act())
  }
  for (const session of SESSIONS)
    await stores.saveRegister(
      SCHOOL,
      aRegister({
        date: '2026-01-08',
        session,
        marks: { P001: { code: 'I', source: 'office' }, P002: { code: '/', source: 'teacher' } },
      }),
      0,
      act(),
    )
  await stores.saveRegister(
    SCHOOL,
    aRegister({ marks: { P001: { code: 'N', source: 'teacher' }, P002: { code: 'O', source: 'office' } } }),
    0,
    act(),
  )
  const card = { pupil: 'P001', classId: '7a', date: DATE, vulnerable: false }
  await stores.setStanding(SCHOOL, card, 'AM', { standing: 'unexplained', since: NOW }, undefined, [], act())

  const env = { TABLE: 'table', INBOUND_QUEUE_URL: 'inbound', TEXTS_QUEUE_URL: 'texts', PHONES_SECRET: 'phones' }
  const world = testWorld({ env, now: NOW, stores: () => stores })
  const handler = make(world)
  const inbound = makeInbound(world)
  const context = {} as never

  const link = (token: string, more: Partial<FamilyLink> = {}): Promise<void> =>
    stores.keepFamilyLink(token, {
      academy: SCHOOL,
      contactId: 'MUM',
      sentTo: MUM,
      pupils: ['P001'],
      madeAt: NOW,
      until: '2026-01-14T11:00:00.000Z',
      ...more,
    })

  /** A code in a letter to an address. */
  const letter = (code: string, postedTo: string): Promise<void> =>
    stores.keepFamilyLink(code, {
      academy: SCHOOL,
      contactId: 'MUM',
      postedTo,
      pupils: ['P001'],
      madeAt: NOW,
      until: '2026-02-10T00:00:00.000Z',
    })

  const ask = async (routeKey: FamilyRoute, token: string, cookie?: string, form?: object, came?: string) => {
    const answer = await handler(
      {
        routeKey,
        pathParameters: { token },
        queryStringParameters: came === undefined ? {} : { came },
        headers: {},
        ...(cookie === undefined ? {} : { cookies: ['another=thing', cookie] }),
        ...(form ? { body: new URLSearchParams({ ...form }).toString() } : {}),
        requestContext: {},
      } as never,
      context,
    )
    const headers = answer.headers ?? {}
    return { status: answer.statusCode, body: answer.body ?? '', headers }
  }
  const open = (token = TOKEN, cookie?: string, came?: string) => ask('GET /p/{token}', token, cookie, undefined, came)
  const send = (form: object, cookie?: string, token = TOKEN) => ask('POST /p/{token}', token, cookie, form)
  /** Presses the button; answers with the cookie that the browser has from then on. */
  const press = async (token = TOKEN, cookie?: string): Promise<string> => {
    const { headers } = await send({ do: 'open' }, cookie, token)
    return String(headers['set-cookie'] ?? '').split(';')[0] ?? ''
  }
  /** What was left where texts wait is heard, so often. */
  const hear = async (times = 1): Promise<void> => {
    const records = world.sent
      .filter(({ url }) => url === 'inbound')
      .map(({ message }, index) => ({ messageId: String(index), body: JSON.stringify(message) }))
    for (let n = 0; n < times; n++) await inbound({ Records: records } as never, context)
  }
  const found = async () => {
    const [{ replies }, { tasks }] = await Promise.all([stores.day(SCHOOL, DATE), stores.open(SCHOOL)])
    const words = await Promise.all(replies.map(({ id, date }) => stores.replyWords(SCHOOL, date, id)))
    return { replies, tasks, words }
  }
  return { stores, world, link, letter, open, send, press, hear, found }
}
