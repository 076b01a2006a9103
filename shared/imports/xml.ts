/**
 * Reads XML element by element (sax, strict): nothing is expanded but the five entities of XML itself, nothing is fetched, and a document
 * type is refused, because it is where entities are declared.
 */
import sax from 'sax'
import { MOST_FILE_BYTES, TOO_LARGE } from '../domain/imports/file-size.ts'
import { fileText } from '../domain/imports/file-text.ts'
import type { FileProblem } from './table.ts'

const MOST_DEPTH = 40
const MOST_TEXT = 20_000
const PIECE = 65_536

/** What is heard of a document. */
export interface XmlListener {
  opened(name: string, line: number): void
  /** The element is at its end; `text` is what stood directly in it, trimmed. */
  closed(name: string, text: string, line: number): void
}

class Unreadable extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem.what)
    this.problem = problem
  }
}

/** Tells a listener of every element, in order; answers the one problem that makes the file unreadable. */
export const readXml = (bytes: Uint8Array, listener: XmlListener): FileProblem | undefined => {
  const wrong = (line: number, what: string, remedy: string): Unreadable =>
    new Unreadable({ line, column: '', what, remedy })
  if (bytes.length > MOST_FILE_BYTES) return { line: 0, column: '', ...TOO_LARGE }
  const parser = sax.parser(true, { position: true })
  const texts: string[] = []
  const line = (): number => parser.line + 1
  parser.onerror = () => {
    throw wrong(
      line(),
      'The file is not XML: an element is not closed, or a character has no place.',
      'Export it again.',
    )
  }
  parser.ondoctype = () => {
    throw wrong(line(), 'The file declares a document type, which is not read.', 'Export it without one.')
  }
  parser.onopentag = ({ name }) => {
    if (texts.length === MOST_DEPTH) throw wrong(line(), 'Elements stand too deep in each other.', 'Export it again.')
    texts.push('')
    listener.opened(name, line())
  }
  const heard = (text: string): void => {
    const all = `${texts.pop() ?? ''}${text}`
    if (all.length > MOST_TEXT) throw wrong(line(), 'An element is too long.', 'Export it again.')
    texts.push(all)
  }
  parser.ontext = heard
  parser.oncdata = heard
  parser.onclosetag = (name) => listener.closed(name, (texts.pop() ?? '').trim(), line())
  try {
    const text = fileText(bytes)
    if (text.trim() === '') throw wrong(1, 'The file is empty.', 'Export it again.')
    for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE))
    parser.close()
  } catch (error) {
    if (error instanceof Unreadable) return error.problem
    throw error
  }
  return undefined
}
