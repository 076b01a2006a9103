/** The providers' calls to our hooks, through the gateway like any other request, and again as they do when we are in trouble. */
import { addMinutes } from '../shared/domain/time.ts'
import type { HookCall } from './accounts.ts'
import { RANK, type VirtualClock } from './clock.ts'
import type { Gateway } from './gateway.ts'

/** GOV.UK Notify repeats a call this often when it was answered with a 5xx. Source: its service callback tasks. */
const TIMES = 5
const AGAIN_MINUTES = 5

const SERVER_FAULT = 500

export const hookCalls = (clock: VirtualClock, gateway: () => Gateway) => {
  const waiting: HookCall[] = []
  const make = async (call: HookCall, again: number): Promise<void> => {
    const [method = '', path = ''] = call.route.split(' ')
    const { status } = await gateway()({ method, path, headers: call.headers, body: Buffer.from(call.body) })
    if (status < SERVER_FAULT || again === 0) return
    clock.add({ at: addMinutes(clock.now(), AGAIN_MINUTES), rank: RANK.timetable, run: () => make(call, again - 1) })
  }
  return {
    add: (call: HookCall): void => void waiting.push(call),
    /** Makes the calls that wait; true when there were any. */
    async pump(): Promise<boolean> {
      const calls = waiting.splice(0)
      for (const call of calls) await make(call, TIMES)
      return calls.length > 0
    },
  }
}
