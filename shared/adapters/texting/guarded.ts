import type { Texter } from '../../ports/texter.ts'

/** Reserved by Ofcom for drama; nobody has them. */
const DRAMA_NUMBER = /^\+447700900\d{3}$/

/** Outside a live school a text may go only to numbers that nobody has: no rehearsal ever reaches a family. */
export const guardedTexter = (texter: Texter, live: boolean): Texter =>
  live
    ? texter
    : {
        ...texter,
        send: async (text, now) =>
          DRAMA_NUMBER.test(text.to)
            ? texter.send(text, now)
            : { outcome: 'refused', why: 'not live: only numbers reserved for drama' },
      }
