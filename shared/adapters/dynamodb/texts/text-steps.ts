/** The updates that claim, move and release a text, alike for cards and tasks and for one item or several in a transaction. */
import type { TextRecord } from '../../../domain/absence.ts'
import type { Session } from '../../../domain/codes.ts'
import type { PupilKey } from '../../../domain/people.ts'
import type { Act, TextMove } from '../../../ports/stores.ts'
import type { Key } from '../table.ts'
import { rankOf, slotAttribute } from './text-item.ts'

export interface TextUpdate {
  readonly Key: Key
  readonly UpdateExpression: string
  readonly ConditionExpression: string
  readonly ExpressionAttributeNames: Record<string, string>
  readonly ExpressionAttributeValues: Record<string, unknown>
}

/** The act as one card of several carries it: each pupil's history then tells it once. */
export const aboutOne = (act: Act, pupil: PupilKey): Act =>
  act.pupils === undefined ? act : { ...act, pupils: [pupil] }

/** Fills an empty slot, while the session stands as one of `standings` (any, and no card at all, when that is empty). */
export const claimOn = (
  Key: Key,
  slot: string,
  text: unknown,
  session: Session,
  standings: readonly string[],
  act: Act,
): TextUpdate => {
  const allowed = Object.fromEntries(standings.map((standing, index) => [`:while${index}`, standing]))
  const still = standings.length > 0
  return {
    Key,
    UpdateExpression: 'SET #slot = :text, act = :act ADD v :one',
    ConditionExpression: `attribute_not_exists(#slot)${
      still ? ` AND #session.#standing IN (${Object.keys(allowed).join(', ')})` : ''
    }`,
    ExpressionAttributeNames: {
      '#slot': slotAttribute(slot),
      ...(still && { '#session': session, '#standing': 's' }),
    },
    ExpressionAttributeValues: { ':text': text, ':act': act, ':one': 1, ...allowed },
  }
}

/** The same on a task that must still be open. */
export const claimOnTask = (Key: Key, slot: string, text: unknown, act: Act): TextUpdate => {
  const update = claimOn(Key, slot, text, 'AM', [], act)
  return { ...update, ConditionExpression: `${update.ConditionExpression} AND attribute_exists(pk)` }
}

/** Moves a state to a higher rank. */
export const moveOn = (Key: Key, slot: string, to: TextMove, act: Act): TextUpdate => ({
  Key,
  UpdateExpression: `SET #slot.#state = :state, #slot.#rank = :rank, act = :act${
    to.state === 'accepted' ? ', #slot.#accepted = :at' : ''
  }${to.providerId === undefined ? '' : ', #slot.#provider = :provider'} ADD v :one`,
  ConditionExpression: `attribute_exists(#slot.#state) AND #slot.#rank < :rank${
    to.whileAwaited === undefined
      ? ''
      : ' AND (#slot.#state = :claimed OR (#slot.#state = :accepted AND #slot.#accepted > :after))'
  }`,
  ExpressionAttributeNames: {
    '#slot': slotAttribute(slot),
    '#state': 's',
    '#rank': 'r',
    ...((to.state === 'accepted' || to.whileAwaited !== undefined) && { '#accepted': 'd' }),
    ...(to.providerId !== undefined && { '#provider': 'i' }),
  },
  ExpressionAttributeValues: {
    ':state': to.state,
    ':rank': rankOf(to.state),
    ':act': act,
    ':one': 1,
    ...(to.state === 'accepted' && { ':at': to.at }),
    ...(to.providerId !== undefined && { ':provider': to.providerId }),
    ...(to.whileAwaited !== undefined && { ':claimed': 'claimed', ':accepted': 'accepted', ':after': to.whileAwaited }),
  },
})

const empty = (Key: Key, slot: string, condition: string, names: object, values: object, act: Act): TextUpdate => ({
  Key,
  UpdateExpression: 'REMOVE #slot SET act = :act ADD v :one',
  ConditionExpression: condition,
  ExpressionAttributeNames: { '#slot': slotAttribute(slot), ...names },
  ExpressionAttributeValues: { ':act': act, ':one': 1, ...values },
})

/** Empties a slot that is still claimed as it was at that instant. */
export const releaseOn = (Key: Key, slot: string, at: TextRecord['at'], act: Act): TextUpdate =>
  empty(
    Key,
    slot,
    '#slot.#state = :claimed AND #slot.#at = :at',
    { '#state': 's', '#at': 'a' },
    { ':claimed': 'claimed', ':at': at },
    act,
  )

/** Empties a slot that points to the owner of the text being released. */
export const releasePointerOn = (Key: Key, slot: string, owner: string, act: Act): TextUpdate =>
  empty(Key, slot, '#slot.#owner = :owner', { '#owner': 'o' }, { ':owner': owner }, act)
