/** What `decide` wants done. Every order names the rule and the clause of the policy that asked for it. */
import type { Standing, TextKind } from './absence.ts'
import type { Code, Session } from './codes.ts'
import type { Brake } from './known.ts'
import type { PupilKey, StaffRole } from './people.ts'
import type { LetterStep } from './stages/steps.ts'
import type { TaskKind } from './task.ts'
import type { Instant, LocalDate } from './time.ts'

/** Why an order was given. */
export interface Ground {
  readonly rule: string
  readonly clause: string
}

/** Give the pupils nobody marked the code that the closing of the register gives them. */
export interface MarkOrder extends Ground {
  readonly do: 'mark'
  readonly classId: string
  readonly session: Session
  readonly pupils: readonly PupilKey[]
  readonly code: Code
}

/** Open, or bring up to date, a pupil's absence card. */
export interface FollowOrder extends Ground {
  readonly do: 'follow'
  readonly pupil: PupilKey
  readonly classId: string
  readonly session: Session
  readonly standing: Standing
  readonly vulnerable: boolean
}

/** What a rule asks for before the pipeline has found recipients: a text about one pupil. */
export interface AskOrder extends Ground {
  readonly do: 'ask'
  readonly kind: Exclude<TextKind, 'page' | 'acknowledgement' | 'reply'>
  readonly step: string
  readonly session: Session
  readonly pupil: PupilKey
  /** `entitled`: as the policy's `recipients` says · `next`: the next priority not yet tried · `all`: everybody eligible · or these. */
  readonly to: 'entitled' | 'next' | 'all' | readonly string[]
}

/** One text to one contact about one or more pupils of theirs. */
export interface TextOrder extends Ground {
  readonly do: 'text'
  readonly kind: TextKind
  readonly step: string
  readonly session: Session
  readonly pupils: readonly PupilKey[]
  readonly contactId: string
  /** The contact may not be told about the child, only be asked to ring. */
  readonly ringOnly: boolean
  readonly usefulUntil: Instant
}

/** A claim past its lease: have whoever carries texts asked whether this one went. */
export interface CheckOrder extends Omit<TextOrder, 'do'> {
  readonly do: 'check'
}

export interface TaskOrder extends Ground {
  readonly do: 'task'
  readonly id: string
  readonly kind: TaskKind
  readonly pupils: readonly PupilKey[]
  readonly classId?: string
  readonly session?: Session
  readonly about?: string
  readonly due: Instant
  readonly doers: readonly StaffRole[]
  readonly urgent: boolean
  readonly why: string
  /** The duty began at this moment: the same thing done before it does not count, so it is asked for again. */
  readonly since?: Instant
  /** A call to the family, whatever for: any other open call about this pupil stands for it. */
  readonly anyCall?: true
}

/** Text staff that a task waits: a link only, no name and no words of anybody. */
export interface PageOrder extends Ground {
  readonly do: 'page'
  readonly taskId: string
  readonly staffId: string
  readonly wording: 'page-brake' | 'page-safeguarding' | 'page-referral' | 'page-late-sweep'
}

/** The matter of a task has settled itself. */
export interface SettleOrder extends Ground {
  readonly do: 'settle'
  readonly taskId: string
  readonly because: string
}

export interface OpenCaseOrder extends Ground {
  readonly do: 'open-case'
  readonly pupil: PupilKey
}

/** The contact that closed a case today was a mistake: it goes on where it stood. */
export interface ReopenCaseOrder extends Ground {
  readonly do: 'reopen-case'
  readonly caseId: string
  readonly pupil: PupilKey
}

/** Count a school day without contact, and record the steps that fell due. */
export interface StepCaseOrder extends Ground {
  readonly do: 'step-case'
  readonly caseId: string
  readonly pupil: PupilKey
  readonly day: LocalDate
  readonly steps: readonly { readonly day: number; readonly step: string }[]
}

export interface CloseCaseOrder extends Ground {
  readonly do: 'close-case'
  readonly caseId: string
  readonly pupil: PupilKey
  readonly because: string
}

export interface BrakeOrder extends Ground {
  readonly do: 'brake'
  readonly brake: Pick<Brake, 'id' | 'kind' | 'session' | 'classId' | 'because' | 'pupils'>
}

/** Write to the parents about the stage that is due: judged again on the figures before a word is written. */
export interface LetterWish extends Ground {
  readonly do: 'letter'
  readonly letter: LetterStep
  readonly pupil: PupilKey
}

/** Look at the day again at this moment, because something will be due then. */
export interface LookOrder extends Ground {
  readonly do: 'look'
  readonly at: Instant
}

export type Asked = Order | AskOrder
export type Order =
  | MarkOrder
  | FollowOrder
  | TextOrder
  | CheckOrder
  | TaskOrder
  | PageOrder
  | SettleOrder
  | OpenCaseOrder
  | ReopenCaseOrder
  | StepCaseOrder
  | CloseCaseOrder
  | BrakeOrder
  | LetterWish
  | LookOrder
