/** A day as last year’s marks tell it: registers come in, pupils arrive late, reasons come after the text. */

import type { Session } from '../domain/codes.ts'
import { isVulnerable } from '../domain/facts.ts'
import { onRoll, type PupilKey } from '../domain/people.ts'
import { arrivalMark, type Mark, type Register } from '../domain/register.ts'
import { clockMinutes, instantOf, type LocalDate, type LocalTime, localTime } from '../domain/time.ts'
import type { Act } from '../ports/act.ts'
import { RANK } from './agenda.ts'
import { chanceOf } from './chance.ts'
import type { Player } from './player.ts'
import type { SchoolMark, Suppositions } from './school.ts'
import { type ScriptAct, scriptOf } from './script.ts'

const REASONS_AT: LocalTime = '11:00'
/** Reasons that families give on the day. */
const GIVEN_ON_THE_DAY: readonly string[] = ['I', 'M']
/** Codes that a teacher gives where the register is taken with Firstbell; the office gives all others. */
const TEACHERS: readonly string[] = ['/', '\\', 'L', 'N']

const MISSING: Mark = { code: 'N', source: 'import' }

/** The reason was not known yet when the register was taken. */
const isHidden = (row: SchoolMark, date: LocalDate, { unreported, seed }: Suppositions): boolean =>
  row.session === 'AM' && GIVEN_ON_THE_DAY.includes(row.code) && chanceOf(seed, row.pupilId, date) < unreported

const timesOf = (session: Session, { policy: { day } }: Player) =>
  session === 'AM' ? { opens: day.amOpens, closes: day.amCloses } : { opens: day.pmOpens, closes: day.pmCloses }

const isClosed = (session: Session, player: Player): boolean =>
  localTime(player.agenda.now(), player.policy.zone) >= timesOf(session, player).closes

const act = (player: Player, kind: string, rest: Partial<Act>, isLook: boolean): Act => ({
  at: player.agenda.now(),
  by: 'rehearsal',
  kind,
  policy: player.version,
  ...rest,
  ...(isLook ? { look: true as const } : {}),
})

const BETTER_KNOWN: readonly Mark['source'][] = ['arrival', 'office']

const save = async (
  player: Player,
  place: { readonly date: LocalDate; readonly session: Session; readonly classId: string },
  change: (marks: Register['marks']) => Register['marks'],
  how: {
    readonly kind: string
    readonly isIn: boolean
    readonly pupils?: readonly PupilKey[]
    readonly isLook: boolean
  },
): Promise<void> => {
  const { academy, stores, agenda } = player
  const was = await stores.register(academy, place.date, place.session, place.classId)
  const submitted = how.isIn || was?.submitted === true
  const register: Register = {
    ...place,
    version: (was?.version ?? 0) + 1,
    submitted,
    asOf: how.isIn ? agenda.now() : (was?.asOf ?? agenda.now()),
    marks: change(was?.marks ?? {}),
    ...(submitted ? { submittedAt: was?.submittedAt ?? agenda.now() } : {}),
  }
  const rest = how.pupils ? { pupils: how.pupils } : {}
  await stores.saveRegister(academy, register, was?.version ?? 0, act(player, how.kind, rest, how.isLook))
}

type Taken = Extract<ScriptAct<SchoolMark>, { do: 'register' }>

/** What the register says of everybody: as the school’s own system exports it, or as the teacher who has it in front of them gives it. */
const saidBy = (
  { rows, late, class: classId }: Taken,
  date: LocalDate,
  hidden: ReadonlySet<SchoolMark>,
  player: Player,
): Readonly<Record<PupilKey, Mark>> => {
  const said = (row: SchoolMark): Mark => (hidden.has(row) ? MISSING : row.mark)
  const marks = Object.fromEntries(rows.map((row) => [row.key, said(row)]))
  if (player.policy.registerSource === 'mis')
    // A class of which everybody comes later was taken as well: they are not in the room.
    return rows.length > 0 ? marks : Object.fromEntries(late.map(({ key }) => [key, MISSING]))
  const roll = player.school.pupils.filter((pupil) => pupil.classId === classId && onRoll(pupil, date))
  return Object.fromEntries(
    roll.map(({ key }) => {
      const mark = marks[key] ?? MISSING
      return [key, { ...mark, source: TEACHERS.includes(mark.code) ? ('teacher' as const) : ('office' as const) }]
    }),
  )
}

