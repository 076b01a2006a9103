/** What follows from an answer that is kept, by text or on the absence line; each step safe to do again. */
import { assigned } from '../../shared/domain/assigned.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Reply } from '../../shared/domain/known.ts'
import type { PupilKey } from '../../shared/domain/people.ts'
import { proposalsOf } from '../../shared/domain/replies/proposals.ts'
import type { Task } from '../../shared/domain/task.ts'

import type { Act, Stores } from '../../shared/ports/stores.ts'
import type { Heard } from './hear.ts'
import type { Need } from './needs.ts'
import type { Setting } from './setting.ts'

const SESSIONS = ['AM', 'PM'] as const
const GROUND = {
  rule: 'reply',
  clause: 'Response to non-attendance: the reason is recorded by a member of the attendance team',
}

export type Acting = (kind: string, detail: NonNullable<Act['detail']>) => Act

/** Acts of an answer say what was made of it, never its words. */
export const actingFor =
  (reply: Reply, { now, version }: Setting): Acting =>
  (kind, detail) => ({
    ...GROUND,
    at: now,
    by: reply.contactId === undefined ? 'unknown-number' : `parent:${reply.contactId}`,
    kind,
    pupils: reply.pupils,
    policy: version.version,
    detail,
    look: true,
  })

export const readingOf = ({ id, reading }: Reply): NonNullable<Act['detail']> => ({
  reply: id,
  reading: reading.kind,
  confidence: reading.confidence,
  ...(reading.code === undefined ? {} : { code: reading.code }),
  ...(reading.from === undefined ? {} : { from: reading.from }),
  ...(reading.until === undefined ? {} : { until: reading.until }),
})

/** Asks a person about some of the reply's children. `nth`: a second question of the same kind is a task of its own. */
export const raise = async (
  need: Need,
  reply: Reply,
  setting: Setting,
  stores: Stores,
  act: Acting,
  about: { readonly pupils: readonly PupilKey[]; readonly nth: number } = { pupils: reply.pupils, nth: 1 },
): Promise<void> => {
  const id = idOf(reply.date, need.kind, reply.id, ...(about.nth === 1 ? [] : [String(about.nth)]))
  const { duty, ...what } = need
  const task: Task = {
    ...what,
    ...GROUND,
    id,
    date: reply.date,
    version: 1,
    pupils: about.pupils,
    about: reply.id,
    raised: setting.now,
    ...assigned(setting.version.policy.duties[duty], setting.now),
    state: 'open',
    pages: {},
  }
  const why = { ...act('task-raised', { task: id, task_kind: need.kind }), pupils: about.pupils }
  await stores.raiseTask(setting.academy, task, why)
}

/** Pauses calls about children a clear reply is about; an arrival or a reason that a person confirmed stands. */
export const pause = async (
  { reply, answered }: Pick<Heard, 'reply' | 'answered'>,
  setting: Setting,
  stores: Stores,
  act: Acting,
): Promise<void> => {
  for (const { key } of answered) {
    const { code, until } = reply.readings?.[key] ?? reply.reading
    const reason = {
      ...(code === undefined ? {} : { code }),
      by: `parent:${reply.contactId}`,
      via: reply.via ?? ('text' as const),
      at: setting.now,
      until: until ?? setting.date,
    }
    const card = await stores.card(setting.academy, setting.date, key)
    for (const session of SESSIONS) {
      if (card?.sessions[session]?.standing !== 'unexplained') continue
      await stores.setStanding(
        setting.academy,
        { pupil: key, classId: card.classId, date: setting.date, vulnerable: card.vulnerable },
        session,
        { standing: 'answered', since: setting.now },
        reason,
        ['reported', 'arrived', 'withdrawn'],
        { ...act('absence-answered', { session, reply: reply.id }), pupils: [key] },
      )
    }
  }
}

/** The reply as it was kept before, with what a person has made of it since. */
export const keptReply = async (reply: Reply, setting: Setting, stores: Stores): Promise<Reply | undefined> =>
  (await stores.day(setting.academy, reply.date)).replies.find(({ id }) => id === reply.id)

export const isSettled = (state: Reply['state'] | undefined): boolean => state === 'confirmed' || state === 'dismissed'

/** Children of whom a person has judged the kept reply: one delivered again must not undo what they did. */
export const settledIn = (reply: Reply): readonly PupilKey[] =>
  proposalsOf(reply).flatMap(({ pupil, state }) => (isSettled(state) ? [pupil] : []))

/** True when a person has dealt with the kept reply for all of its children. */
export const isDealtWith = async (reply: Reply, setting: Setting, stores: Stores): Promise<boolean> =>
  isSettled((await keptReply(reply, setting, stores))?.state)
