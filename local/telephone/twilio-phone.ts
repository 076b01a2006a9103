/** Twilio on one machine: it calls our webhook through the gateway, signed, and does what the markup it gets back says. */
import { createHash } from 'node:crypto'
import type { HookCall, RunAccounts } from '../accounts.ts'
import type { Answer } from '../http.ts'
import type { Caller } from './caller.ts'

export interface TwilioParts {
  readonly accounts: RunAccounts
  /** Makes a request to the HTTP API, as often as the network repeats it; the last answer counts. */
  post(call: HookCall): Promise<Answer>
}

const VOICE = 'POST /hooks/twilio/voice'
/** How Twilio gives a number that is withheld. */
const WITHHELD = '+266696687'

const idOf = (prefix: string, of: string): string =>
  `${prefix}${createHash('sha256').update(of).digest('hex').slice(0, 32)}`

const plain = (markup: string): string =>
  markup.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCodePoint(Number(code)))

const attribute = (verb: string, name: string): string => new RegExp(`${name}="([^"]*)"`).exec(verb)?.[1] ?? ''

/** The one verb after what is said. Throws for markup that this telephone does not know: no caller would hear anything either. */
const readMarkup = (markup: string) => {
  const say = [...markup.matchAll(/<Say[^>]*>(.*?)<\/Say>/g)].map(([, words = '']) => plain(words)).join(' ')
  const verb = /<(Gather|Record|Dial|Hangup)\b[^>]*>/.exec(markup)
  if (!verb) throw new Error('The line answered with markup that says neither what to ask nor to hang up')
  const [whole, name] = verb
  const action = attribute(whole, 'action')
  return {
    say,
    name,
    action,
    most: Number(attribute(whole, 'numDigits') || 1),
    finish: attribute(whole, 'finishOnKey'),
    transcripts: attribute(whole, 'transcribeCallback'),
    redirect: /<Redirect[^>]*>([^<]*)<\/Redirect>/.exec(markup)?.[1] ?? action,
    number: /<Number>([^<]*)<\/Number>/.exec(markup)?.[1] ?? '',
  }
}

/** Plays one call to its end. Gives the provider's id of it. */
export const ringByTwilio = async (caller: Caller, count: number, { accounts, post }: TwilioParts): Promise<string> => {
  const { from = WITHHELD, to } = caller.script
  const call = idOf('CA', `call ${count}`)
  const send = async (address: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    const [, query = ''] = address.split('?')
    const common = { CallSid: call, From: from, To: to, Direction: 'inbound', CallStatus: 'in-progress' }
    const answer = await post(accounts.byTwilio(VOICE, { ...common, ...fields }, query))
    if (answer.status >= 400) throw new Error(`The line refused a webhook with ${answer.status}`)
    return String(answer.body)
  }
  const transcripts: { readonly address: string; readonly recording: string; readonly words: string }[] = []
  let recordings = 0

  const next = async (asked: ReturnType<typeof readMarkup>): Promise<string | undefined> => {
    if (asked.name === 'Hangup' || caller.hasLeft()) return undefined
    if (asked.name === 'Dial')
      return send(asked.action, { DialCallStatus: caller.isPutThrough(asked.number) ? 'completed' : 'no-answer' })
    if (asked.name === 'Gather') {
      const answer = caller.answers(asked.most)
      if (answer.by === 'keys') {
        const [keyed = ''] = asked.finish === '' ? [answer.keys] : answer.keys.split(asked.finish)
        return send(asked.action, { Digits: keyed })
      }
      return send(
        asked.action,
        answer.by === 'words' ? { SpeechResult: answer.words, Confidence: '0.9' } : { Digits: '' },
      )
    }
    const message = caller.leavesMessage()
    if (!message) return send(asked.redirect, {})
    const recording = idOf('RE', `recording ${count} ${++recordings}`)
    if (message.words !== undefined) transcripts.push({ address: asked.transcripts, recording, words: message.words })
    return send(asked.action, { RecordingSid: recording, RecordingDuration: '8', Digits: '#' })
  }

  let markup: string | undefined = await send('', { CallStatus: 'ringing' })
  while (markup !== undefined) {
    const asked = readMarkup(markup)
    caller.hears(asked.say)
    markup = await next(asked)
  }
  if (caller.script.tellsEnd) await send('', { CallStatus: 'completed', CallDuration: '60' })
  for (const { address, recording, words } of transcripts)
    await send(address, {
      RecordingSid: recording,
      TranscriptionStatus: 'completed',
      TranscriptionText: words,
      CallStatus: 'completed',
    })
  return call
}
