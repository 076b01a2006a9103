import { AttendCaseBody, MeetingBody, MeetingOutcomeBody, RearrangeBody } from '../../../events/api/attend.ts'
import { BecauseBody } from '../../../events/api/office.ts'
import { pathId } from '../../../events/values.ts'
import { arrangedMeeting, hasOpenPanel } from '../../../shared/domain/attend/attend-case.ts'
import { sharedParents } from '../../../shared/domain/attend/household.ts'
import { cancel, close, decline, newCase, settle } from '../../../shared/domain/attend/panel.ts'
import { firstName, type Pupil } from '../../../shared/domain/people.ts'
import { ok, refused } from '../../../shared/domain/result.ts'
import type { LocalDate } from '../../../shared/domain/time.ts'
import { answer, type Route, refusalAnswer, resultAnswer, route } from '../call.ts'
import { pageOf, readCursor } from '../page.ts'
import { fullName, readPupils } from '../show.ts'
import { type Arranged, arrangeMeeting, inviteAgain, rearrangeMeeting } from '../use-cases/attend/arrange-meeting.ts'
import { changeCase } from '../use-cases/attend/attend-case.ts'
import { impactNow, showImpact } from '../use-cases/attend/review-list.ts'
import { settlePanelTasks } from '../use-cases/attend/settle-panel-task.ts'
import { showAttendCase } from '../use-cases/attend/show-attend.ts'
import { findPupilOrLeaver } from '../use-cases/pupils/find-pupil.ts'

const WORKERS = ['lead', 'head'] as const
const READERS = ['lead', 'head', 'dsl'] as const
const ofPupil = { academy: pathId, pupil: pathId }
const ofMeeting = { ...ofPupil, meeting: pathId }

const list = route({ roles: READERS, path: { academy: pathId } }, async (call) => {
  const after = readCursor(call)
  if (!after.ok) return refusalAnswer(after.refusal)
  const cases = await call.stores.openAttendCases(call.academy)
  const { items, next } = pageOf(call, cases, ({ pupil }) => pupil, after.value)
  const panels = cases.filter(hasOpenPanel).map(({ pupil }) => pupil)
  const { pupils, ids } = await readPupils(call, [...new Set([...items.map(({ pupil }) => pupil), ...panels])])
  const household = (pupil: Pupil | undefined) =>
    pupil === undefined || !panels.includes(pupil.key)
      ? []
      : ids(panels.filter((key) => key !== pupil.key && isHousehold(pupil, pupils[key], call.date)))
  const shown = items.map((each) => {
    const pupil = pupils[each.pupil]
    const name = pupil ? fullName(pupil) : null
    return {
      ...showAttendCase(each, ids([each.pupil])[0] ?? each.pupil),
      name,
      class: pupil?.classId ?? null,
      household: household(pupil),
    }
  })
  return answer(200, { cases: shown, next: next ?? null })
})

const isHousehold = (one: Pupil, other: Pupil | undefined, date: LocalDate): boolean =>
  other !== undefined && sharedParents(one, other, date).length > 0

/** A governor sees the meetings they were asked to, and nothing of any case. */
const invitations = route({ roles: ['governor'], path: { academy: pathId } }, async (call) => {
  const cases = await call.stores.openAttendCases(call.academy)
  const meetings = cases.flatMap((aCase) => {
    const meeting = arrangedMeeting(aCase)
    return meeting?.governors.includes(call.caller.sub) ? [{ pupil: aCase.pupil, meeting }] : []
  })
  const { pupils } = await readPupils(
    call,
    meetings.map(({ pupil }) => pupil),
  )
  return answer(200, {
    meetings: meetings.map(({ pupil, meeting: { id, date, time, place } }) => {
      const child = pupils[pupil]
      return { id, date, time, place, child: child ? firstName(child) : null }
    }),
  })
})

const get = route({ roles: READERS, path: ofPupil }, async (call, at) => {
  const found = await findPupilOrLeaver(call.stores, call.academy, at.pupil)
  if (!found.ok) return refusalAnswer(found.refusal)
  const { key, pupilId } = found.value
  // The open one first: a case that closes between the two reads is then found, if twice, and never missed.
  const open = await call.stores.attendCase(call.academy, key)
  const closed = await call.stores.closedAttendCases(call.academy, key)
  return answer(200, {
    open:
      open && !closed.some(({ id }) => id === open.id)
        ? { ...showAttendCase(open, pupilId), impact: showImpact(await impactNow(call, open, found.value)) }
        : null,
    closed: closed.map((each) => showAttendCase(each, pupilId)),
  })
})

