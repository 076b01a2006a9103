/** The providers' calls to our hooks, through the gateway like any other request, and again where a provider calls again. */
import { addMinutes } from '../shared/domain/time.ts'
import type { HookCall } from './accounts.ts'
import { RANK, type VirtualClock } from './clock.ts'
import type { Gateway } from './gateway.ts'

interface Patience {
  /** How often it calls again after the first time. */
  readonly times: number
  readonly minutesApart: number
}

/** GOV.UK Notify calls again when it was answered with a 5xx or 429, or not at all. Source: its service callback tasks. */
const NOTIFY: Patience = { times: 5, minutesApart: 5 }
/**
 * Twilio calls once. Only a connection that fails is tried again, at once, and a number's fallback address, which Firstbell does not ask for, would
 * be called once. Source: Twilio documentation, "Availability and reliability" and "Webhooks: connection overrides".
 */
const TWILIO: Patience = { times: 0, minutesApart: 0 }

const patienceOf = ({ route }: HookCall): Patience => (route.includes('/hooks/notify/') ? NOTIFY : TWILIO)

const SERVER_FAULT = 500
const TOO_MANY = 429

export const hookCalls = (clock: VirtualClock, gateway: () => Gateway) => {
  const waiting: HookCall[] = []
  const make = async (call: HookCall, again: number): Promise<void> => {
    const [method = '', path = ''] = call.route.split(' ')
    const address = call.query ? `${path}?${call.query}` : path
    const { status } = await gateway()({ method, path: address, headers: call.headers, body: Buffer.from(call.body) })
    if ((status < SERVER_FAULT && status !== TOO_MANY) || again === 0) return
    const at = addMinutes(clock.now(), patienceOf(call).minutesApart)
    clock.add({ at, rank: RANK.timetable, run: () => make(call, again - 1) })
  }
  return {
    add: (call: HookCall): void => void waiting.push(call),
    /** Makes the calls that wait; true when there were any. */
    async pump(): Promise<boolean> {
      const calls = waiting.splice(0)
      for (const call of calls) await make(call, patienceOf(call).times)
      return calls.length > 0
    },
  }
}
