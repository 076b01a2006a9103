import type * as z from 'zod'
import { type RegisterAnswer, RegisterBody } from '../../../events/api/registers.ts'
import { localDate, pathId, session } from '../../../events/values.ts'
import { mayTake, notYours } from '../../../shared/api/own-classes.ts'
import { fullName, readPupils } from '../../../shared/api/pupils.ts'
import { onRoll, type RollEntry } from '../../../shared/domain/people.ts'
import type { Mark, Register } from '../../../shared/domain/register.ts'
import { problem } from '../../../shared/platform/http.ts'
import { answer, type Call, type Route, refusalAnswer, route } from '../call.ts'
import { markedElsewhere, marksIn, type OtherRegisters } from '../use-cases/registers/marked-elsewhere.ts'
import { registerAsItStood } from '../use-cases/registers/register-as-it-stood.ts'
import { type RegisterPlace, type SavedRegister, saveRegister } from '../use-cases/registers/save-register.ts'
import { readSessionDay } from '../use-cases/registers/session-day.ts'

const path = { academy: pathId, date: localDate, session, class: pathId }

const showMark = ({ code, source, minutesLate, note }: Mark) => ({
  code,
  source,
  ...(minutesLate === undefined ? {} : { minutesLate }),
  ...(note === undefined ? {} : { note }),
})

const show = (
  register: Pick<Register, 'date' | 'session' | 'classId' | 'version' | 'submitted' | 'marks'>,
  roster: readonly RollEntry[],
): z.input<typeof RegisterAnswer> => ({
  date: register.date,
  session: register.session,
  class: register.classId,
  version: register.version,
  submitted: register.submitted,
  marks: Object.fromEntries(
    roster
      .filter((entry) => register.marks[entry.key] !== undefined || onRoll(entry, register.date))
      .map((entry) => {
        const mark = register.marks[entry.key]
        return [entry.pupilId, mark ? showMark(mark) : null]
      }),
  ),
})

const idsOf = (roster: readonly RollEntry[], keys: readonly string[]): readonly string[] =>
  roster.filter((entry) => keys.includes(entry.key)).map((entry) => entry.pupilId)

/** The register as the teacher sees it: who has moved here after they were marked has that mark, and it says where. */
const showWith = (
  { elsewhere }: OtherRegisters,
  register: Parameters<typeof show>[0],
  roster: readonly RollEntry[],
): z.input<typeof RegisterAnswer> => {
  const ofOthers = roster.flatMap(({ key, pupilId }) => {
    const classId = elsewhere.get(key)?.classId
    return classId === undefined || register.marks[key] !== undefined ? [] : [[pupilId, classId] as const]
  })
  return {
    ...show({ ...register, marks: { ...marksIn(elsewhere), ...register.marks } }, roster),
    ...(ofOthers.length > 0 ? { markedIn: Object.fromEntries(ofOthers) } : {}),
  }
}

const showSaved = ({ register, roster, overKnown, disputed, others }: SavedRegister) => ({
  ...showWith(others, register, roster),
  ...(overKnown.length > 0 ? { presentOverKnownAbsence: idsOf(roster, overKnown) } : {}),
  ...(disputed.length > 0 ? { askedTheOffice: idsOf(roster, disputed) } : {}),
})

const put = route(
  { roles: ['teacher', 'office', 'lead', 'head', 'dsl'], path, body: RegisterBody },
  async (call, at, body) => {
    if (!(await mayTake(call, at.class))) return notYours
    const saved = await saveRegister(call, { date: at.date, session: at.session, classId: at.class }, body)
    if (saved.ok) {
      const { version } = saved.value.register
      return answer(version === 1 ? 201 : 200, showSaved(saved.value), { etag: `"${version}"` })
    }
    const { pupils, register, ...refusal } = saved.refusal
    const roster = register ? await call.stores.roll.roster(call.academy, at.class) : []
    return refusalAnswer(refusal, {
      ...(pupils ? { pupils } : {}),
      ...(register ? { register: show(register, roster) } : {}),
    })
  },
)

