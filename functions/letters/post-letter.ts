/**
 * Hands one released letter to the post, once. It is claimed in the record first; a crash after that leaves a claim which is settled by
 * asking the post, never by handing over blindly again.
 */
import type { LetterWork } from '../../events/letter-work.v1.ts'
import { printPath } from '../../shared/domain/letters/stored.ts'
import { minutesBetween } from '../../shared/domain/time.ts'
import { readDocument } from './documents.ts'
import { giveUp, type LetterPorts, moveLetter, readStep, type Step } from './ports.ts'
import { stillRight } from './still-right.ts'

/** A claim older than this is of a process that has died. */
const LEASE_MINUTES = 2
const AGAIN_SECONDS = 180
const ASK_SECONDS = 900
const MOST_TRIES = 20

type Post = Extract<LetterWork, { do: 'post' }>

const again = (work: Post, ports: LetterPorts): Promise<void> =>
  ports.work.send([{ ...work, tries: work.tries + 1 }], { delaySeconds: AGAIN_SECONDS })

const taken = async (step: Step, providerId: string, ports: LetterPorts): Promise<void> => {
  const { academy, letter } = step
  // First, so that a letter that comes back is always found.
  await ports.stores.keepPostId(providerId, { academy, letter: letter.id })
  await moveLetter(step, { state: 'posted', sent: { at: ports.now(), providerId } }, ports)
  await ports.work.send([{ do: 'ask', academy, letter: letter.id }], { delaySeconds: ASK_SECONDS })
}

const handOver = async (step: Step, work: Post, ports: LetterPorts): Promise<void> => {
  const { academy, policy } = step
  const document = await readDocument(ports.letters, academy, step.letter)
  const verdict = await stillRight(step, document, ports)
  if (verdict.may === 'not') {
    if (verdict.state === 'withdrawn') return giveUp(step, 'withdrawn', `A letter was stopped. ${verdict.why}`, ports)
    await moveLetter(step, { state: 'held', why: verdict.why }, ports)
    return
  }
  const sha256 = step.letter.print?.sha256 ?? ''
  const pdf = await ports.letters.get(printPath(academy, step.letter.id, sha256))
  if (pdf === undefined) throw new Error('The print of a letter is missing')
  const claimed = await moveLetter(step, { state: 'posting', sent: { at: ports.now() } }, ports)
  const reference = `${academy} ${step.letter.id}`
  const handover = await ports.postOf(policy).send({ pdf, reference, postage: policy.letters.postage })
  if (handover.outcome === 'accepted') return taken(claimed, handover.providerId, ports)
  if (handover.outcome === 'refused') {
    ports.log.write('LETTER_REFUSED', { academy })
    return giveUp(
      claimed,
      'refused',
      'GOV.UK Notify refused a letter. Print and post it, or correct the address.',
      ports,
    )
  }
  if (handover.outcome === 'busy') await moveLetter(claimed, { state: 'released' }, ports)
  await again(work, ports)
}

/** A claim that its process did not live to settle. */
const settleClaim = async (step: Step, work: Post, ports: LetterPorts): Promise<void> => {
  const { academy, letter, policy } = step
  if (letter.sent && minutesBetween(letter.sent.at, ports.now()) < LEASE_MINUTES) return again(work, ports)
  const found = await ports.postOf(policy).find(`${academy} ${letter.id}`)
  if (found.found === 'taken') return taken(step, found.providerId, ports)
  if (found.found === 'none') return handOver(await moveLetter(step, { state: 'released' }, ports), work, ports)
  return again(work, ports)
}

export const postLetter = async (work: Post, ports: LetterPorts): Promise<void> => {
  const step = await readStep(work.academy, work.letter, ports)
  if (step === undefined || (step.letter.state !== 'released' && step.letter.state !== 'posting')) return
  if (work.tries >= MOST_TRIES)
    return giveUp(
      step,
      'refused',
      'Nobody knows whether GOV.UK Notify took a letter. Look there by its reference.',
      ports,
    )
  await (step.letter.state === 'released' ? handOver(step, work, ports) : settleClaim(step, work, ports))
}

/** Asks, some time later, whether the post has printed what it took: it checks a letter only after taking it. */
export const askPost = async (work: Extract<LetterWork, { do: 'ask' }>, ports: LetterPorts): Promise<void> => {
  const step = await readStep(work.academy, work.letter, ports)
  const providerId = step?.letter.sent?.providerId
  if (step === undefined || providerId === undefined || step.letter.state !== 'posted') return
  const state = await ports.postOf(step.policy).state(providerId)
  if (state === 'taken') return
  if (state === 'refused')
    return giveUp(step, 'refused', 'GOV.UK Notify took a letter and then would not print it. Print and post it.', ports)
  if (work.tries < MOST_TRIES)
    await ports.work.send([{ ...work, tries: work.tries + 1 }], { delaySeconds: ASK_SECONDS })
}

/** The post names a letter that is not known: its id may not be kept yet, or the table was restored. It must be tried again. */
export class UnknownLetter extends Error {
  override readonly name = 'UnknownLetter'
}

/** A letter came back undelivered, perhaps weeks later. Throws `UnknownLetter` when there is none of this id. */
export const letterReturned = async (providerId: string, ports: LetterPorts): Promise<void> => {
  const known = await ports.stores.letterOfPostId(providerId)
  const step = known && (await readStep(known.academy, known.letter, ports))
  if (step === undefined) {
    ports.log.write('LETTER_UNKNOWN', {})
    throw new UnknownLetter('No letter has this id of the post')
  }
  if (step.letter.state === 'returned') return
  const why = 'A letter came back undelivered. Ask for the right address, and reach the parent in another way.'
  await giveUp(step, 'returned', why, ports)
}
