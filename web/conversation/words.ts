/** What passed with a parent, in words. */
import type * as z from 'zod'
import type { ThreadAnswer } from '../../events/api/conversation-answers.ts'
import type { WrittenText } from '../../shared/domain/texts/written.ts'

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

const each = (letters: readonly string[]): string => letters.join(' ')

/** What is about to go, before it is sent: "1 part, 43 of 480 characters, 2p", and whatever a carrier makes of its letters. */
export const lengthInWords = (written: WrittenText, characters: number, most: number): readonly string[] => {
  const { parts, pence, replaced, dear, lost, carrier } = written
  const who = carrier === 'notify' ? 'GOV.UK Notify sends' : 'The phone shows'
  return [
    `${parts} ${parts === 1 ? 'part' : 'parts'}, ${characters} of ${most} characters, ${pence}p.`,
    ...(dear.length > 0 ? [`A part holds 70 letters in place of 160, because of ${each(dear)}.`] : []),
    ...(replaced.length > 0
      ? [`${who} ${replaced.map(({ written: was, sent }) => `${sent} for ${was}`).join(', ')}.`]
      : []),
    ...(lost.length > 0 ? [`${each(lost)} cannot be sent: write it without.`] : []),
  ]
}
