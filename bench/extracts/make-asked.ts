import { askAsTrust } from './ask-as-trust.ts'
import { type Made, makeEverything } from './make-everything.ts'
import type { Asked } from './maker.ts'

export const makeAsked = (asked: Asked): Promise<Made> =>
  asked.what === 'trust'
    ? askAsTrust(asked.academies, asked.place)
    : makeEverything(asked.what, asked.academy, asked.place)
