import type * as z from 'zod'
import { type PupilsAnswer, SearchBody } from '../../../events/api/pupils.ts'
import { pathId } from '../../../events/values.ts'
import { withoutPrivateWords } from '../../../shared/domain/attend/private-words.ts'
import { schoolYearOf } from '../../../shared/domain/calendar.ts'
import { hasStopped, isBarred, isRingOnly } from '../../../shared/domain/contacts.ts'
import { onRoll, type Pupil, type RollEntry, type StoppedTexts } from '../../../shared/domain/people.ts'
import { addDays } from '../../../shared/domain/time.ts'
import type { ChronicleEntry } from '../../../shared/ports/stores.ts'
import { answer, type Call, LEADS, OFFICE, type Route, refusalAnswer, route } from '../call.ts'
import { cursorAt, pageOf, readCursor } from '../page.ts'
import { MOST_DAYS, readDate, TOO_LONG } from '../query.ts'
import { fullName, readPupils, showCase } from '../show.ts'
import { findPupilOrLeaver } from '../use-cases/pupils/find-pupil.ts'
import { pupilHistory } from '../use-cases/pupils/pupil-history.ts'
import { isNamed } from '../use-cases/pupils/search-pupils.ts'
import { belowLine } from './attendance.ts'

/** A contact with what they may be told; a confidential address is nobody's business on a screen. */
const showContact = (call: Call, stopped: readonly StoppedTexts[]) => (contact: Pupil['contacts'][number]) => {
  const { address, postcode, ...rest } = contact
  const barred = isBarred(contact, call.date)
  return {
    ...rest,
    ...(contact.addressConfidential || barred ? {} : { address: address ?? [], postcode: postcode ?? null }),
    stopped: hasStopped(contact, stopped),
    mayBeTold: barred
      ? 'nothing: do not contact'
      : isRingOnly(contact)
        ? 'only to ring the school'
        : 'where the child is and why we ask',
  }
}

const pupil = route({ roles: OFFICE, path: { academy: pathId, pupil: pathId } }, async (call, at) => {
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const { key, contacts, ...rest } = found.value
  const [cases, open, card, known, live] = await Promise.all([
    call.stores.casesOf(call.academy, key),
    call.stores.open(call.academy),
    call.stores.card(call.academy, call.date, key),
    call.stores.knownAbsences(call.academy, call.date),
    call.stores.roll.pupils(call.academy, [key]),
  ])
  return answer(200, {
    ...rest,
    id: found.value.pupilId,
    onRoll: key in live,
    contacts: contacts.map(showContact(call, open.stopped)),
    today: card ? { sessions: card.sessions } : null,
    visitRisk: open.risks.find((risk) => risk.pupil === key) ?? null,
    hold: open.holds.find((hold) => hold.pupil === key)?.review ?? null,
    knownAbsences: known.filter((absence) => absence.pupil === key).map(({ pupil: _, ...absence }) => absence),
    cases: cases.map((each) => showCase(each, () => [found.value.pupilId])),
  })
})

/** Those whose name fits what was typed; all of them when nothing was. */
const namedAs = async (
  call: Call,
  entries: readonly RollEntry[],
  typed: string | undefined,
): Promise<readonly RollEntry[]> => {
  if (typed === undefined) return entries
  const { pupils: found } = await readPupils(
    call,
    entries.map((entry) => entry.key),
  )
  return entries.filter(({ key }) => found[key] && isNamed(found[key], typed))
}

const pupils = route({ roles: OFFICE, path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const { classes } = await call.stores.roll.live(call.academy)
  const wanted = call.request.query.class
  const rosters = await Promise.all(
    classes
      .filter((each) => wanted === undefined || each.id === wanted)
      .map((each) => call.stores.roll.roster(call.academy, each.id)),
  )
  const below = await belowLine(call)
  if (!below.ok) return refusalAnswer(below.refusal)
  const onList = rosters.flat().filter(({ key }) => below.value?.has(key) ?? true)
  const entries = await namedAs(call, onList, call.request.query.q)
  const { items, next } = pageOf(call, entries, (entry) => entry.pupilId, after.value)
  const { pupils: found } = await readPupils(
    call,
    items.map((entry) => entry.key),
  )
  return answer(200, {
    pupils: items.flatMap((entry) => {
      const one = found[entry.key]
      return one
        ? [
            {
              id: one.pupilId,
              name: fullName(one),
              class: one.classId,
              yearGroup: one.yearGroup,
              ...below.value?.figures(one.key),
            },
          ]
        : []
    }),
    ...(below.value ? { through: below.value.through } : {}),
    next: next ?? null,
  })
})

/** The work with a family is the lead's; the office reads that it was done, and not what was said. */
const ABOUT_FAMILIES = /^(attend|meeting|panel|action|check-in|barrier|review|support|return|leave|conference)-/

const showEntry =
  (call: Call) =>
  ({ pupils: _keys, about: _about, academy: _academy, ...entry }: ChronicleEntry) => {
    const isPrivate =
      entry.detail && ABOUT_FAMILIES.test(entry.kind) && !call.roles.some((role) => LEADS.includes(role))
    return isPrivate ? { ...entry, detail: withoutPrivateWords(entry.detail ?? {}) } : entry
  }

const MOST_FOUND = 100

const search = route({ roles: OFFICE, path: { academy: pathId }, body: SearchBody }, async (call, _at, body) => {
  const { classes } = await call.stores.roll.live(call.academy)
  const rosters = await Promise.all(classes.map(({ id }) => call.stores.roll.roster(call.academy, id)))
  const entries = rosters.flat().filter((entry) => body.left || onRoll(entry, call.date))
  const { pupils: all } = await readPupils(
    call,
    entries.map(({ key }) => key),
  )
  const gone = body.left ? await call.stores.roll.allLeavers(call.academy) : []
  const everybody = [...entries.flatMap(({ key }) => all[key] ?? []), ...gone.filter(({ key }) => !(key in all))]
  const found = everybody.filter((one) => isNamed(one, body.name))
  return answer(200, {
    pupils: found.slice(0, MOST_FOUND).map((one) => ({
      id: one.pupilId,
      name: fullName(one),
      class: classes.find(({ id }) => id === one.classId)?.name ?? one.classId,
      yearGroup: one.yearGroup,
      ...(onRoll(one, call.date) && one.key in all ? {} : { left: one.left ?? null }),
    })),
    next: null,
  } satisfies z.input<typeof PupilsAnswer>)
})

const chronicle = route({ roles: OFFICE, path: { academy: pathId, pupil: pathId } }, async (call, at) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const until = readDate(call, 'until', call.date)
  if (!until.ok) return refusalAnswer(until.refusal)
  const from = readDate(call, 'from', schoolYearOf(until.value))
  if (!from.ok) return refusalAnswer(from.refusal)
  if (from.value < addDays(until.value, -MOST_DAYS)) return refusalAnswer(TOO_LONG)
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const between = { from: from.value, until: until.value }
  const { entries, next } = await pupilHistory(call, found.value.key, between, after.value)
  return answer(200, {
    entries: entries.map(showEntry(call)),
    next: next === undefined ? null : cursorAt(call, next),
  })
})

export const listRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/pupils': pupils,
  'POST /academies/{academy}/pupils/search': search,
  'GET /academies/{academy}/pupils/{pupil}': pupil,
  'GET /academies/{academy}/pupils/{pupil}/chronicle': chronicle,
}
