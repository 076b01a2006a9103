import { textSlot } from './absence.ts'
import { idOf } from './ids.ts'
import type { PupilKey } from './people.ts'

type Slot = Parameters<typeof textSlot>[0]

/** The task that a reply of the office leaves which reached nobody: one for each reply. */
export const unsentReplyId = (date: string, owner: PupilKey, reply: Slot): string =>
  idOf(date, 'unsent', owner, textSlot(reply))

/** The task of a text of which nobody knows whether it went: one for each text. */
export const uncertainTextId = (date: string, owner: PupilKey, slot: string): string =>
  idOf(date, 'uncertain', owner, slot)

export const UNSENT_REPLY_WHY = 'A reply that the office wrote did not reach the contact. Ring them.'
export const UNCERTAIN_TEXT_WHY = 'A text may or may not have gone. Ring the contact; Firstbell will not send it again.'