const open = route({ roles: WORKERS, path: ofPupil, body: AttendCaseBody }, async (call, at, { because }) => {
  const opened = await changeCase(
    call,
    at.pupil,
    (aCase) =>
      aCase.version === 0
        ? ok({ is: aCase, kind: 'attend-opened', detail: { because } })
        : refused('already', 'The pupil has an open attendance case.', 'Go on with it.'),
    ({ key }) => newCase(key, call.date, call.caller.sub, because, call.policy.attend),
  )
  return resultAnswer(opened, 201, ({ is }) => showAttendCase(is, at.pupil))
})

const end = route({ roles: WORKERS, path: ofPupil, body: BecauseBody }, async (call, at, { because }) => {
  const ended = await changeCase(call, at.pupil, (aCase) => {
    const is = close(aCase, call.date, because, { by: call.caller.sub, at: call.now })
    return is.ok ? ok({ is: is.value, kind: 'attend-closed', detail: { because } }) : is
  })
  if (ended.ok) await settlePanelTasks(call, ended.value.pupil.key)
  return resultAnswer(ended, 200, ({ is }) => showAttendCase(is, at.pupil))
})

const declined = route({ roles: WORKERS, path: ofPupil, body: BecauseBody }, async (call, at, { because }) => {
  const ended = await changeCase(call, at.pupil, (aCase) => {
    const is = decline(aCase)
    return is.ok ? ok({ is: is.value, kind: 'panel-declined', detail: { because } }) : is
  })
  if (ended.ok) await settlePanelTasks(call, ended.value.pupil.key)
  return resultAnswer(ended, 200, ({ is }) => showAttendCase(is, at.pupil))
})

const showArranged =
  (pupilId: string) =>
  ({ meeting, case: aCase, letters, untold }: Arranged) => ({
    meeting,
    case: showAttendCase(aCase, pupilId),
    ...(letters ? { letters: letters.letters, unposted: letters.unposted } : {}),
    ...(untold ? { untold } : {}),
  })

const meet = route({ roles: WORKERS, path: ofPupil, body: MeetingBody }, async (call, at, body) =>
  resultAnswer(await arrangeMeeting(call, at.pupil, body), 201, showArranged(at.pupil)),
)

const move = route({ roles: WORKERS, path: ofMeeting, body: RearrangeBody }, async (call, at, body) =>
  resultAnswer(await rearrangeMeeting(call, at.pupil, at.meeting, body), 201, showArranged(at.pupil)),
)

const invite = route({ roles: WORKERS, path: ofMeeting }, async (call, at) =>
  resultAnswer(await inviteAgain(call, at.pupil, at.meeting), 200, showArranged(at.pupil)),
)

const drop = route({ roles: WORKERS, path: ofMeeting, body: BecauseBody }, async (call, at, { because }) => {
  const dropped = await changeCase(call, at.pupil, (aCase) => {
    const is = cancel(aCase, at.meeting, because, { by: call.caller.sub, at: call.now })
    const detail = { meeting: at.meeting, because }
    return is.ok ? ok({ is: is.value, kind: 'meeting-cancelled', detail, look: true }) : is
  })
  return resultAnswer(dropped, 200, ({ is }) => showAttendCase(is, at.pupil))
})

const outcome = route({ roles: WORKERS, path: ofMeeting, body: MeetingOutcomeBody }, async (call, at, body) => {
  const settled = await changeCase(call, at.pupil, (aCase, pupil) => {
    const stranger = body.came.find((id) => !pupil.contacts.some(({ contactId }) => contactId === id))
    if (stranger !== undefined)
      return refused('no-contact', `${stranger} is no contact of the child.`, 'Name contacts of the child.', 'came')
    const { outcome: state, pupilSaid, parentsSaid, ...said } = body
    const held = {
      ...said,
      ...(pupilSaid === undefined ? {} : { pupilSaid }),
      ...(parentsSaid === undefined ? {} : { parentsSaid }),
      by: call.caller.sub,
      at: call.now,
    }
    const is = settle(aCase, at.meeting, state, held, call.date)
    const { by: _by, at: _at, ...words } = held
    return is.ok
      ? ok({ is: is.value, kind: `meeting-${state}`, detail: { meeting: at.meeting, ...words }, look: true })
      : is
  })
  return resultAnswer(settled, 200, ({ is }) => showAttendCase(is, at.pupil))
})

export const attendRoutes: Readonly<Record<string, Route>> = {
  'GET /academies/{academy}/attend': list,
  'GET /academies/{academy}/attend/invitations': invitations,
  'GET /academies/{academy}/pupils/{pupil}/attend': get,
  'POST /academies/{academy}/pupils/{pupil}/attend': open,
  'POST /academies/{academy}/pupils/{pupil}/attend/close': end,
  'POST /academies/{academy}/pupils/{pupil}/attend/decline': declined,
  'POST /academies/{academy}/pupils/{pupil}/attend/meetings': meet,
  'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/rearrange': move,
  'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/invite': invite,
  'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/cancel': drop,
  'POST /academies/{academy}/pupils/{pupil}/attend/meetings/{meeting}/outcome': outcome,
}