/**
 * Whom a register named, wherever they are now: who moved to another class or left the school is in it still, and whoever came after is
 * not. A register that was not in names the class as well, since a child without a mark is what it says of them.
 */
const namedThen = async (
  call: Call,
  { classId, submitted, marks }: Pick<Register, 'classId' | 'submitted' | 'marks'>,
): Promise<readonly RollEntry[]> => {
  const roster = submitted ? [] : await call.stores.roll.roster(call.academy, classId)
  const { pupils } = await readPupils(call, Object.keys(marks))
  return [...roster.filter(({ key }) => !(key in pupils)), ...Object.values(pupils)]
}

const namesOf = async (call: Call, named: readonly RollEntry[]): Promise<Readonly<Record<string, string>>> => {
  const { pupils } = await readPupils(
    call,
    named.map(({ key }) => key),
  )
  return Object.fromEntries(Object.values(pupils).map((pupil) => [pupil.pupilId, fullName(pupil)]))
}

/** `?at=10:30`: what the school knew then, whatever was amended since. */
const stood = async (call: Call, place: RegisterPlace, asked: string) => {
  const found = await registerAsItStood(call, place, asked)
  if (!found.ok) return refusalAnswer(found.refusal)
  const { at, stood: register } = found.value
  if (register.was === 'unknown')
    return problem({
      status: 404,
      code: 'not-kept',
      title: 'How the register stood then is not known.',
      remedy: 'Versions are kept since the school’s evidence began; ask for a later moment.',
    })
  const none = { ...place, version: 0, submitted: false, marks: {} }
  if (register.was === 'none-yet') {
    const roster = await call.stores.roll.roster(call.academy, place.classId)
    return answer(200, { at, ...show(none, roster), names: await namesOf(call, roster) })
  }
  const { savedAt, savedBy, act } = register.version
  const named = await namedThen(call, register.version)
  return answer(200, { at, savedAt, savedBy, act, ...show(register.version, named), names: await namesOf(call, named) })
}

const get = route({ roles: ['teacher', 'office', 'lead', 'head', 'dsl'], path }, async (call, at) => {
  if (!(await mayTake(call, at.class))) return notYours
  const { at: moment } = call.request.query
  if (moment !== undefined) return stood(call, { date: at.date, session: at.session, classId: at.class }, moment)
  const [roster, register, day] = await Promise.all([
    call.stores.roll.roster(call.academy, at.class),
    call.stores.register(call.academy, at.date, at.session, at.class),
    readSessionDay(call, at.date, at.session),
  ])
  if (roster.length === 0)
    return problem({
      status: 404,
      code: 'not-found',
      title: 'There is no such class.',
      remedy: 'Use the id of a class on the roll.',
    })
  const premarked = Object.fromEntries(
    roster.flatMap((entry) => {
      const mark = day.premark(entry.key)
      return mark ? [[entry.key, mark] as const] : []
    }),
  )
  const base = register ?? {
    date: at.date,
    session: at.session,
    classId: at.class,
    version: 0,
    submitted: false,
    marks: {},
  }
  const place = { date: at.date, session: at.session, classId: at.class }
  const others = await markedElsewhere(call, place, roster, register)
  const isHere = ([key]: readonly [string, Mark]) => !others.elsewhere.has(key)
  const marks = { ...Object.fromEntries(Object.entries(premarked).filter(isHere)), ...base.marks }
  const code = day.closedFor(register)
  const closed = code === undefined ? {} : { closed: code }
  return answer(200, { ...showWith(others, { ...base, marks }, roster), ...closed }, { etag: `"${base.version}"` })
})

export const registerRoutes: Readonly<Record<string, Route>> = {
  'PUT /academies/{academy}/registers/{date}/{session}/{class}': put,
  'GET /academies/{academy}/registers/{date}/{session}/{class}': get,
}
