/**
 * A call to the absence line becomes a reply like any other: a clear report of an entitled adult is proposed and pauses calls until a
 * person confirms it; everything else goes to a person. It may be heard again, when a transcript comes or a message is delivered twice.
 */
import type { CallHeard } from '../../events/call-heard.v1.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Reply } from '../../shared/domain/known.ts'
import { accountOf, isOnlyPutThrough, isReport, readCall } from '../../shared/domain/line/account.ts'
import { hasLearned, type Learned } from '../../shared/domain/line/call.ts'
import type { Pupil } from '../../shared/domain/people.ts'
import { calendarOf, policyAt } from '../../shared/follow-up/load-known.ts'
import { findSender, type Sender } from '../../shared/inbound/sender.ts'
import type { LineCall } from '../../shared/ports/line-store.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { namesOf } from './concerned.ts'
import { endCall } from './end-call.ts'
import { actingFor, isDealtWith, pause, raise, readingOf } from './follow.ts'
import { isOutOfHours, speakerFor } from './hear.ts'
import {
  BARRED_CALL,
  CALL_BACK,
  LINE_REPORT,
  NEEDS,
  type Need,
  NO_CHILD_HERE,
  NOT_ENTITLED,
  UNKNOWN_CALL,
} from './needs.ts'
import type { Setting } from './setting.ts'
import type { HearPorts } from './use-case.ts'

/** Whoever rang was thanked on the telephone: no text is planned. */
type CallPorts = Omit<HearPorts, 'texts'>

interface Concerned {
  readonly pupils: readonly Pupil[]
  readonly barred: readonly Pupil[]
}

/**
 * The children a call is about: those chosen on the line, else those of the date of birth keyed, else all of the caller's. A child who was
 * chosen and is the caller's no more, as an import came in between, leaves nobody: the report is of no brother or sister.
 */
const concernedIn = (learned: Learned, { children, barredFrom }: Sender): Concerned => {
  const among = (isMeant: (pupil: Pupil) => boolean): Concerned => ({
    pupils: children.filter(isMeant),
    barred: barredFrom.filter(isMeant),
  })
  if (learned.pupils.length > 0) return among(({ key }) => learned.pupils.includes(key))
  const born = among(({ dateOfBirth }) => dateOfBirth === learned.birthDate)
  return born.pupils.length + born.barred.length > 0 ? born : { pupils: children, barred: barredFrom }
}

/** What the call asks of a person; nothing when the office has spoken to the caller, or somebody unknown rang off without a word. */
const needOf = (
  { learned }: LineCall['state'],
  isDanger: boolean,
  sender: Sender | undefined,
  { pupils, barred }: Concerned,
): Need | undefined => {
  if (sender !== undefined && barred.length > 0) return BARRED_CALL
  if (isDanger) return NEEDS.danger
  if (isOnlyPutThrough(learned)) return undefined
  if (sender === undefined) return hasLearned(learned) ? UNKNOWN_CALL : undefined
  const isTheirs = pupils.every((pupil) => !sender.notTheirs.includes(pupil))
  if (isReport(learned) && pupils.length > 0 && isTheirs) return LINE_REPORT
  if (!hasLearned(learned) && (pupils.length === 0 || !isTheirs)) return undefined
  if (pupils.length === 0) return NO_CHILD_HERE
  return isTheirs ? CALL_BACK : NOT_ENTITLED
}

const NOBODY: Concerned = { pupils: [], barred: [] }

/** The reply that a call is, and what it asks for; `undefined` when there is nothing to keep. */
const heardIn = async (call: LineCall, setting: Setting, stores: Stores) => {
  const { learned } = call.state
  const { policy } = setting.version
  const sender =
    call.from === undefined ? undefined : await findSender(stores, setting.academy, call.from, setting.date)
  const names = [...(sender?.children ?? []), ...(sender?.barredFrom ?? [])].flatMap(namesOf)
  const reading = readCall(learned, call.transcripts, call.about, policy, names)
  const concerned = sender ? concernedIn(learned, sender) : NOBODY
  const need = needOf(call.state, reading.kind === 'danger', sender, concerned)
  if (need === undefined) return undefined
  const about = concerned.barred.length > 0 ? concerned.barred : concerned.pupils
  const reply: Reply = {
    id: idOf('r', call.id),
    // A report of tomorrow is kept with tomorrow, where the register that it explains will be.
    date: isReport(learned) ? call.about : setting.date,
    at: call.began,
    version: 1,
    via: 'line',
    ...(sender ? { contactId: speakerFor(sender, about) } : {}),
    pupils: about.map((pupil) => pupil.key),
    reading,
    state: need === LINE_REPORT ? 'proposed' : 'unread',
    outOfHours: isOutOfHours(setting),
  }
  return { reply, need, answered: need === LINE_REPORT && reply.date === setting.date ? concerned.pupils : [] }
}

/** The day on which the call came: it is heard alike whenever it is heard. */
const settingOf = async (call: LineCall, { stores }: CallPorts): Promise<Setting> => {
  const { version, date } = await policyAt(stores, call.academy, call.began)
  const [calendar, { closures }] = await Promise.all([
    calendarOf(stores, call.academy, version.policy),
    stores.open(call.academy, false),
  ])
  return { academy: call.academy, date, now: call.began, version, calendar, closures }
}

/** Hears what a call has told so far. Throws when it is not known: the message comes again, then waits in the dead letters. */
export const hearCall = async ({ academy, call: id, as }: CallHeard, ports: CallPorts): Promise<void> => {
  const { stores, now, log } = ports
  const call = as === 'check' ? await endCall(academy, id, stores) : await stores.line.call(academy, id)
  if (call === undefined) throw new Error('A call is not in the record')
  const called = await settingOf(call, ports)
  const heard = await heardIn(call, called, stores)
  if (heard === undefined) return
  const { reply, need } = heard
  const setting: Setting = { ...called, now }
  const act = actingFor(reply, setting)
  const words = accountOf(call.state.learned, call.transcripts)
  const kept = await stores.keepReply(academy, reply, words, act('reply-kept', { ...readingOf(reply), via: 'line' }))
  if (kept === 'already') {
    if ((await stores.replyWords(academy, reply.date, reply.id)) !== words)
      await stores.rewordReply(academy, reply, words, act('reply-reworded', { reply: reply.id }))
    // What a person has settled stays settled; a danger word that came with a transcript never waits.
    if (need.kind !== 'safeguarding' && (await isDealtWith(reply, setting, stores))) return
  }
  await pause(heard, setting, stores, act)
  await raise(need, reply, setting, stores, act)
  log.write('REPLY_KEPT', { academy, reading: reply.reading.kind })
}
