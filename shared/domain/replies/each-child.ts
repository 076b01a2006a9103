/**
 * "Amelia is ill, Tom is on his way": one text that says different things of brothers and sisters is read for each of them, so that
 * what is true of one is never put down to another.
 */
import type { ReplyReading } from '../known.ts'
import type { PupilKey } from '../people.ts'
import { namesIn, OF_ALL, THE_SAME } from './names.ts'
import { normalise } from './normal.ts'
import { type ReplyContext, readReply } from './read-reply.ts'

export interface NamedChild {
  readonly key: PupilKey
  /** First names they go by. */
  readonly names: readonly string[]
}

/** Readings of a text that can hold something else for each child; danger, STOP and the like are of the whole text. */
const DIVISIBLE: readonly ReplyReading['kind'][] = ['reason', 'coming', 'elsewhere', 'unclear']

/** A clause, and what ends it. A full stop ends one only before a space: "10.30" is a time. */
const CLAUSE = /(.*?)([,;!?]+\s*|\.(?:\s|$)|\s(?:but|and|while|whereas|&)\s|$)/g
const FILLERS = /\b(?:hi|hello|morning|sorry|so|both)\b/g

interface Part {
  readonly keys: readonly PupilKey[]
  readonly text: string
}

const clausesOf = (text: string): readonly string[] =>
  [...text.matchAll(CLAUSE)].map(([whole]) => whole).filter((clause) => clause.trim() !== '')

/** A clause that holds a name and nothing of it, as the first of "Amelia and Tom are ill". */
const saysNothing = (clause: string, names: readonly string[]): boolean =>
  names
    .reduce((left, name) => left.replaceAll(normalise(name), ' '), clause.replace(/\s(?:and|&|but)\s*$/, ' '))
    .replace(FILLERS, ' ')
    .replace(/[^a-z0-9]/g, '') === ''

/** The text in parts, each of the children it speaks of. A clause without a name goes on about whoever was named last. */
const partsOf = (text: string, children: readonly NamedChild[]): readonly Part[] => {
  const names = children.flatMap((child) => child.names)
  const everybody = children.map(({ key }) => key)
  let waiting: Part = { keys: [], text: '' }
  let current: readonly PupilKey[] = everybody
  const parts: Part[] = []
  for (const clause of clausesOf(text)) {
    const { named } = namesIn(clause, names)
    const keys = children.filter((child) => child.names.some((name) => named.includes(name))).map(({ key }) => key)
    const both = [...waiting.keys, ...keys]
    if (keys.length > 0 && saysNothing(clause, names)) waiting = { keys: both, text: waiting.text + clause }
    else if (keys.length > 0) {
      current = both
      parts.push({ keys: both, text: waiting.text + clause })
      waiting = { keys: [], text: '' }
    } else parts.push({ keys: OF_ALL.test(clause) ? everybody : current, text: clause })
  }
  return waiting.keys.length > 0 ? [...parts, waiting] : parts
}

/**
 * The reading of each child that a text names, or `undefined` where one reading stands for all of them: it names fewer than two, or says
 * the same of each. Of a child it names and says nothing of, the reading is unclear.
 */
export const readForEach = (
  words: string,
  whole: ReplyReading,
  children: readonly NamedChild[],
  context: ReplyContext,
): Readonly<Record<PupilKey, ReplyReading>> | undefined => {
  if (children.length < 2 || !DIVISIBLE.includes(whole.kind)) return undefined
  const parts = partsOf(normalise(words), children)
  const textOf = ({ key }: NamedChild) =>
    parts
      .filter(({ keys }) => keys.includes(key))
      .map(({ text }) => text)
      .join('')
  const first = (key: PupilKey) => parts.findIndex(({ keys }) => keys.includes(key) && keys.length < children.length)
  const texts = new Set(children.map(textOf))
  if (texts.size === 1) return undefined
  const readings: Record<PupilKey, ReplyReading> = {}
  let before: ReplyReading | undefined
  for (const child of children.toSorted((one, other) => first(one.key) - first(other.key))) {
    const own = readReply(textOf(child), context)
    const isSame = own.kind === 'unclear' && before !== undefined && THE_SAME.test(textOf(child))
    const reading = isSame && before ? before : own
    readings[child.key] = { ...reading, named: child.names.filter((name) => whole.named.includes(name)) }
    before = reading
  }
  return readings
}
