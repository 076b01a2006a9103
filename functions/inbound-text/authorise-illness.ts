/**
 * Where the school's policy says so, a plain report of illness by an entitled contact is authorised without a person: only what was read
 * with high confidence, for at most so many school days in a row, and never for a vulnerable pupil or one on hold. Only the school authorises
 * (Education (Pupil Registration) (England) Regulations, SI 2024/208, regulation 11): this is the school's own rule, said in advance.
 */
import { closedCode } from '../../shared/domain/calendar.ts'
import type { Session } from '../../shared/domain/codes.ts'
import { isVulnerable } from '../../shared/domain/facts.ts'
import { idOf } from '../../shared/domain/ids.ts'
import type { Reply, ReplyReading } from '../../shared/domain/known.ts'
import { mayHearOf } from '../../shared/domain/line/may-hear.ts'
import { markedAgain } from '../../shared/domain/mark-again.ts'
import { entryOf } from '../../shared/domain/one-entry.ts'
import type { Pupil, PupilKey } from '../../shared/domain/people.ts'
import type { Register } from '../../shared/domain/register.ts'
import { illnessInARow, schoolDaysBeside } from '../../shared/domain/replies/illness-run.ts'
import { settledFor } from '../../shared/domain/replies/proposals.ts'
import type { LocalDate } from '../../shared/domain/time.ts'
import type { Sender } from '../../shared/inbound/sender.ts'
import type { Act, Stores } from '../../shared/ports/stores.ts'
import type { Heard } from './hear.ts'
import { illOn } from './ill-days.ts'
import type { Setting } from './setting.ts'

const SESSIONS = ['AM', 'PM'] as const
const TRIES = 5
/** As the chronicle names whoever authorised it. */
const BY = 'policy rule'

const isPlainIllness = (pupil: Pupil, reading: ReplyReading, { version, date }: Setting): boolean =>
  reading.kind === 'reason' &&
  reading.code === 'I' &&
  reading.confidence === 'high' &&
  !isVulnerable(pupil, version.policy, date)

/** The days it speaks of, with the illness that stands beside them already: two texts authorise no more than one may. */
const isWithinPolicy = async (
  pupil: Pupil,
  { until }: ReplyReading,
  setting: Setting,
  stores: Stores,
): Promise<boolean> => {
  const { calendar, closures, date, version } = setting
  const most = version.policy.replies.illnessDays
  const isSchoolDay = (day: LocalDate) =>
    SESSIONS.some((session) => closedCode(calendar, closures, day, session) === undefined)
  const span = { from: date, until: until ?? date }
  if (!isSchoolDay(date) || illnessInARow(span, isSchoolDay, () => false, most) > most) return false
  const ill = await illOn(pupil, schoolDaysBeside(span, isSchoolDay, most), setting.academy, stores)
  return illnessInARow(span, isSchoolDay, (day) => ill.has(day), most) <= most
}

const acting =
  (reply: Reply, pupil: PupilKey, { now, version }: Setting) =>
  (kind: string, detail: NonNullable<Act['detail']> = {}): Act => ({
    at: now,
    by: BY,
    kind,
    pupils: [pupil],
    rule: 'illness-by-policy',
    clause: 'replies.illnessDays: illness that a reply authorises by itself',
    policy: version.version,
    detail: { reply: reply.id, ...detail },
    look: true,
  })

type Acting = ReturnType<typeof acting>

/**
 * N becomes I in a register that is in, or in the draft where none is; whatever else stands there stands. `classIds`: that of the roll, and that
 * which the child was missing from.
 */
