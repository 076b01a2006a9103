import { twilioTexter } from '../../../shared/adapters/texting/twilio.ts'
import { callbackFor } from '../../../shared/adapters/texting/twilio-callback.ts'
import { twilioInbox } from '../../../shared/adapters/texting/twilio-inbox.ts'
import type { Answer } from '../../support/provider-server.ts'
import type { FromAParent, ProviderOfContract } from './provider.ts'
import { SHORT_PATIENCE, served } from './serving.ts'

const ACCOUNT = `AC${'0'.repeat(32)}`
const account = async () => ({
  accountSid: ACCOUNT,
  authToken: 'made-up',
  statusCallback: 'https://attendance.example.org/hooks/twilio/receipt',
})

const error = (status: number, code: number): Answer => ({
  status,
  body: { code, message: 'no', more_info: `https://www.twilio.com/docs/errors/${code}`, status },
})

const receipt = (MessageStatus: string, MessageSid: string) => ({
  SmsSid: MessageSid,
  SmsStatus: MessageStatus,
  MessageStatus,
  To: '+447700900101',
  MessageSid,
  AccountSid: ACCOUNT,
  From: '+447700900900',
  ApiVersion: '2010-04-01',
})

const received = ({ id, from, to, words }: FromAParent) => ({
  ToCountry: 'GB',
  SmsMessageSid: id,
  NumMedia: '0',
  SmsSid: id,
  SmsStatus: 'received',
  Body: words,
  FromCountry: 'GB',
  To: to,
  NumSegments: '1',
  MessageSid: id,
  AccountSid: ACCOUNT,
  From: from,
  ApiVersion: '2010-04-01',
})

const SID = `SM${'0123456789abcdef'.repeat(2)}`

export const twilio: ProviderOfContract = {
  provider: 'twilio',
  name: 'Twilio',
  idOf: (nth) => `SM${nth.toString(16).padStart(32, '0')}`,
  open: () =>
    served(
      {
        'takes it': {
          status: 201,
          body: {
            sid: SID,
            account_sid: ACCOUNT,
            status: 'queued',
            direction: 'outbound-api',
            num_segments: '1',
            error_code: null,
            error_message: null,
          },
        },
        'refuses the number': error(400, 21_211),
        'refuses our account': error(401, 20_003),
        'is busy': error(429, 20_429),
        breaks: error(503, 20_503),
        'talks nonsense': { status: 201, body: '<html>', type: 'text/html' },
      },
      (url) => twilioTexter(account, { baseUrl: url, patience: SHORT_PATIENCE }),
    ),
  withAccount: twilioTexter,
  wordsIn: ({ body }) => new URLSearchParams(body).get('Body') ?? '',
  onThePhone: (words) => words,
  lookUp: {
    none: 'Twilio keeps nothing of ours to be asked by: an uncertain text is a person’s to settle, unless its receipt comes',
  },
  fates: {
    id: SID,
    asks: (id) => `/2010-04-01/Accounts/${ACCOUNT}/Messages/${id}.json`,
    says: (status) => ({
      status: 200,
      body: {
        sid: SID,
        account_sid: ACCOUNT,
        from: '+447700900900',
        to: '+447700900101',
        status,
        direction: 'outbound-api',
        error_code: null,
        error_message: null,
      },
    }),
  },
  receipts: {
    words: [
      ['delivered', 'delivered'],
      ['read', 'delivered'],
      ['undelivered', 'failed'],
      ['failed', 'failed'],
      ['canceled', 'failed'],
      ['accepted', 'on the way'],
      ['scheduled', 'on the way'],
      ['queued', 'on the way'],
      ['sending', 'on the way'],
      ['sent', 'on the way'],
    ],
    say: (ways, word, { id, reference }) => {
      const { search } = new URL(callbackFor('https://attendance.example.org', reference))
      return ways.called(ways.accounts.byTwilio('POST /hooks/twilio/receipt', receipt(word, id), search.slice(1)), 204)
    },
    echoes: true,
  },
  received: {
    say: (ways, text) => ways.called(ways.accounts.byTwilio('POST /hooks/twilio/sms', received(text)), 200),
  },
  list: {
    inboxAt: (url, number) => twilioInbox(account, number, { baseUrl: url, patience: SHORT_PATIENCE }),
    page({ url }, texts, most) {
      const asked = new URL(url, 'http://twilio').searchParams
      const wanted = texts.filter(
        ({ to, at }) => to === asked.get('To') && at.slice(0, 10) >= (asked.get('DateSent>') ?? ''),
      )
      const from = Number(asked.get('PageToken') ?? 0)
      const next = new URLSearchParams([...asked, ['PageToken', String(from + most)]])
      const path = `/2010-04-01/Accounts/${ACCOUNT}/Messages.json`
      return {
        status: 200,
        body: {
          messages: wanted.slice(from, from + most).map(({ id, from: sender, to, words, at }) => ({
            sid: id,
            account_sid: ACCOUNT,
            from: sender,
            to,
            body: words,
            direction: 'inbound',
            status: 'received',
            num_segments: '1',
            num_media: '0',
            date_sent: new Date(at).toUTCString().replace('GMT', '+0000'),
            date_created: new Date(at).toUTCString().replace('GMT', '+0000'),
            date_updated: new Date(at).toUTCString().replace('GMT', '+0000'),
            error_code: null,
            error_message: null,
          })),
          page: 0,
          page_size: most,
          uri: url,
          first_page_uri: path,
          next_page_uri: from + most < wanted.length ? `${path}?${next}` : null,
        },
      }
    },
  },
  proof: {
    calls: (accounts) => [
      accounts.byTwilio('POST /hooks/twilio/receipt', receipt('delivered', SID)),
      accounts.byTwilio(
        'POST /hooks/twilio/sms',
        received({ id: SID, from: '+447700900101', to: '+447700900900', words: 'she is ill' }),
      ),
    ],
    header: 'x-twilio-signature',
    ofTheWords: true,
  },
}
