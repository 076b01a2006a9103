/**
 * The record. Every write says who did what and why (`Act`); the chronicle is made from those acts, so nothing changes unrecorded.
 * Stores keep and find; they decide nothing. Conditional writes answer with what happened, they do not throw for losing a race.
 */
import type { AbsenceCard, Reason, SessionAbsence } from '../domain/absence.ts'
import type { MeetingDue } from '../domain/attend/attend-case.ts'
import type { RefusedLeave } from '../domain/attend/leave.ts'
import type { Closure } from '../domain/calendar.ts'
import type { Case, TakenStep, Visit } from '../domain/case.ts'
import type { Session } from '../domain/codes.ts'
import type { Cover } from '../domain/cover.ts'
import type { Brake, Hold, Reply } from '../domain/known.ts'
import type { KnownAbsence } from '../domain/known-absence.ts'
import type { LateOpening } from '../domain/late-opening.ts'
import type { PupilKey, StoppedTexts } from '../domain/people.ts'
import type { Register } from '../domain/register.ts'
import type { DueStep } from '../domain/stages/steps.ts'
import type { Task } from '../domain/task.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { VisitRisk } from '../domain/visit.ts'
import type { Act, ChronicleEntry } from './act.ts'
import type { AttendStore } from './attend-store.ts'
import type { CountingStore } from './counting-store.ts'
import type { EarlierStore } from './earlier-store.ts'
import type { EnrolmentStore } from './enrolment-store.ts'
import type { ExportStore } from './export-store.ts'
import type { ExtractStore } from './extract-store.ts'
import type { FamilyLinkStore } from './family-link-store.ts'
import type { GroupStore } from './group-store.ts'
import type { ImportReport } from './import-report.ts'
import type { KnownAhead } from './known-ahead.ts'
import type { LeaveStore } from './leave-store.ts'
import type { LetterStore } from './letter-store.ts'
import type { LineStore } from './line-store.ts'
import type { MappingStore } from './mapping-store.ts'
import type { ReplyStore } from './reply-store.ts'
import type { ReportStore } from './report-store.ts'
import type { Live, PolicyStore, RollStore, SpendStore } from './roll-store.ts'
import type { SupportStore } from './support-store.ts'
import type { TextStore } from './text-store.ts'
import type { WrittenStore } from './written-store.ts'

export type { Act, ChronicleEntry } from './act.ts'
export type { ImportAsked, ImportReport } from './import-report.ts'
export type { Live, PolicyStore, PolicyVersion, PublishedVersion, RollStore, StagedFile } from './roll-store.ts'
export type { TallyStore } from './tally-store.ts'
export type { TextHome, TextMove } from './text-store.ts'

/** All of one academy's day, in one strongly consistent query. */
export interface DayRecord {
  readonly registers: readonly Register[]
  readonly cards: readonly AbsenceCard[]
  readonly brakes: readonly Brake[]
  readonly replies: readonly Reply[]
  /** Tasks of this date that are no longer open. */
  readonly endedTasks: readonly Task[]
  /** Cases that closed on this date. */
  readonly closedCases: readonly Case[]
  readonly runs: Readonly<Record<string, Instant>>
}

/** Everything still open in an academy, whatever day it began: one query. */
export interface OpenRecord {
  /** Which imported files are live: pupils and rosters read after this are of these or newer. */
  readonly live: Live
  readonly tasks: readonly Task[]
  readonly cases: readonly Case[]
  readonly holds: readonly Hold[]
  readonly closures: readonly Closure[]
  readonly lateOpenings: readonly LateOpening[]
  readonly stopped: readonly StoppedTexts[]
  readonly due: readonly DueStep[]
  readonly meetings: readonly MeetingDue[]
  readonly refusedLeave: readonly RefusedLeave[]
  readonly risks: readonly VisitRisk[]
  readonly covers: readonly Cover[]
}

