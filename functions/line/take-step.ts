/**
 * One step of a call: what came back is taken once, whatever the network repeats, and what was learned is on its way to the office before
 * the caller hears the next sentence.
 */
import type { CallHeard } from '../../events/call-heard.v1.ts'
import { dangerSpoken } from '../../shared/domain/line/account.ts'
import type { Input, LineFacts, Move } from '../../shared/domain/line/call.ts'
import { beginCall, keepInput, takeInput } from '../../shared/domain/line/dialogue.ts'
import { spoken } from '../../shared/domain/line/speak.ts'
import { e164 } from '../../shared/domain/number.ts'
import type { Instant } from '../../shared/domain/time.ts'
import type { UnreadPorts } from '../../shared/platform/unread.ts'
import type { LineCall } from '../../shared/ports/line-store.ts'
import type { Queue } from '../../shared/ports/queue.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import { lineFacts } from './line-facts.ts'

export interface StepPorts extends UnreadPorts {
  readonly stores: Stores
  readonly inbound: Queue
  readonly now: Instant
}

/** Why words are kept among the unread calls that belong to no call we know. */
export const NO_SUCH_CALL = { field: 'CallSid', rule: 'no_such_call' } as const

export interface Step {
  /** The network's own id of the call. */
  readonly call: string
  /** The number that was rung. */
  readonly to: string
  /** The number that rings; absent when it is withheld. */
  readonly from: string | undefined
  /** Which answer this is: 0 is the call itself, 1 the answer to the first question. */
  readonly step: number
  readonly input: Input
}

/** What is said, and what the network is to do next. */
export interface Answered {
  readonly say: string
  readonly next: Move['do']
  /** The step that the answer to this will be. */
  readonly step: number
  readonly transferTo?: string
}

/** No call lasts longer: forty steps at most, most of them seconds. As late as a queue can hold a message back. */
const OVER_BY_SECONDS = 900

const NO_SUCH_NUMBER: Answered = { say: 'This number is not in use. Goodbye.', next: 'hang-up', step: 0 }

const answered = (call: LineCall, move: Move, step: number, facts: LineFacts): Answered => {
  const { transfer } = facts.policy.line
  return {
    say: spoken(move, call.state, facts),
    next: move.do,
    step: step + 1,
    ...(move.do === 'transfer' ? { transferTo: transfer } : {}),
  }
}

/** A line that is off has nothing to tell. Sent for a repeated step too: the first time may have ended between keeping and telling. Hearing it twice changes nothing. */
const tell = async (call: LineCall, step: number, facts: LineFacts, { inbound }: StepPorts): Promise<void> => {
  const message = (as: CallHeard['as']): CallHeard => ({ academy: call.academy, call: call.id, as })
  const { learned, place, step: taken } = call.state
  if (place === 'over') return taken === 0 ? undefined : inbound.send([message('end')])
  if (step === 0) await inbound.send([message('check')], { delaySeconds: OVER_BY_SECONDS })
  if (dangerSpoken(learned, call.transcripts, facts.policy).length > 0) await inbound.send([message('danger')])
}

const newCall = (academy: string, { call: id, from }: Step, facts: LineFacts, now: Instant): LineCall => {
  const { state, move } = beginCall(facts)
  return {
    id,
    academy,
    version: 0,
    ...(from === undefined ? {} : { from }),
    began: now,
    about: facts.from,
    state,
    moves: [move],
    transcripts: {},
  }
}

const moved = (call: LineCall, input: Input, facts: LineFacts): LineCall => {
  const { state, move } = takeInput(call.state, input, facts)
  return { ...call, state, moves: [...call.moves, move] }
}

/** A recording that is out of turn: networks say that the caller rang off before they say what was recorded meanwhile. */
const withRecording = (call: LineCall, input: Input): LineCall => {
  if (input.kind !== 'recording' || call.state.learned.recordings.includes(input.recording)) return call
  return { ...call, state: keepInput(input, call.state) }
}

/** What the step makes of the call; the call itself when it has been taken already or comes out of turn and brings nothing that was said. */
const next = (call: LineCall, { step, input }: Step, facts: LineFacts): LineCall => {
  if (call.state.place === 'over') return withRecording(call, input)
  const isNext = step === call.state.step + 1 || input.kind === 'hang-up'
  return isNext ? moved(call, input, facts) : withRecording(call, input)
}

/** Takes a step. A number that no academy has says so, with an alarm: parents ring it and nobody hears. */
export const takeStep = async (step: Step, ports: StepPorts): Promise<Answered> => {
  const { stores, now, log } = ports
  const academy = await stores.policies.academyOfNumber(e164(step.to))
  if (academy === undefined) {
    log.write('LINE_UNKNOWN_ACADEMY', { function: 'line' })
    return NO_SUCH_NUMBER
  }
  const before = await stores.line.call(academy, step.call)
  if (before === undefined && step.input.kind === 'hang-up') return { say: '', next: 'hang-up', step: 0 }
  const from = before ? before.from : step.from
  const facts = await lineFacts(stores, academy, { from, about: before?.about }, now)
  const after = before ? next(before, step, facts) : newCall(academy, step, facts, now)
  if (after !== before) {
    const kept = await stores.line.keepCall(after, before?.version ?? 0)
    // The same step, delivered twice at once: the other one took it.
    if (kept === 'stale') return takeStep(step, ports)
  }
  // Of a step that was taken before, what was said then; of anything out of turn, what was said last.
  const at = step.input.kind === 'hang-up' ? after.state.step : Math.min(step.step, after.state.step)
  await tell(after, step.step, facts, ports)
  log.write('LINE_ANSWERED', { academy, place: after.state.place })
  const move = after.moves[at]
  if (move === undefined) throw new RangeError('A call has a step without a move')
  return answered(after, move, at, facts)
}
