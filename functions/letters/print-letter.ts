/** Prints a planned letter, once, and keeps the print; where it has a code, with a copy without it for the school to read. */
import { copyWithoutCode } from '../../shared/domain/letters/copy.ts'
import { copyPath, printPath } from '../../shared/domain/letters/stored.ts'
import { readDocument } from './documents.ts'
import { giveUp, goesByNotify, type LetterPorts, moveLetter, readStep } from './ports.ts'

export const printLetter = async (academy: string, id: string, ports: LetterPorts): Promise<void> => {
  const step = await readStep(academy, id, ports)
  if (step === undefined) return
  if (step.letter.state === 'planned') {
    const document = await readDocument(ports.letters, academy, step.letter)
    const readable = copyWithoutCode(document)
    const printing = await ports.press.print(document)
    const copy = readable && (await ports.press.print(readable))
    if (!printing.printed) return giveUp(step, 'refused', `A letter could not be printed. ${printing.why}`, ports)
    if (copy?.printed === false)
      return giveUp(step, 'refused', `The copy of a letter could not be printed. ${copy.why}`, ports)
    const { pdf, sha256, pages } = printing.letter
    await ports.letters.put(printPath(academy, id, sha256), pdf, 'application/pdf')
    if (copy) await ports.letters.put(copyPath(academy, id, sha256), copy.letter.pdf, 'application/pdf')
    const print = { sha256, pages, ...(copy ? { copy: true as const } : {}) }
    const byItself = step.policy.letters.release[step.letter.kind] === 'automatic'
    const released = { by: 'system', at: ports.now() }
    await moveLetter(step, byItself ? { state: 'released', print, released } : { state: 'ready', print }, ports)
    if (!byItself) return
  } else if (step.letter.state !== 'released') return
  // Also for a message that comes again: it may have died between the release and this.
  if (goesByNotify(step.policy)) await ports.work.send([{ do: 'post', academy, letter: id }])
}
