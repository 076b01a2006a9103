/** Puts the lines of an events file on the clock's agenda: calls, replies, receipts, arrivals, through the paths they take in life. */
import { type DayEvent, DayEventV1 } from '../../events/day-event.v1.ts'
import { addMinutes, canonicalInstant, type Instant, instantOf } from '../../shared/domain/time.ts'
import { classIdOf } from '../../shared/imports/class-id.ts'
import type { CarriedText } from '../carrier.ts'
import { RANK } from '../clock.ts'
import { readProblem } from '../problem.ts'
import { callSchool, officeOf } from '../school-call.ts'
import type { Played } from './take-registers.ts'

/** Reads an events file. Throws naming the line and what is wrong with it. */
export const readEvents = (text: string): readonly DayEvent[] =>
  text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return []
    const refuse = (what: string): never => {
      throw new Error(`events, line ${index + 1}: ${what}`)
    }
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      return refuse('this is not JSON; write one object a line')
    }
    const parsed = DayEventV1.safeParse(value)
    const issue = parsed.error?.issues[0]
    return parsed.success ? [parsed.data] : refuse(`${issue?.path.join('.') || 'kind'}: ${issue?.message}`)
  })

const instantOfEvent = ({ at }: DayEvent, { date, policy }: Played): Instant => {
  if (at.includes('T')) return canonicalInstant(at)
  return addMinutes(instantOf(date, at.slice(0, 5), policy.zone), Number(at.slice(6) || 0) / 60)
}

/** The last text about a pupil, or to a number. */
const lastText = async (
  about: { pupil?: string | undefined; to?: string | undefined },
  { stack, academy }: Played,
): Promise<CarriedText | undefined> => {
  const key = about.pupil === undefined ? undefined : await stack.stores.roll.keyOf(academy, about.pupil)
  return stack.carrier
    .texts()
    .findLast(
      ({ text }) =>
        (about.to === undefined || text.to === about.to) &&
        (key === undefined || (text.about?.pupils.includes(key) ?? false)),
    )
}

/** The mobile a parent of the pupil would write from: who was texted, else the first contact with one. */
const mobileOf = async (pupil: string | undefined, played: Played): Promise<string | undefined> => {
  const texted = await lastText({ pupil }, played)
  if (texted) return texted.text.to
  const key = pupil === undefined ? undefined : await played.stack.stores.roll.keyOf(played.academy, pupil)
  if (key === undefined) return undefined
  const found = (await played.stack.stores.roll.pupils(played.academy, [key]))[key]
  return found?.contacts.toSorted((one, other) => one.priority - other.priority).find(({ mobile }) => mobile)?.mobile
}

type Request = readonly [method: string, path: string, body: unknown]

const requestOf = async (event: DayEvent, at: Instant, played: Played): Promise<Request | undefined> => {
  const { date, policy, stack, academy } = played
  switch (event.kind) {
    case 'call': {
      const { reason, code, reportedBy, via } = event
      const from = event.from ?? date
      const body = {
        from,
        until: event.until ?? from,
        reason,
        reportedBy,
        via,
        ...(code === undefined ? {} : { code }),
      }
      return ['POST', `pupils/${event.pupil}/absences`, body]
    }
    case 'arrival': {
      const arrived = event.arrived === undefined ? at : instantOf(date, event.arrived, policy.zone)
      return [
        'POST',
        `pupils/${event.pupil}/arrivals`,
        { at: arrived, because: event.because ?? 'Signed in at the office' },
      ]
    }
    case 'departure':
      return ['POST', `pupils/${event.pupil}/departures`, { at, because: event.because }]
    case 'mark':
      return [
        'PATCH',
        `pupils/${event.pupil}/marks/${date}/${event.session}`,
        { code: event.code, because: event.because },
      ]
    case 'closure':
      return [
        'POST',
        'closures',
        { from: date, until: date, sessions: event.sessions, code: event.code, because: event.because },
      ]
    case 'late-opening':
      return ['POST', 'late-openings', { date, opens: event.opens, because: event.because }]
    case 'register': {
      const { classes } = await stack.stores.roll.live(academy)
      const id = classes.find(({ id }) => id === classIdOf(event.class))?.id ?? event.class
      const marks = Object.fromEntries(Object.entries(event.marks).map(([pupil, code]) => [pupil, { code }]))
      return ['PUT', `registers/${date}/${event.session}/${id}`, { marks, submitted: true }]
    }
    case 'reply':
    case 'receipt':
      return undefined
  }
}

const happen = async (event: DayEvent, at: Instant, played: Played): Promise<void> => {
  const { stack, academy, policy, refuse } = played
  const what = `The ${event.kind} at ${event.at}`
  if (event.kind === 'reply') {
    const from = event.from ?? (await mobileOf(event.pupil, played))
    if (from === undefined)
      return refuse({ of: 'act', what, why: `no contact of ${event.pupil} has a mobile; say "from"` })
    return stack.carrier.reply({ from, to: event.to ?? policy.texts.number, body: event.body })
  }
  if (event.kind === 'receipt') {
    const text = await lastText(event, played)
    if (!text) return refuse({ of: 'act', what, why: 'no such text was sent by then' })
    stack.carrier.receipt(text.id, event.state, at)
    return
  }
  const request = await requestOf(event, at, played)
  if (!request) return
  const [method, path, body] = request
  const called = await callSchool(stack, officeOf(academy), method, `/academies/${academy}/${path}`, body)
  if (called.status >= 400) refuse({ of: 'act', what, why: readProblem(called.body) })
}

/** An event without an academy is of every academy that is played. */
export const isOf = (event: DayEvent, academy: string): boolean =>
  event.academy === undefined || event.academy === academy

/** Enters events after what the timetable does at the same moment. */
export const enterEvents = (events: readonly DayEvent[], played: Played): void => {
  for (const event of events) {
    if (!isOf(event, played.academy)) continue
    const at = instantOfEvent(event, played)
    const run = () => happen(event, at, played)
    played.stack.clock.add({ at, rank: RANK.after, what: `${played.academy} ${event.kind}`, run })
  }
}

/** Every text is delivered a minute after the network took it, but those whose fate the events tell. */
export const deliverTexts = (events: readonly DayEvent[], played: Played): void => {
  const { stack, academy } = played
  const told = events.filter((event) => event.kind === 'receipt')
  stack.carrier.onAccepted(({ id, text, at }) => {
    if (text.about?.academy !== academy) return
    const run = async (): Promise<void> => {
      const pupils = await stack.idsOf(academy, text.about?.pupils ?? [])
      const scripted = told.some(
        (event) => event.to === text.to || (event.pupil !== undefined && pupils.includes(event.pupil)),
      )
      if (!scripted) stack.carrier.receipt(id, 'delivered', stack.clock.now())
    }
    stack.clock.add({ at: addMinutes(at, 1), rank: RANK.after, run })
  })
}
