/** A provider's adapter against a server of its documented answers. */
import type { Texter } from '../../../shared/ports/texter.ts'
import { type Answer, nobodyThere, providerServer } from '../../support/provider-server.ts'
import type { Carrier } from '../texter-contract.ts'
import type { OpenedProvider } from './provider.ts'

/** Long enough for an answer on one machine, and soon over where none comes. */
export const SHORT_PATIENCE = 400

/** `texterAt` gives the adapter that asks that address. */
export const served = async (
  answers: Readonly<Record<Exclude<Carrier, 'cannot be reached' | 'hangs up' | 'says nothing'>, Answer>>,
  texterAt: (url: string) => Texter,
): Promise<OpenedProvider> => {
  const nowhere = await nobodyThere()
  let answering: Answer = answers['takes it']
  const server = await providerServer(() => answering)
  const behaviours: Readonly<Record<Exclude<Carrier, 'cannot be reached'>, Answer>> = {
    ...answers,
    'hangs up': 'hang up',
    'says nothing': 'say nothing',
  }
  return {
    texterWhen(carrier) {
      if (carrier === 'cannot be reached') return texterAt(nowhere)
      answering = behaviours[carrier]
      return texterAt(server.url)
    },
    answer(answer) {
      answering = answer
    },
    asked: server.asked,
    close: server.close,
  }
}
