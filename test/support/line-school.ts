/** Springbank's absence line behind its real handler and a real store: Mum may hear of two children, Dad of one, others of none. */
import { make } from '../../functions/line/handler.ts'
import { twilioSignature } from '../../shared/adapters/texting/twilio-signature.ts'
import type { Contact, PupilKey } from '../../shared/domain/people.ts'
import { springbankPolicy } from './policies.ts'
import { aContact, act, aPupil, SCHOOL } from './stored-examples.ts'
import { freshStores } from './stores.ts'
import { testWorld } from './test-world.ts'

export const LINE = springbankPolicy.line.number
export const MUM = '+447700900101'
export const DAD = '+447700900102'
export const NEIGHBOUR = '+447700900103'
export const NOBODY = '+447700900199'

const ORIGIN = 'https://attendance.example.org'
const AUTH = 'an-auth-token-of-springbank'
const ACCOUNTS = JSON.stringify({
  twilio: {
    trust: { accountSid: `AC${'0'.repeat(32)}`, authToken: AUTH, statusCallback: `${ORIGIN}/hooks/twilio/receipt` },
  },
})

const contact = (contactId: string, mobile: string, more: Partial<Contact> = {}) =>
  aContact({ contactId, mobile, ...more })

/** Amelia and Siân; Dad is barred from Siân by a court; the neighbour may only be asked to ring. */
const CONTACTS: Readonly<Record<PupilKey, readonly Contact[]>> = {
  P001: [
    contact('MUM', MUM),
    contact('DAD', DAD),
    contact('NEXT', NEIGHBOUR, { parentalResponsibility: false, livesWith: false, hasCare: false }),
  ],
  P002: [contact('MUM', MUM), contact('DAD', DAD, { courtRestriction: true })],
}

const PATH = '/hooks/twilio/voice'

/** The id of a made-up call at Twilio. */
export const callSid = (n: number): string => `CA${n.toString(16).padStart(32, '0')}`
/** The id of a made-up call at Amazon Connect. */
export const contactId = (n: number): string => `4a573372-1f28-4e26-8b97-${n.toString(16).padStart(12, '0')}`

/** Opens the line at 07:50 on Monday 12 January 2026, when nobody is at school. */
export const openLine = async (now = '2026-01-12T07:50:00.000Z') => {
  const { stores } = await freshStores()
  await stores.policies.publish(SCHOOL, { version: 'v1', policy: springbankPolicy, from: '2025-09-01' }, act())
  const pupils = [
    aPupil({ key: 'P001', pupilId: 'P001', forename: 'Amelia', dateOfBirth: '2015-03-02' }),
    aPupil({ key: 'P002', pupilId: 'P002', forename: 'Siân', dateOfBirth: '2017-10-01' }),
  ]
  await stores.roll.stage(SCHOOL, 1, { file: 'roll', pupils })
  await stores.roll.goLive(SCHOOL, 'roll', 0, 1, undefined, act())
  await stores.roll.stage(SCHOOL, 1, { file: 'contacts', byPupil: CONTACTS })
  await stores.roll.goLive(SCHOOL, 'contacts', 0, 1, undefined, act())
  const plain = testWorld({
    env: {
      TABLE: 'table',
      INBOUND_QUEUE_URL: 'inbound',
      UNREAD_QUEUE_URL: 'unread',
      PHONES_SECRET: 'phones',
      ACCOUNTS_SECRET: 'accounts',
    },
    now,
    stores: () => stores,
  })
  const sent: { readonly message: unknown; readonly delaySeconds: number }[] = []
  const unread: unknown[] = []
  const world = {
    ...plain,
    secrets: { read: async () => [{ version: '1', value: ACCOUNTS }] },
    queue: (url: string) => ({
      send: async (messages: readonly unknown[], options?: { readonly delaySeconds?: number }) =>
        url === 'unread'
          ? void unread.push(...messages)
          : void sent.push(...messages.map((message) => ({ message, delaySeconds: options?.delaySeconds ?? 0 }))),
    }),
  }
  const handler = make(world)
  const context = {} as never

  /** An invocation as the documentation of Amazon Connect gives it. */
  const connect = (
    n: number,
    parameters: Readonly<Record<string, string>>,
    from: string | null = MUM,
    to = LINE,
  ): Promise<unknown> =>
    handler(
      {
        Name: 'ContactFlowEvent',
        Details: {
          ContactData: {
            Attributes: {},
            Channel: 'VOICE',
            ContactId: contactId(n),
            CustomerEndpoint: from === null ? null : { Address: from, Type: 'TELEPHONE_NUMBER' },
            InitialContactId: contactId(n),
            InitiationMethod: 'INBOUND',
            InstanceARN: 'arn:aws:connect:eu-west-2:111111111111:instance/9308c2a1-9bc6-4cea-8290-6c0b4a6d38fa',
            MediaStreams: { Customer: { Audio: {} } },
            PreviousContactId: contactId(n),
            Queue: null,
            SystemEndpoint: { Address: to, Type: 'TELEPHONE_NUMBER' },
          },
          Parameters: parameters,
        },
      },
      context,
    )

  /** A webhook as the documentation of Twilio gives it, signed unless told otherwise. */
  const twilio = async (
    n: number,
    step: number | 'transcript' | 'unread' | undefined,
    fields: Readonly<Record<string, string>>,
    { from = MUM, to = LINE, signature }: { from?: string; to?: string; signature?: string } = {},
  ): Promise<{ readonly status: number; readonly body: string }> => {
    const form = new URLSearchParams({
      AccountSid: `AC${'0'.repeat(32)}`,
      ApiVersion: '2010-04-01',
      CallSid: callSid(n),
      CallStatus: 'in-progress',
      Called: to,
      Caller: from,
      Direction: 'inbound',
      From: from,
      To: to,
      ...fields,
    })
    const query = step === undefined ? '' : `?step=${step}`
    const answer = await handler(
      {
        routeKey: `POST ${PATH}`,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'x-twilio-signature': signature ?? twilioSignature(`${ORIGIN}${PATH}${query}`, form, AUTH),
        },
        ...(step === undefined ? {} : { queryStringParameters: { step: String(step) } }),
        body: form.toString(),
        isBase64Encoded: false,
        requestContext: {},
      },
      context,
    )
    const { statusCode, body = '' } = answer as { statusCode: number; body?: string }
    return { status: statusCode, body }
  }

  return { stores, sent, unread, logged: plain.logged, connect, twilio, turnTo: plain.turnTo }
}

export type Line = Awaited<ReturnType<typeof openLine>>
