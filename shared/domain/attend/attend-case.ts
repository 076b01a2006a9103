/**
 * An attendance case: everything done with one family to get a child back to school, from the first panel proposed to the day it closes.
 * A pupil has one open at a time. Nothing in it is ever taken out: a court asks what was tried, when, and who was there.
 * Source: the attendance policy on Persistent Absentees (an ATTEND Panel meeting is arranged for the families), Intervention, Legal Action.
 */
import type { Tally } from '../counting/tally.ts'
import type { Meeting } from '../letters/letter.ts'
import type { PupilKey } from '../people.ts'
import type { Instant, LocalDate } from '../time.ts'

/** Who did something, and when. A staff id, or `system`. */
export interface Deed {
  readonly by: string
  readonly at: Instant
}

/** A panel that Firstbell or a person wants arranged: `on` is the last date counted when it was seen, `tally` the figures of that moment. */
export interface Proposal extends Deed {
  readonly on: LocalDate
  readonly because: string
  readonly tally?: Tally
}

/** How the family is told of a meeting: a letter to each parent, a text, or a person who tells them. */
export const TELLINGS = ['letter', 'text', 'person'] as const
export type Telling = (typeof TELLINGS)[number]

/** `arranged` is to come, or waits for what came of it. Every other state is an end. */
export const MEETING_STATES = ['arranged', 'attended', 'not-attended', 'rearranged', 'cancelled'] as const
export type MeetingState = (typeof MEETING_STATES)[number]

/** What came of a meeting. */
export interface Held extends Deed {
  /** Contact ids of those who came; empty where nobody of the family did. */
  readonly came: readonly string[]
  readonly minutes: string
  /** What the child said, and what the parents said, in the words of whoever wrote the minutes. */
  readonly pupilSaid?: string
  readonly parentsSaid?: string
  /** The parents were told of their duty in law, and of other advice that would help them. */
  readonly dutyExplained: boolean
}

/** A meeting of the ATTEND panel with a family. */
export interface PanelMeeting extends Meeting, Deed {
  readonly id: string
  readonly state: MeetingState
  /** Local date on which it was arranged. */
  readonly arrangedOn: LocalDate
  readonly tell: Telling
  /** The stage of attendance whose letter invites to it. */
  readonly stage?: 'stage-2'
  /** Staff ids of governors asked to sit on it. */
  readonly governors: readonly string[]
  /** Pupil ids of brothers and sisters whose meeting it is too: it stands under the same id in their cases. */
  readonly together?: readonly string[]
  readonly held?: Held
  /** Why it was rearranged or cancelled. */
  readonly ended?: Deed & { readonly because: string }
}

/** What is to be reached, agreed with the family, and the member of staff who sees to it. */
export interface Plan extends Deed {
  readonly owner: string
  readonly words: string
  readonly agreedOn: LocalDate
  /** Contact ids of those it was agreed with; empty where nobody would. */
  readonly agreedWith: readonly string[]
}

/** Something that keeps the child from school. `kind` is one of the policy's categories. */
export interface Barrier extends Deed {
  readonly kind: string
  readonly words: string
}

/** Something that a member of staff will do by the end of a date. */
export interface Action extends Deed {
  readonly id: string
  readonly words: string
  readonly owner: string
  readonly agreedOn: LocalDate
  readonly due: LocalDate
  readonly state: 'open' | 'done' | 'dropped'
  readonly ended?: Deed & { readonly words: string }
  /** The owner has been asked why it is not done: the last date that was over then. */
  readonly chasedOn?: LocalDate
}

export interface CheckIn extends Deed {
  readonly on: LocalDate
  readonly with: 'child' | 'family'
  readonly words: string
}

/** Attendance before the work began and since, as counted when it was reviewed. */
export interface Impact {
  /** The first date of the time after. */
  readonly since: LocalDate
  readonly before: Tally
  readonly after: Tally
}

export interface Review extends Deed {
  readonly on: LocalDate
  readonly words: string
  readonly impact: Impact
}

export interface AttendCase {
  readonly id: string
  readonly pupil: PupilKey
  /** Counts every save; 0 has never been saved. */
  readonly version: number
  readonly opened: LocalDate
  readonly openedBy: string
  readonly because: string
  /** A panel that waits to be arranged. Never beside a meeting that is arranged: one open at a time. */
  readonly proposal?: Proposal
  readonly meetings: readonly PanelMeeting[]
  readonly plan?: Plan
  readonly barriers: readonly Barrier[]
  readonly actions: readonly Action[]
  readonly checkIns: readonly CheckIn[]
  readonly reviews: readonly Review[]
  /** The next review. */
  readonly review: LocalDate
  /** The date under which the night finds an action to ask about, as it was when the case was read. */
  readonly chaseAfter?: LocalDate
  readonly closed?: Deed & { readonly on: LocalDate; readonly because: string }
}

/** The meeting that is arranged, if one is. */
export const arrangedMeeting = ({ meetings }: Pick<AttendCase, 'meetings'>): PanelMeeting | undefined =>
  meetings.find(({ state }) => state === 'arranged')

/** A panel is proposed or arranged: no other is proposed. */
export const hasOpenPanel = (aCase: Pick<AttendCase, 'meetings' | 'proposal'>): boolean =>
  aCase.proposal !== undefined || arrangedMeeting(aCase) !== undefined

/** A meeting by its id, or what it was moved to, however often; nothing where the case does not know it. */
export const followedTo = ({ meetings }: Pick<AttendCase, 'meetings'>, id: string): PanelMeeting | undefined =>
  meetings.some((meeting) => meeting.id === id)
    ? meetings.slice(meetings.findIndex((meeting) => meeting.id === id)).find(({ state }) => state !== 'rearranged')
    : undefined

/** A meeting as every look at the day knows it, without a word of the case. */
export interface MeetingDue extends Meeting {
  readonly id: string
  readonly pupil: PupilKey
  readonly arrangedOn: LocalDate
  readonly tell: Telling
}
