/** A person lets a held batch of letters go, or counts its families as told: each pupil's stage says who did, and why. */
import type { z } from 'zod'
import type { HeldLettersBody } from '../../../../events/api/held-letters.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { settleHeld } from '../../../../shared/follow-up/letters/settle-held.ts'
import type { Call } from '../../call.ts'
import { readPupils } from '../../show.ts'

type Body = z.output<typeof HeldLettersBody>

export const settleHeldLetters = async (call: Call, body: Body): Promise<Result<{ readonly families: number }>> => {
  const { due } = await call.stores.open(call.academy)
  const waiting = due.filter(({ step, released }) => step === body.letter && released === undefined)
  const { pupils } = await readPupils(
    call,
    waiting.map(({ pupil }) => pupil),
  )
  const wanted = waiting.filter(
    ({ pupil }) => body.pupils === undefined || body.pupils.includes(pupils[pupil]?.pupilId ?? pupil),
  )
  if (wanted.length === 0)
    return refused('not-due', 'No such letter waits.', 'Look at the list of held letters again.', 'letter')
  const deciding = { ...call, by: call.caller.sub }
  let families = 0
  for (const each of wanted) if (await settleHeld(deciding, each, body)) families++
  return ok({ families })
}
