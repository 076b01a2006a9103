/** What people do with a letter: look at it, let it go, stop it, say that it came back. */
import type { Letter, LetterState } from '../../../../shared/domain/letters/stored.ts'
import { ok, type Result, refused } from '../../../../shared/domain/result.ts'
import { raiseLetterTask } from '../../../../shared/follow-up/letters/letter-task.ts'
import type { Call } from '../../call.ts'

const save = async (call: Call, letter: Letter, kind: string, because?: string): Promise<Result<Letter>> => {
  const detail = {
    letter: letter.id,
    letter_kind: letter.kind,
    contact: letter.contactId,
    ...(because === undefined ? {} : { because }),
  }
  const saved = await call.stores.saveLetter(call.academy, letter, call.act(kind, { pupils: [letter.pupil], detail }))
  return saved === 'saved'
    ? ok({ ...letter, version: letter.version + 1 })
    : refused('stale', 'Somebody else has just moved this letter.', 'Look at the letter again.')
}

const inState = (letter: Letter, states: readonly LetterState[]): Result<never> | undefined =>
  states.includes(letter.state)
    ? undefined
    : refused('already', `The letter is ${letter.state}.`, 'Look at the letter again.', 'state')

/** Remembers that somebody who may release it has looked at its print. */
export const markPreviewed = async (call: Call, letter: Letter): Promise<Result<Letter>> =>
  letter.previewed !== undefined || !['ready', 'held'].includes(letter.state)
    ? ok(letter)
    : save(call, { ...letter, previewed: { by: call.caller.sub, at: call.now } }, 'letter-previewed')

/** Lets a letter go that somebody has looked at. Queued for the post where the school posts by itself. */
export const releaseLetter = async (call: Call, letter: Letter, because: string): Promise<Result<Letter>> => {
  const wrong = inState(letter, ['ready', 'held'])
  if (wrong) return wrong
  if (letter.print === undefined)
    return refused('not-printed', 'The letter has no print.', 'Wait a moment and look at the letter again.')
  if (letter.previewed === undefined)
    return refused('not-read', 'Nobody has looked at this letter.', 'Open its PDF, read it, and release it then.')
  const { holds, cases } = await call.stores.open(call.academy)
  if (holds.some((hold) => hold.pupil === letter.pupil))
    return refused('on-hold', 'The child is on hold.', 'End the hold first, or reach the family in another way.')
  if (cases.some((each) => each.pupil === letter.pupil))
    return refused('open-case', 'The child is missing: a case is open.', 'Release it once the child has been found.')
  const { why: _, ...rest } = letter
  const released = { by: call.caller.sub, at: call.now }
  const done = await save(call, { ...rest, state: 'released', released }, 'letter-released', because)
  if (done.ok && call.policy.letters.post === 'notify' && call.policy.live)
    await call.world.queue(call.env.LETTERS_QUEUE_URL).send([{ do: 'post', academy: call.academy, letter: letter.id }])
  return done
}

/** Stops a letter that has not left the house. */
export const holdLetter = async (call: Call, letter: Letter, because: string): Promise<Result<Letter>> =>
  inState(letter, ['ready', 'released']) ??
  save(call, { ...letter, state: 'held', why: because }, 'letter-held', because)

const CAME_BACK = 'A letter came back undelivered. Ask for the right address, and reach the parent in another way.'

/** The envelope lies on the office's desk again: a task asks for the right address. */
export const letterCameBack = async (call: Call, letter: Letter, because: string): Promise<Result<Letter>> => {
  const wrong = inState(letter, ['posted', 'printed'])
  if (wrong) return wrong
  const about = { id: `returned-${letter.id}`, pupil: letter.pupil, why: CAME_BACK }
  const moment = { policy: call.policy, version: call.policyVersion, now: call.now }
  await raiseLetterTask(call.stores, call.academy, about, moment)
  return save(call, { ...letter, state: 'returned', why: because }, 'letter-returned', because)
}