const takeRegister = (
  taken: Taken,
  date: LocalDate,
  hidden: ReadonlySet<SchoolMark>,
  player: Player,
): Promise<void> => {
  const said = saidBy(taken, date, hidden, player)
  const settled = (was: Register['marks']): Register['marks'] => ({
    ...was,
    ...Object.fromEntries(
      Object.entries(said).map(([key, mark]) => {
        const before = was[key]
        const isBetterKnown = before !== undefined && BETTER_KNOWN.includes(before.source) && mark.code === 'N'
        return [key, isBetterKnown ? before : mark]
      }),
    ),
  })
  return save(player, { date, session: taken.session, classId: taken.class }, settled, {
    kind: 'register-saved',
    isIn: true,
    isLook: isClosed(taken.session, player),
  })
}

/** The card first, as the office does it, then the register. */
const arrive = async (key: PupilKey, date: LocalDate, player: Player): Promise<void> => {
  const { academy, stores, agenda, policy } = player
  const pupil = player.school.pupils.find((each) => each.key === key)
  if (pupil === undefined) return
  const now = agenda.now()
  const time = localTime(now, policy.zone)
  const session = time >= policy.day.pmOpens ? 'PM' : 'AM'
  const { classId } = pupil
  const isLook = isClosed(session, player)
  const mark = arrivalMark(session, time, timesOf(session, player), clockMinutes)
  const register = await stores.register(academy, date, session, classId)
  const card = await stores.card(academy, date, key)
  if (card || register?.marks[key]?.code === 'N') {
    const about = { pupil: key, classId, date, vulnerable: isVulnerable(pupil, policy, date) }
    const arrived = { ...act(player, 'absence-arrived', { pupils: [key] }, isLook), echo: true as const }
    await stores.setStanding(academy, about, session, { standing: 'arrived', since: now }, undefined, [], arrived)
  }
  await save(player, { date, session, classId }, (was) => ({ ...was, [key]: mark }), {
    kind: 'pupil-arrived',
    isIn: false,
    pupils: [key],
    isLook,
  })
}

/** The reasons that came after the text, entered in the school’s own system. */
const tellReasons = async (hidden: ReadonlySet<SchoolMark>, date: LocalDate, player: Player): Promise<void> => {
  for (const [classId, rows] of Map.groupBy(hidden, (row) => row.class)) {
    const told = Object.fromEntries(rows.map(({ key, mark }) => [key, mark]))
    const kind = 'marks-imported'
    const isLook = isClosed('AM', player)
    await save(player, { date, session: 'AM', classId }, (was) => ({ ...was, ...told }), { kind, isIn: true, isLook })
  }
}

/** Enters the registers, arrivals and late reasons of a date. */
export const enterDay = (date: LocalDate, player: Player, supposed: Suppositions): void => {
  const { agenda, policy } = player
  const rows = player.school.marks.get(date) ?? []
  const keys = new Map(rows.map(({ pupilId, key }) => [pupilId, key]))
  const hidden = new Set(rows.filter((row) => isHidden(row, date, supposed)))
  for (const each of scriptOf(rows, policy)) {
    const run =
      each.do === 'arrival'
        ? () => arrive(keys.get(each.pupilId) ?? '', date, player)
        : () => takeRegister(each, date, hidden, player)
    agenda.add({ at: instantOf(date, each.at, policy.zone), rank: RANK.before, run })
  }
  if (hidden.size > 0)
    agenda.add({
      at: instantOf(date, REASONS_AT, policy.zone),
      rank: RANK.after,
      run: () => tellReasons(hidden, date, player),
    })
}
