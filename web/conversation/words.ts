/** What passed with a parent, in words. */
import type * as z from 'zod'
import type { ThreadAnswer } from '../../events/api/conversation-answers.ts'

export type Thread = z.output<typeof ThreadAnswer>
export type ThreadLine = Thread['lines'][number]

const KINDS: Readonly<Record<string, string>> = {
  unreported: 'Asked where the child is',
  late: 'Said that the child came late',
  correction: 'Put right what was said before',
  warning: 'Warned of the attendance',
  ladder: 'Asked again where the child is',
  reminder: 'Reminded',
  acknowledgement: 'Thanked',
  reply: 'Written by the school',
}

const STATES: Readonly<Record<string, string>> = {
  claimed: 'being handed over',
  uncertain: 'nobody can say whether it went',
  refused: 'refused by the carrier',
  accepted: 'sent, no receipt yet',
  failed: 'reached nobody',
  delivered: 'delivered',
  proposed: 'waits for the school',
  unread: 'waits to be read',
  confirmed: 'confirmed by the school',
  dismissed: 'was no answer',
}

/** How a text or an answer stands. */
export const stateInWords = (state: string): string => STATES[state] ?? state

/** "Asked where the child is, delivered": what a line was and how it stands. */
export const aboutLine = (line: ThreadLine): string => {
  if (line.what === 'text') return `${KINDS[line.kind] ?? 'Text'}, ${stateInWords(line.state)}`
  return `${line.what === 'call' ? 'Rang the absence line' : 'Wrote'}, ${stateInWords(line.state)}`
}

/** What is about to go: "1 part, 43 of 480 characters". */
export const lengthInWords = (parts: number, characters: number, most: number): string =>
  `${parts} ${parts === 1 ? 'part' : 'parts'}, ${characters} of ${most} characters.`
