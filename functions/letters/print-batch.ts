/**
 * Makes one print-ready batch for the office of every letter that is released: one file, one list. Which letters are in it is written down
 * first, so a batch that died half way is made again as it was and nobody gets two letters or none.
 */
import * as z from 'zod'
import type { LetterWork } from '../../events/letter-work.v1.ts'
import type { LetterDocument } from '../../shared/domain/letters/model.ts'
import { batchPath, type Letter } from '../../shared/domain/letters/stored.ts'
import { localDate } from '../../shared/domain/time.ts'
import { policyAt } from '../../shared/follow-up/load-known.ts'
import { readDocument } from './documents.ts'
import { type ManifestLine, manifestCsv } from './manifest.ts'
import { giveUp, goesByNotify, type LetterPorts, moveLetter, readStep, type Step } from './ports.ts'
import { stillRight } from './still-right.ts'

type Batch = Extract<LetterWork, { do: 'batch' }>

interface InBatch {
  readonly step: Step
  readonly document: LetterDocument
  readonly pages: number
}

const Chosen = z.array(z.string())

/** The letters of the batch: those written down at the first try, else every one released now, the same family side by side. */
const choose = async ({ academy, batch }: Batch, ports: LetterPorts): Promise<readonly string[]> => {
  const path = batchPath(academy, batch, 'letters.json')
  const before = await ports.letters.get(path)
  if (before !== undefined) return Chosen.parse(JSON.parse(Buffer.from(before).toString('utf8')))
  const inOrder = (one: Letter, other: Letter): number =>
    `${one.contactId} ${one.pupil} ${one.id}` < `${other.contactId} ${other.pupil} ${other.id}` ? -1 : 1
  const open = await ports.stores.openLetters(academy)
  const chosen = open
    .filter(({ state }) => state === 'released')
    .toSorted(inOrder)
    .map(({ id }) => id)
  await ports.letters.put(path, JSON.stringify(chosen), 'application/json')
  return chosen
}

/** A letter as it goes into the batch, or nothing when it must not go. Its print must be the very one that was kept. */
const ready = async (id: string, work: Batch, ports: LetterPorts): Promise<InBatch | undefined> => {
  const step = await readStep(work.academy, id, ports)
  const isIn = step?.letter.state === 'released' || step?.letter.sent?.batch === work.batch
  if (step === undefined || !isIn || step.letter.print === undefined) return undefined
  const document = await readDocument(ports.letters, work.academy, step.letter)
  if (step.letter.state === 'released') {
    const verdict = await stillRight(step, document, ports)
    if (verdict.may === 'not') {
      if (verdict.state === 'held') await moveLetter(step, { state: 'held', why: verdict.why }, ports)
      else await giveUp(step, 'withdrawn', `A letter was stopped. ${verdict.why}`, ports)
      return undefined
    }
  }
  const printing = await ports.press.print(document)
  if (!printing.printed || printing.letter.sha256 !== step.letter.print.sha256) {
    // The fonts or the press have changed since: the kept print is the letter, and a person posts that one.
    await giveUp(
      step,
      'refused',
      'A letter would not print again as it was kept. Print the kept one and post it.',
      ports,
    )
    return undefined
  }
  return { step, document, pages: printing.letter.pages }
}

const lineOf = ({ step, document, pages }: InBatch, pupilId: string): ManifestLine => ({
  reference: step.letter.reference,
  kind: step.letter.kind,
  pupilId,
  to: document.address,
  pages,
})

export const printBatch = async (work: Batch, ports: LetterPorts): Promise<void> => {
  const { academy, batch, by } = work
  const { version } = await policyAt(ports.stores, academy, ports.now())
  if (goesByNotify(version.policy)) return
  const found: InBatch[] = []
  for (const id of await choose(work, ports)) {
    const letter = await ready(id, work, ports)
    if (letter !== undefined) found.push(letter)
  }
  const pupils = await ports.stores.roll.pupils(academy, [...new Set(found.map(({ step }) => step.letter.pupil))])
  const date = localDate(ports.now(), version.policy.zone)
  const lines = found.map((each) => lineOf(each, pupils[each.step.letter.pupil]?.pupilId ?? ''))
  if (found.length > 0) {
    const pdf = await ports.press.printAll(
      found.map(({ document }) => document),
      `Letters of ${version.policy.name}, batch ${batch}`,
      date,
    )
    await ports.letters.put(batchPath(academy, batch, 'letters.pdf'), pdf, 'application/pdf')
  }
  for (const { step } of found.filter((each) => each.step.letter.state === 'released'))
    await moveLetter(step, { state: 'printed', sent: { at: ports.now(), batch } }, ports, by)
  // Last: whoever sees the list may trust that all of it is done.
  await ports.letters.put(batchPath(academy, batch, 'manifest.csv'), manifestCsv(lines), 'text/csv')
}
