/** Rings the absence line of an academy, by whoever answers it there. */
import type { LineCall } from '../../shared/ports/line-store.ts'
import type { Stores } from '../../shared/ports/stores.ts'
import type { RunAccounts } from '../accounts.ts'
import type { Calls } from '../calls.ts'
import type { FaultBoard } from '../faults.ts'
import type { Gateway } from '../gateway.ts'
import type { Wiring } from '../wiring.ts'
import { type CallerScript, makeCaller } from './caller.ts'
import { ringByConnect } from './connect-phone.ts'
import { ringByTwilio } from './twilio-phone.ts'

export interface Rung {
  readonly call: string
  readonly provider: 'connect' | 'twilio'
  /** Every sentence the caller heard, in order. */
  readonly said: readonly string[]
  readonly did: readonly string[]
  /** What the call told; `undefined` when the number reaches no line. */
  readonly kept: LineCall | undefined
}

interface Parts {
  readonly wiring: Wiring
  readonly calls: Calls
  readonly gateway: Gateway
  readonly accounts: RunAccounts
  readonly faults: FaultBoard
  readonly stores: Stores
}

export const makeTelephone = ({ wiring, calls, gateway, accounts, faults, stores }: Parts) => {
  let count = 0
  const twice = async <T>(once: () => Promise<T>): Promise<T> => {
    if (faults.now().twice) await once()
    return once()
  }
  const twilio = {
    accounts,
    post: ({ route, query, headers, body }: ReturnType<RunAccounts['byTwilio']>) => {
      const [method = '', path = ''] = route.split(' ')
      const address = query ? `${path}?${query}` : path
      return twice(() => gateway({ method, path: address, headers, body: Buffer.from(body) }))
    },
  }
  const connect = {
    flows: wiring.flows,
    call: (arn: string, event: unknown) => twice(() => calls.call(arn, event)),
  }
  return {
    /** Plays a call through the real functions, to its end. */
    async ring(academy: string, provider: Rung['provider'], script: CallerScript): Promise<Rung> {
      const caller = makeCaller(script)
      count++
      const call =
        provider === 'twilio' ? await ringByTwilio(caller, count, twilio) : await ringByConnect(caller, count, connect)
      return { call, provider, said: caller.said, did: caller.did, kept: await stores.line.call(academy, call) }
    },
  }
}

export type Telephone = ReturnType<typeof makeTelephone>
