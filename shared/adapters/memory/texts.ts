/** Claiming, moving and releasing a text on the cards or the task that hold its record. */
import { TEXT_RANK, type TextRecord } from '../../domain/absence.ts'
import type { PupilKey } from '../../domain/people.ts'
import type { Stores, TextHome, TextMove } from '../../ports/stores.ts'
import { dayOf, isPointer, type KeptCard, type KeptText, type Memory } from './memory.ts'

type Cards = Extract<TextHome, { on: 'cards' }>

const owners = (home: Cards): readonly PupilKey[] => [
  home.owner,
  ...new Set(home.pupils.filter((pupil) => pupil !== home.owner)),
]

const blank = (pupil: PupilKey, date: string): KeptCard => ({
  pupil,
  classId: '',
  date,
  version: 0,
  vulnerable: false,
  sessions: {},
  texts: {},
})

const recordOf = (cards: ReadonlyMap<PupilKey, KeptCard>, text: KeptText, slot: string): TextRecord | undefined => {
  if (!isPointer(text)) return text
  const held = cards.get(text.owner)?.texts[slot]
  return held === undefined || isPointer(held) ? undefined : { ...held, owner: text.owner }
}

/** The record as the provider's word leaves it, or nothing when it says no more than is known. */
const moved = (was: TextRecord, to: TextMove): TextRecord | undefined => {
  if (TEXT_RANK[was.state] >= TEXT_RANK[to.state]) return undefined
  const isAwaited =
    to.whileAwaited === undefined ||
    was.state === 'claimed' ||
    (was.state === 'accepted' && (was.acceptedAt ?? '') > to.whileAwaited)
  if (!isAwaited) return undefined
  return {
    ...was,
    state: to.state,
    ...(to.state === 'accepted' ? { acceptedAt: to.at } : {}),
    ...(to.providerId === undefined ? {} : { providerId: to.providerId }),
  }
}

export const textMemory = (
  memory: Memory,
): Pick<Stores, 'claimText' | 'moveText' | 'releaseText' | 'textOfProviderId'> => {
  const put = (home: Cards, pupil: PupilKey, slot: string, text: KeptText | undefined): void => {
    const { cards } = dayOf(memory, home.date)
    const was = cards.get(pupil) ?? blank(pupil, home.date)
    const { [slot]: _, ...others } = was.texts
    cards.set(pupil, {
      ...was,
      version: was.version + 1,
      texts: text === undefined ? others : { ...others, [slot]: text },
    })
  }

  const claimOnCards = (
    home: Cards,
    slot: string,
    text: TextRecord,
    standing: Parameters<Stores['claimText']>[4],
  ): Awaited<ReturnType<Stores['claimText']>> => {
    const { cards } = dayOf(memory, home.date)
    const pupils = owners(home)
    const isFree = (pupil: PupilKey): boolean => {
      const card = cards.get(pupil)
      const stands = card?.sessions[standing.session]?.standing
      const isStill = standing.while.length === 0 || (stands !== undefined && standing.while.includes(stands))
      return card?.texts[slot] === undefined && isStill
    }
    const lost = pupils.filter((pupil) => !isFree(pupil))
    for (const pupil of lost) {
      const found = cards.get(pupil)?.texts[slot]
      const record = found && recordOf(cards, found, slot)
      if (record) return { claim: 'taken', record }
    }
    if (lost.length > 0) return { claim: 'refused', pupils: lost }
    const { pupils: _, ...alone } = text
    const own = pupils.length > 1 ? { ...alone, pupils } : alone
    for (const pupil of pupils) put(home, pupil, slot, pupil === home.owner ? own : { owner: home.owner })
    return { claim: 'claimed' }
  }

  /** The task of a page, open or ended, with the record changed; false when there is none or the change says no. */
  const onTask = (
    taskId: string,
    slot: string,
    change: (was: TextRecord | undefined) => TextRecord | undefined,
  ): boolean => {
    const place = memory.tasks.open.has(taskId) ? memory.tasks.open : memory.tasks.ended
    const task = place.get(taskId)
    const next = task && change(task.pages[slot])
    if (task === undefined || next === undefined) return false
    place.set(taskId, { ...task, version: task.version + 1, pages: { ...task.pages, [slot]: next } })
    return true
  }

  return {
    claimText: async (_academy, home, slot, text, standing, act) => {
      if (home.on === 'cards') {
        const claim = claimOnCards(home, slot, text, standing)
        if (claim.claim === 'claimed') memory.hear(act)
        return claim
      }
      const open = memory.tasks.open.get(home.taskId)
      const record = open?.pages[slot]
      if (record) return { claim: 'taken', record }
      if (open === undefined) return { claim: 'refused', pupils: [] }
      onTask(home.taskId, slot, () => text)
      memory.hear(act)
      return { claim: 'claimed' }
    },

    moveText: async (_academy, home, slot, to, act) => {
      if (home.on === 'task') {
        if (!onTask(home.taskId, slot, (was) => was && moved(was, to))) return 'kept'
        memory.hear(act)
        return 'moved'
      }
      const { cards } = dayOf(memory, home.date)
      const found = cards.get(home.owner)?.texts[slot]
      const owner = found !== undefined && isPointer(found) ? found.owner : home.owner
      const was = cards.get(owner)?.texts[slot]
      if (was === undefined) return 'nowhere'
      const next = isPointer(was) ? undefined : moved(was, to)
      if (next === undefined) return 'kept'
      put(home, owner, slot, next)
      memory.hear(act)
      return 'moved'
    },

    releaseText: async (_academy, home, slot, at, act) => {
      if (home.on === 'task') return 'kept'
      const was = dayOf(memory, home.date).cards.get(home.owner)?.texts[slot]
      if (was === undefined || isPointer(was) || was.state !== 'claimed' || was.at !== at) return 'kept'
      for (const pupil of owners(home)) put(home, pupil, slot, undefined)
      memory.hear(act)
      return 'released'
    },

    // Receipts in memory name the text by its place.
    textOfProviderId: async () => undefined,
  }
}