export interface Stores
  extends AttendStore,
    CountingStore,
    EarlierStore,
    EnrolmentStore,
    ExportStore,
    FamilyLinkStore,
    GroupStore,
    ExtractStore,
    ReportStore,
    LeaveStore,
    LetterStore,
    MappingStore,
    ReplyStore,
    SupportStore,
    TextStore,
    WrittenStore {
  readonly policies: PolicyStore
  readonly roll: RollStore
  readonly line: LineStore
  readonly spend: SpendStore

  /** `strong` unless told otherwise; a moment old is enough for whoever looks on. */
  day(academy: string, date: LocalDate, strong?: boolean): Promise<DayRecord>
  /** `strong` unless told otherwise; a moment old is enough where a later look judges again. */
  open(academy: string, strong?: boolean): Promise<OpenRecord>
  /** All that is open but what people have to do, which is most of it: what a text is judged by just before it goes. Strongly read. */
  openButTasks(academy: string): Promise<Omit<OpenRecord, 'tasks'>>
  /** Absences known on a date and after it, the one recorded last first; a moment old. */
  knownAbsences(academy: string, from: LocalDate): Promise<readonly KnownAbsence[]>
  /** The same with the closures and late openings of those dates: all that whoever marks a register must know beforehand. */
  knownAhead(academy: string, from: LocalDate): Promise<KnownAhead>
  putKnownAbsence(academy: string, absence: KnownAbsence, act: Act): Promise<void>
  /** Takes back what was known; it is kept among what is past. */
  endKnownAbsence(academy: string, absence: KnownAbsence, act: Act): Promise<'ended' | 'already'>

  /** One register, `strong` unless told otherwise; `undefined` when never saved. */
  register(
    academy: string,
    date: LocalDate,
    session: Session,
    classId: string,
    strong?: boolean,
  ): Promise<Register | undefined>
  /**
   * Saves a register as the version after `expected` (0 for the first save). One of a date before its act's is saved together with what
   * it changes in the year's counts.
   */
  saveRegister(academy: string, register: Register, expected: number, act: Act): Promise<'saved' | 'stale'>

  card(academy: string, date: LocalDate, pupil: PupilKey): Promise<AbsenceCard | undefined>
  /**
   * Sets a session's standing, creating the card if need be. `unless` lists standings that must not be overwritten
   * (an arrival that came first stays an arrival). Answers whether it was set, and the card as it stands at that moment.
   */
  setStanding(
    academy: string,
    card: Pick<AbsenceCard, 'pupil' | 'classId' | 'date' | 'vulnerable'>,
    session: Session,
    absence: SessionAbsence,
    reason: Reason | undefined,
    unless: readonly SessionAbsence['standing'][],
    act: Act,
  ): Promise<{ readonly set: boolean; readonly card: AbsenceCard }>

  raiseTask(academy: string, task: Task, act: Act): Promise<'raised' | 'already'>
  task(academy: string, taskId: string): Promise<Task | undefined>
  /** Ends an open task; `already` when it has ended. */
  endTask(
    academy: string,
    task: Task,
    state: 'done' | 'withdrawn',
    outcome: NonNullable<Task['outcome']>,
    act: Act,
  ): Promise<'ended' | 'already'>

  openCase(academy: string, aCase: Case, act: Act): Promise<'opened' | 'already'>
  /** Adds days, steps and visits to an open case as the version after `expected`. */
  stepCase(
    academy: string,
    aCase: Case,
    expected: number,
    add: { days?: readonly LocalDate[]; steps?: readonly TakenStep[]; visits?: readonly Visit[] },
    act: Act,
  ): Promise<'saved' | 'stale'>
  /** Opens again a case that closed by mistake, as it stood; `already` when it is no longer closed or another is open. */
  reopenCase(academy: string, aCase: Case, act: Act): Promise<'reopened' | 'already'>
  closeCase(academy: string, aCase: Case, closed: NonNullable<Case['closed']>, act: Act): Promise<'closed' | 'already'>
  /** A case by its id, open or closed. */
  case(academy: string, caseId: string): Promise<Case | undefined>
  /** Cases that closed on a date; a moment old. */
  casesClosedOn(academy: string, date: LocalDate): Promise<readonly Case[]>
  /** A pupil's cases, open and closed, newest first. */
  casesOf(academy: string, pupil: PupilKey): Promise<readonly Case[]>

  holdBrake(academy: string, date: LocalDate, brake: Brake, act: Act): Promise<'held' | 'already'>
  settleBrake(
    academy: string,
    date: LocalDate,
    brake: Brake,
    state: 'released' | 'refused',
    act: Act,
  ): Promise<'settled' | 'already'>

  /** Things that are open until ended: holds, closures, late openings, stopped contacts. Put replaces. */
  putHold(academy: string, hold: Hold, act: Act): Promise<void>
  endHold(academy: string, pupil: PupilKey, act: Act): Promise<'ended' | 'already'>
  putRisk(academy: string, risk: VisitRisk, act: Act): Promise<void>
  endRisk(academy: string, pupil: PupilKey, act: Act): Promise<'ended' | 'already'>
  /** Cover that has not ended, as it was a moment ago. */
  covers(academy: string): Promise<readonly Cover[]>
  /** Cover as it stands at this moment, and how many were ever named. */
  coversNow(academy: string): Promise<{ readonly covers: readonly Cover[]; readonly named: number }>
  /** `stale` when another was named since so many: whether this one can stand has to be asked again. */
  putCover(academy: string, cover: Cover, named: number, act: Act): Promise<'put' | 'stale'>
  endCover(academy: string, id: string, act: Act): Promise<'ended' | 'already'>
  putClosure(academy: string, closure: Closure, act: Act): Promise<void>
  endClosure(academy: string, id: string, act: Act): Promise<'ended' | 'already'>
  putLateOpening(academy: string, opening: LateOpening, act: Act): Promise<void>
  endLateOpening(academy: string, date: LocalDate, act: Act): Promise<'ended' | 'already'>
  putStop(academy: string, stop: StoppedTexts, act: Act): Promise<void>
  endStop(academy: string, contactId: string, act: Act): Promise<'ended' | 'already'>

  /** Marks a sweep of a day as done; written last, so a sweep that died is not taken for done. */
  ranSweep(academy: string, date: LocalDate, sweep: string, at: Instant): Promise<void>
  /** `strong` unless told otherwise. */
  runs(academy: string, date: LocalDate, strong?: boolean): Promise<Readonly<Record<string, Instant>>>

  /** Appends entries; one that exists already is left as it is. The only writer of the chronicle. */
  appendChronicle(entries: readonly ChronicleEntry[]): Promise<void>
  chronicleOf(
    academy: string,
    about: { pupil: PupilKey } | { date: LocalDate },
    after?: string,
    limit?: number,
  ): Promise<readonly ChronicleEntry[]>

  putImport(academy: string, report: ImportReport): Promise<void>
  importReport(academy: string, importId: string): Promise<ImportReport | undefined>
}
