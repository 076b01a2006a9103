/** Puts the registers and arrivals of a day on the clock's agenda, to be done as teachers and the office do them. */
import type { Policy } from '../../academies/policy.ts'
import { type Instant, instantOf, type LocalDate } from '../../shared/domain/time.ts'
import { classIdOf } from '../../shared/imports/class-id.ts'
import { type ScriptAct, scriptOf } from '../../shared/rehearsal/script.ts'
import { RANK } from '../clock.ts'
import { postFile, problemsOf } from '../import-file.ts'
import { readProblem } from '../problem.ts'
import { csvText } from '../sample/csv-text.ts'
import { callSchool, officeOf } from '../school-call.ts'
import type { LocalStack } from '../stack.ts'
import type { MarkRow, SortedMarks } from './read-marks.ts'
import type { Refusal } from './refusals.ts'

export interface Played {
  readonly stack: LocalStack
  readonly academy: string
  readonly policy: Policy
  readonly date: LocalDate
  refuse(refusal: Refusal): void
}

type Act = ScriptAct<MarkRow>
type RegisterAct = Extract<Act, { do: 'register' }>

/** A report is there when everything that followed the posting has run. */
const AFTER_EVERYTHING = RANK.after + 1

/** A class in which everybody with a row comes later was taken as well: they are not in the room. */
const registerFile = ({ rows, late, session }: RegisterAct, header: string): string => {
  if (rows.length > 0) return `${header}\n${rows.map(({ raw }) => raw).join('\n')}\n`
  const absent = late.map(({ date, class: of, pupilId }) => ({ date, session, class: of, pupilId, code: 'N' }))
  return csvText(['date', 'session', 'class', 'pupilId', 'code'], absent)
}

/** The school keeps its register elsewhere: the marks come as a file, and a bad row is reported by its line in the day's file. */
const byImport = async (
  act: RegisterAct,
  header: string,
  at: Instant,
  { stack, academy, refuse }: Played,
): Promise<void> => {
  const posted = await postFile(stack, academy, 'marks', registerFile(act, header))
  const report = async (): Promise<void> => {
    const problems = await problemsOf(stack, posted)
    const inFile = problems.map((problem) => ({
      ...problem,
      line: (act.rows.length > 0 ? act.rows : act.late)[problem.line - 2]?.line ?? problem.line,
    }))
    if (inFile.length > 0) refuse({ of: 'file', academy, file: 'marks', problems: inFile })
  }
  stack.clock.add({ at, rank: AFTER_EVERYTHING, run: report })
}

/** The register is taken here: who has no row was not in the room. */
const byHand = async (act: RegisterAct, { stack, academy, date, refuse }: Played): Promise<void> => {
  const { classes } = await stack.stores.roll.live(academy)
  const found = classes.find(({ id }) => id === classIdOf(act.class))
  const what = `The ${act.session} register of ${act.class}`
  if (!found) return refuse({ of: 'act', what, why: `${academy} has no class ${act.class}` })
  const roster = await stack.stores.roll.roster(academy, found.id)
  const onRoll = roster.filter(({ admitted, left }) => admitted <= date && (left === undefined || date <= left))
  const given = act.rows.map(
    ({ pupilId, code, comment }) => [pupilId, { code, ...(comment === undefined ? {} : { note: comment }) }] as const,
  )
  const marks = {
    ...Object.fromEntries(onRoll.map(({ pupilId }) => [pupilId, { code: 'N' }])),
    ...Object.fromEntries(given),
  }
  const path = `/academies/${academy}/registers/${date}/${act.session}/${found.id}`
  const called = await callSchool(stack, officeOf(academy), 'PUT', path, { marks, submitted: true })
  if (called.status >= 400) refuse({ of: 'act', what, why: readProblem(called.body) })
}

const arrive = async (
  act: Extract<Act, { do: 'arrival' }>,
  at: Instant,
  { stack, academy, refuse }: Played,
): Promise<void> => {
  const body = { at, because: 'Signed in at the office' }
  const called = await callSchool(
    stack,
    officeOf(academy),
    'POST',
    `/academies/${academy}/pupils/${act.pupilId}/arrivals`,
    body,
  )
  if (called.status >= 400) refuse({ of: 'act', what: `The arrival of ${act.pupilId}`, why: readProblem(called.body) })
}

/** Enters all of it; what is refused comes to `refuse` when its time has come. */
export const enterRegisters = (marks: SortedMarks, played: Played): void => {
  const { stack, policy, date, academy } = played
  for (const act of scriptOf(marks.today, policy)) {
    const at = instantOf(date, act.at, policy.zone)
    const run = async (): Promise<void> => {
      if (act.do === 'arrival') return arrive(act, at, played)
      return policy.registerSource === 'mis' ? byImport(act, marks.header, at, played) : byHand(act, played)
    }
    const what = act.do === 'arrival' ? `${academy} arrival` : `${academy} register ${act.class} ${act.session}`
    stack.clock.add({ at, rank: RANK.before, what, run })
  }
}