const markIll = async (
  pupil: Pupil,
  classIds: ReadonlySet<string>,
  { academy, date, now }: Setting,
  stores: Stores,
  act: Acting,
): Promise<void> => {
  const readAll = async (session: Session): Promise<readonly Register[]> =>
    (await Promise.all([...classIds].map((classId) => stores.register(academy, date, session, classId)))).flatMap(
      (register) => register ?? [],
    )
  for (const session of SESSIONS)
    for (let tried = 0; tried < TRIES; tried++) {
      const registers = await readAll(session)
      const current =
        entryOf(registers, session, pupil.key, pupil.classId) ?? registers.find(({ marks }) => marks[pupil.key])
      const was = current?.marks[pupil.key]
      if (current === undefined || was?.code !== 'N') break
      const marks = { ...current.marks, [pupil.key]: markedAgain(was, { code: 'I', source: 'known' }) }
      const next = { ...current, version: current.version + 1, amendedAt: now, marks }
      const why = act('mark-amended', { session, was: 'N', now: 'I', because: 'by policy rule' })
      if ((await stores.saveRegister(academy, next, current.version, why)) === 'saved') break
    }
}

const authorise = async (pupil: Pupil, reply: Reply, reading: ReplyReading, setting: Setting, stores: Stores) => {
  const { academy, date, now } = setting
  const act = acting(reply, pupil.key, setting)
  const { until = date } = reading
  const by = `parent:${reply.contactId}`
  const card = await stores.card(academy, date, pupil.key)
  for (const session of SESSIONS) {
    if (card?.sessions[session] === undefined) continue
    const reason = { code: 'I', by, via: reply.via ?? 'text', at: now, until } as const
    const about = { pupil: pupil.key, classId: card.classId, date, vulnerable: card.vulnerable }
    const why = act('absence-reported', { session, code: 'I', until })
    await stores.setStanding(academy, about, session, { standing: 'reported', since: now }, reason, ['arrived'], why)
  }
  const known = {
    id: idOf('a', pupil.key, date),
    pupil: pupil.key,
    from: date,
    until,
    sessions: SESSIONS,
    code: 'I',
    by: BY,
    at: now,
  } as const
  await stores.putKnownAbsence(academy, known, act('absence-known', { code: 'I', from: date, until }))
  await markIll(pupil, new Set([pupil.classId, card?.classId || pupil.classId]), setting, stores, act)
  await stores.settleChildren(academy, reply, [pupil.key], 'confirmed', act('reply-confirmed', { code: 'I', until }))
}

/**
 * Whose illness it is stands beyond doubt: it is about one child alone, or says of each child something of its own. "She is ill" of two who are
 * missing, and "Samira says Samuel is ill", are for a person: the other may be a missing child.
 */
const isOfOneChild = ({ pupils, readings }: Reply, { key }: Pupil): boolean =>
  pupils.length === 1 || readings?.[key] !== undefined

/** The phone is theirs today and nobody else's who is barred: whoever has an old number of a parent now authorises nothing. */
const isFromTheirPhone = (pupil: Pupil, { mobile, sender, setting }: From): boolean =>
  sender !== undefined && mayHearOf(pupil, mobile, sender.contactIds, setting.date)

interface From {
  readonly mobile: string
  readonly sender: Sender | undefined
  readonly setting: Setting
}

/** Authorises what the policy allows, and answers with the children of whom nothing is left to judge. */
export const authoriseIllness = async (
  { reply, answered }: Heard,
  settled: readonly PupilKey[],
  from: From,
  stores: Stores,
): Promise<readonly PupilKey[]> => {
  const { setting } = from
  const readingOf = ({ key }: Pupil) => reply.readings?.[key] ?? reply.reading
  const { holds } = setting.version.policy.replies.illnessDays > 0 ? await stores.open(setting.academy) : { holds: [] }
  let kept = reply
  const done: PupilKey[] = [...settled]
  for (const pupil of answered) {
    if (done.includes(pupil.key) || !isPlainIllness(pupil, readingOf(pupil), setting)) continue
    if (!isOfOneChild(kept, pupil) || !isFromTheirPhone(pupil, from)) continue
    if (holds.some((hold) => hold.pupil === pupil.key)) continue
    if (!(await isWithinPolicy(pupil, readingOf(pupil), setting, stores))) continue
    await authorise(pupil, kept, readingOf(pupil), setting, stores)
    kept = { ...kept, ...settledFor(kept, [pupil.key], 'confirmed'), version: kept.version + 1 }
    done.push(pupil.key)
  }
  return done
}
