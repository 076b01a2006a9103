import { notifyTexter } from '../../../shared/adapters/texting/notify.ts'
import { notifyInbox } from '../../../shared/adapters/texting/notify-inbox.ts'
import type { Answer } from '../../support/provider-server.ts'
import { aTextToSend } from '../texter-contract.ts'
import type { FromAParent, ProviderOfContract } from './provider.ts'
import { SHORT_PATIENCE, served } from './serving.ts'

const SERVICE = '26785a09-ab16-4eb0-8407-a37497a57506'
const SECRET = '3d844edf-8d35-48ac-975b-e847b4f122b0'
const ID = '740e5834-3a29-46b4-9a6f-16142fde533a'
const TEMPLATE = 'f33517ff-2a88-4f6e-b855-c550268ce08a'
const account = async () => ({ apiKey: `springbank-${SERVICE}-${SECRET}`, templateId: TEMPLATE })

const error = (status: number, kind: string, message: string): Answer => ({
  status,
  body: { status_code: status, errors: [{ error: kind, message }] },
})

/** As Notify documents the letters that a text can hold: those of GSM-7, and those of Welsh. */
const GSM =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà^{}\\[~]|€'
const WELSH = 'ÀàÂâÁáÄäÈèÊêÉéËëÌìÎîÍíÏïÒòÔôÓóÖöÙùÛûÚúÜüẀẁŴŵẂẃẄẅỲỳŶŷÝýŸÿ'
/** What Notify sends in place of any other letter: its own without its accents, else a question mark. */
const asNotifySends = (words: string): string =>
  [...words]
    .map((letter) => {
      if (GSM.includes(letter) || WELSH.includes(letter)) return letter
      const plain = letter.normalize('NFKD').replace(/[^ -~]/g, '')
      return plain === '' ? '?' : plain
    })
    .join('')

const receipt = (status: string, id: string) => ({
  id,
  reference: aTextToSend.key,
  to: '07700900101',
  status,
  created_at: '2026-01-12T10:30:00.000000Z',
  completed_at: '2026-01-12T10:30:05.000000Z',
  sent_at: '2026-01-12T10:30:01.000000Z',
  notification_type: 'sms',
  template_id: TEMPLATE,
  template_version: 1,
})

const received = ({ id, from, to, words }: FromAParent) => ({
  id,
  source_number: from.replace(/^\+/, ''),
  destination_number: to.replace(/^\+44/, '0'),
  message: words,
  date_received: '2026-01-12T10:35:00.000000Z',
})

const returned = {
  notification_id: ID,
  reference: 'springbank letter-stage-1',
  date_sent: '2026-01-20T16:30:00.000000Z',
  sent_by: null,
  template_name: null,
  template_id: TEMPLATE,
  template_version: 1,
  spreadsheet_file_name: null,
  spreadsheet_row_number: null,
  upload_letter_file_name: null,
}

export const notify: ProviderOfContract = {
  provider: 'notify',
  name: 'GOV.UK Notify',
  idOf: (nth) => `notify-${nth}`,
  open: () =>
    served(
      {
        'takes it': {
          status: 201,
          body: {
            id: ID,
            reference: aTextToSend.key,
            content: { body: aTextToSend.body, from_number: 'Springbank' },
            uri: `https://api.notifications.service.gov.uk/v2/notifications/${ID}`,
            template: { id: TEMPLATE, version: 1, uri: 'https://api.notifications.service.gov.uk/v2/template/x' },
          },
        },
        'refuses the number': error(400, 'ValidationError', 'phone_number Not a UK mobile number'),
        'refuses our account': error(403, 'AuthError', 'Invalid token: API key not found'),
        'is busy': error(
          429,
          'RateLimitError',
          'Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds',
        ),
        breaks: error(500, 'Exception', 'Internal server error'),
        'talks nonsense': { status: 201, body: '<html>', type: 'text/html' },
      },
      (url) => notifyTexter(account, { baseUrl: url, patience: SHORT_PATIENCE }),
    ),
  withAccount: notifyTexter,
  wordsIn: ({ body }) => JSON.parse(body).personalisation.text,
  onThePhone: asNotifySends,
  lookUp: {
    holds: (...references) => ({
      status: 200,
      body: {
        notifications: references.map((reference) => ({ id: ID, reference, type: 'sms', status: 'delivered' })),
        links: { current: 'https://api.notifications.service.gov.uk/v2/notifications' },
      },
    }),
    silent: [
      error(500, 'Exception', 'Internal server error'),
      error(429, 'RateLimitError', 'Exceeded rate limit'),
      { status: 200, body: { messages: [] } },
      'hang up',
      'say nothing',
    ],
  },
  fates: {
    id: ID,
    asks: (id) => `/v2/notifications/${id}`,
    says: (status) => ({
      status: 200,
      body: { id: ID, reference: aTextToSend.key, phone_number: '07700900101', type: 'sms', status },
    }),
  },
  receipts: {
    words: [
      ['delivered', 'delivered'],
      ['permanent-failure', 'failed'],
      ['temporary-failure', 'failed'],
      ['technical-failure', 'failed'],
      ['created', 'on the way'],
      ['sending', 'on the way'],
      ['pending', 'on the way'],
      ['sent', 'on the way'],
    ],
    say: (ways, word, { id }) =>
      ways.called(ways.accounts.byNotify('POST /hooks/notify/receipt', receipt(word, id)), 204),
    echoes: false,
  },
  received: {
    say: (ways, text) => ways.called(ways.accounts.byNotify('POST /hooks/notify/received', received(text)), 204),
  },
  list: {
    inboxAt: (url) => notifyInbox(account, url),
    page({ url }, texts, most) {
      const olderThan = new URL(url, 'http://notify').searchParams.get('older_than')
      const from = olderThan === null ? 0 : texts.findIndex(({ id }) => id === olderThan) + 1
      return {
        status: 200,
        body: {
          received_text_messages: texts.slice(from, from + most).map(({ id, from: sender, to, words, at }) => ({
            id,
            user_number: sender.replace(/^\+/, ''),
            notify_number: to.replace(/^\+44/, '0'),
            created_at: at.replace('Z', '123Z'),
            service_id: SERVICE,
            content: words,
          })),
          links: { current: 'https://api.notifications.service.gov.uk/v2/received-text-messages' },
        },
      }
    },
  },
  proof: {
    calls: (accounts) => [
      accounts.byNotify('POST /hooks/notify/receipt', receipt('delivered', ID)),
      accounts.byNotify(
        'POST /hooks/notify/received',
        received({ id: ID, from: '+447700900101', to: '+447700900900', words: 'she is ill' }),
      ),
      accounts.byNotify('POST /hooks/notify/returned', returned),
    ],
    header: 'authorization',
    ofTheWords: false,
  },
}
