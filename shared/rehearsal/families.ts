/** Families who answer a first-day text although no reason in last year’s marks says so: the office takes it as contact made. */
import { addMinutes, localDate } from '../domain/time.ts'
import { RANK } from './agenda.ts'
import { chanceOf } from './chance.ts'
import type { Happened } from './happened.ts'
import type { Player } from './player.ts'
import type { Suppositions } from './school.ts'

/** From the text to the answer that the office has confirmed. */
export const ANSWER_MINUTES = 30

const ASKING: readonly string[] = ['text unreported', 'text ladder']

/** Contact made about one pupil, if nobody has said anything meanwhile. */
const answer = async (key: string, date: string, contact: string, player: Player): Promise<void> => {
  const { academy, stores, agenda, version } = player
  const card = await stores.card(academy, date, key)
  const session = card?.sessions.PM ? 'PM' : 'AM'
  if (card?.sessions[session]?.standing !== 'unexplained') return
  const at = agenda.now()
  const reason = { by: `parent:${contact}`, via: 'text', at, until: date } as const
  const act = {
    at,
    by: `parent:${contact}`,
    kind: 'absence-reported',
    pupils: [key],
    policy: version,
    look: true,
  } as const
  await stores.setStanding(academy, card, session, { standing: 'reported', since: at }, reason, [], act)
}

/** Enters the answers to a text that just went. The same families answer at every run with the same seed. */
export const enterAnswers = (text: Happened, player: Player, { answered, seed }: Suppositions): void => {
  if (!ASKING.includes(text.what) || answered === 0) return
  const date = localDate(text.at, player.policy.zone)
  const pupils = text.pupils.filter((key) => chanceOf(seed, key, date, 'answers') < answered)
  if (pupils.length === 0) return
  const run = async (): Promise<void> => {
    for (const key of pupils) await answer(key, date, text.contact ?? '', player)
  }
  player.agenda.add({ at: addMinutes(text.at, ANSWER_MINUTES), rank: RANK.after, run })
}
