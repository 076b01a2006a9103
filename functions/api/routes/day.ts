import type * as z from 'zod'
import type { BrakeAnswer, DayAnswer } from '../../../events/api/day.ts'
import { localDate, pathId } from '../../../events/values.ts'
import { CODES } from '../../../shared/domain/codes.ts'
import type { Known } from '../../../shared/domain/known.ts'
import { policyOfDay } from '../../../shared/domain/late-opening.ts'
import type { Pupil, PupilKey } from '../../../shared/domain/people.ts'
import { proposalsOf } from '../../../shared/domain/replies/proposals.ts'
import { writtenTogether } from '../../../shared/domain/replies/stranger.ts'
import type { TaskKind } from '../../../shared/domain/task.ts'
import { loadKnown } from '../../../shared/follow-up/load-known.ts'
import { stillBelow } from '../../../shared/follow-up/still-below.ts'
import { problem } from '../../../shared/platform/http.ts'
import { answer, type Call, OFFICE, type Route, route } from '../call.ts'
import { fullName, readPupils } from '../show.ts'
import { senderOf } from '../use-cases/conversation/reply-sender.ts'
import { heldTexts } from '../use-cases/office/held-texts.ts'
import { type ListRow, officeList } from '../use-cases/office/office-list.ts'

type Day = z.input<typeof DayAnswer>
type Row = Day['rows'][number]
/** Tasks that somebody's words raised: whoever does them reads the words first. */
const ABOUT_WORDS: readonly TaskKind[] = [
  'confirm-reply',
  'unread',
  'unknown-number',
  'safeguarding',
  'stopped-texts',
  'wrong-number',
]

type Pupils = Readonly<Record<PupilKey, Pupil>>

const named = (pupils: Pupils) => (key: PupilKey) => {
  const pupil = pupils[key]
  return pupil
    ? { id: pupil.pupilId, name: fullName(pupil), class: pupil.classId }
    : { id: key, name: null, class: null }
}

/** The answer that waits for a child, with its words and whether its sender may speak for the child. */
const showReply = async (call: Call, row: ListRow, pupils: Pupils): Promise<Row['reply']> => {
  const { reply } = row
  const [key = ''] = row.pupils
  const child = pupils[key]
  if (!reply || !child) return undefined
  const { code, until } = proposalsOf(reply).find(({ pupil }) => pupil === key)?.reading ?? reply.reading
  return {
    id: reply.id,
    words: (await call.stores.replyWords(call.academy, reply.date, reply.id)) ?? null,
    code: code ?? null,
    meaning: code === undefined ? null : CODES[code].meaning,
    until: until ?? null,
    contact: reply.contactId ?? null,
    entitled: senderOf(reply, { children: [child], about: [child] }, call.date) === 'entitled',
  }
}

/** The words that a row's tasks are about, but for an answer that the row shows anyway. A task of an earlier day has them in that day. */
const showSaid = async (call: Call, { tasks, reply }: ListRow, known: Known): Promise<Row['said']> => {
  const about = tasks.filter(
    (task) => task.about !== undefined && task.about !== reply?.id && ABOUT_WORDS.includes(task.kind),
  )
  if (about.length === 0) return undefined
  const said = await Promise.all(
    about.map(async ({ about: id, date }) => {
      const replies = date === known.date ? known.replies : (await call.stores.day(call.academy, date)).replies
      const first = replies.find((each) => each.id === id)
      return first === undefined ? [] : writtenTogether(first, replies)
    }),
  )
  const once = new Map(said.flat().map((each) => [each.id, each]))
  const shown = [...once.values()].map(async ({ id, date, at }) => ({
    id,
    at,
    words: (await call.stores.replyWords(call.academy, date, id)) ?? null,
  }))
  return once.size === 0 ? undefined : Promise.all(shown)
}

const showRow = async (call: Call, row: ListRow, pupils: Pupils, known: Known): Promise<Row> => {
  const { section, classId, session, happened, next, brake, textAt } = row
  const [reply, said] = await Promise.all([showReply(call, row, pupils), showSaid(call, row, known)])
  return {
    section,
    pupils: row.pupils.map(named(pupils)),
    happened,
    next,
    tasks: row.tasks.map(({ id, kind, why, urgent, due, doers }) => ({
      id,
      kind,
      why,
      urgent,
      due,
      doers: [...doers],
    })),
    ...(classId === undefined ? {} : { class: classId }),
    ...(session === undefined ? {} : { session }),
    ...(brake === undefined ? {} : { brake }),
    ...(textAt === undefined ? {} : { textAt }),
    ...(reply === undefined ? {} : { reply }),
    ...(said === undefined ? {} : { said }),
  }
}

const day = route({ roles: OFFICE, path: { academy: pathId, date: localDate } }, async (call, at) => {
  const known = await loadKnown(call.stores, call.academy, at.date, call.policy)
  const policy = policyOfDay(call.policy, known.lateOpening)
  const rows = officeList(known, policy, call.now, at.date === call.date)
  const { pupils, ids } = await readPupils(
    call,
    rows.flatMap((row) => row.pupils),
  )
  const list = {
    date: at.date,
    classes: Object.fromEntries(known.classes.map(({ id, name }) => [id, name])),
    rows: await Promise.all(rows.map((row) => showRow(call, row, pupils, known))),
    brakes: known.brakes
      .filter((brake) => brake.state === 'held')
      .map(({ id, kind, because, pupils: held, at: since }) => ({ id, kind, because, pupils: [...ids(held)], since })),
  }
  return { ...answer(200, { ...list, asOf: call.now } satisfies Day), comparedBy: list }
})

const brake = route({ roles: OFFICE, path: { academy: pathId, brake: pathId } }, async (call, at) => {
  const [today, open] = await Promise.all([call.stores.day(call.academy, call.date), call.stores.open(call.academy)])
  const found = today.brakes.find(({ id }) => id === at.brake)
  if (!found)
    return problem({
      status: 404,
      code: 'not-found',
      title: 'There is no such brake today.',
      remedy: 'Look at the list again.',
    })
  const { pupils } = await readPupils(call, found.pupils)
  const held = found.pupils.flatMap((key) => pupils[key] ?? [])
  const about = found.kind === 'warning' ? held.map((pupil) => ({ pupil })) : []
  const below = about.length === 0 ? [] : await stillBelow(call, about, call.policy, call.stores)
  const missed = new Map(below.map(({ pupil, missed: said }) => [pupil.key, said]))
  const moment = { policy: call.policy, date: call.date, time: call.time, day: today, open, missed }
  const { texts, withoutText } = heldTexts(found, held, moment)
  const show = named(pupils)
  return answer(200, {
    id: found.id,
    kind: found.kind,
    because: found.because,
    state: found.state,
    since: found.at,
    texts: texts.map(({ contact, pupils: about, body }) => ({
      to: contact.name,
      relationship: contact.relationship,
      pupils: about.map(({ key }) => show(key)),
      body,
    })),
    withoutText: withoutText.map(({ pupil, why }) => ({ pupil: show(pupil.key), why })),
  } satisfies z.input<typeof BrakeAnswer>)
})

export const dayRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/days/{date}': day,
  'GET /academies/{academy}/brakes/{brake}': brake,
}
