/** Who is signed in, when today's registers open and close, and how each stands. */
import type * as z from 'zod'
import type { ClassAnswer, TodayAnswer } from '../../../../events/api/people.ts'
import { ownClasses } from '../../../../shared/api/own-classes.ts'
import type { Session } from '../../../../shared/domain/codes.ts'
import { onRoll, type SchoolClass } from '../../../../shared/domain/people.ts'
import { type Call, isOffice } from '../../call.ts'
import { fullName, readPupils } from '../../show.ts'
import { readSessionDay, type SessionDay } from '../registers/session-day.ts'

type Today = z.input<typeof TodayAnswer>
type RegisterState = Today['classes'][number]['registers']['AM']

/** A moment old: the page asks again in seconds. */
const stateOf = async (call: Call, day: SessionDay, classId: string): Promise<RegisterState> => {
  const register = await call.stores.register(call.academy, day.date, day.session, classId, false)
  if (day.closedFor(register) !== undefined) return 'no-school'
  if (register === undefined) return 'not-taken'
  return register.submitted ? 'submitted' : 'draft'
}

const mine = async (call: Call): Promise<readonly SchoolClass[]> => {
  const { classes } = await call.stores.roll.live(call.academy)
  if (isOffice(call)) return classes
  const own = await ownClasses(call)
  return classes.filter(({ id }) => own.includes(id))
}

export const todayFor = async (call: Call): Promise<Today> => {
  const days = await Promise.all(
    (['AM', 'PM'] satisfies Session[]).map((session) => readSessionDay(call, call.date, session)),
  )
  const [morning, afternoon] = days
  if (!morning || !afternoon) throw new RangeError('A day has two sessions')
  const classes = await mine(call)
  return {
    academy: { id: call.academy, name: call.policy.name, zone: call.policy.zone },
    sub: call.caller.sub,
    roles: [...call.roles],
    date: call.date,
    sessions: days.map(({ session, times }) => ({ session, opens: times.opens, closes: times.closes })),
    classes: await Promise.all(
      classes.map(async ({ id, name, pupils }) => {
        const [AM, PM] = await Promise.all([stateOf(call, morning, id), stateOf(call, afternoon, id)])
        return { id, name, pupils, registers: { AM, PM } }
      }),
    ),
  }
}

/** A class by name, with those on its roll today; `undefined` when there is none. */
export const classNames = async (call: Call, classId: string): Promise<z.input<typeof ClassAnswer> | undefined> => {
  const [{ classes }, roster] = await Promise.all([
    call.stores.roll.live(call.academy),
    call.stores.roll.roster(call.academy, classId),
  ])
  const found = classes.find(({ id }) => id === classId)
  if (!found) return undefined
  const due = roster.filter((entry) => onRoll(entry, call.date))
  const { pupils } = await readPupils(
    call,
    due.map(({ key }) => key),
  )
  return {
    id: found.id,
    name: found.name,
    pupils: due.flatMap(({ key, pupilId }) => (pupils[key] ? [{ id: pupilId, name: fullName(pupils[key]) }] : [])),
  }
}
