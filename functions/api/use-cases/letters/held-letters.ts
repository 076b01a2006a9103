/** A person lets a held batch of letters go, or counts its families as told: each pupil's stage says who did, and why. */
import type { z } from 'zod'
import type { HeldLettersBody } from '../../../../events/api/held-letters.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { afterSending, type StageRecord } from '../../../../shared/domain/stages/stage.ts'
import type { DueStep } from '../../../../shared/domain/stages/steps.ts'
import type { Call } from '../../call.ts'
import { readPupils } from '../../show.ts'

type Body = z.output<typeof HeldLettersBody>

const TRIES = 3

const after = (call: Call, record: StageRecord, how: Body['do']): StageRecord =>
  how === 'told' || record.due === undefined
    ? afterSending(record, call.now, [])
    : { ...record, due: { ...record.due, released: { by: call.caller.sub, at: call.now } } }

/** True once it stands; a letter that is due no more, or has gone, is left alone. */
const settleOne = async (call: Call, { pupil, year }: DueStep, body: Body): Promise<boolean> => {
  for (let tried = 0; tried < TRIES; tried++) {
    const record = await call.stores.stage(call.academy, year, pupil, true)
    if (record.due?.step !== body.letter) return false
    const act = call.act(body.do === 'told' ? 'stage-told' : 'letter-let-go', {
      pupils: [pupil],
      detail: { step: body.letter, figures: record.due.tally, because: body.because },
      look: true,
    })
    if ((await call.stores.saveStage(call.academy, after(call, record, body.do), act)) === 'saved') return true
  }
  return false
}

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
  let families = 0
  for (const each of wanted) if (await settleOne(call, each, body)) families++
  return ok({ families })
}
