/** What becomes of a register between opening the page and its having arrived: one state, and what may happen to it. */
import type { Failure } from '../client/failure.ts'
import type { Kept } from './kept.ts'
import { everybodyElsePresent, type Marking, markingOf, type RegisterShown, type Row, rowsOf } from './marks.ts'
import { type Merged, mergeMarking } from './merge.ts'

type ClassShown = Parameters<typeof rowsOf>[0]

export interface Taking {
  readonly phase: 'marking' | 'sending' | 'waiting' | 'submitted'
  readonly register: RegisterShown
  readonly rows: readonly Row[]
  /** What stood in the version that is shown. */
  readonly base: Marking
  readonly marking: Marking
  /** Earlier markings, the last first. */
  readonly before: readonly Marking[]
  /** Children whom somebody else has marked differently meanwhile. */
  readonly disputed: Merged['disputed']
  readonly failure: Failure | undefined
}

export type Happening =
  | { readonly what: 'heard'; readonly register: RegisterShown; readonly aClass: ClassShown }
  | { readonly what: 'marked'; readonly id: string; readonly code: string }
  | { readonly what: 'everybody' }
  | { readonly what: 'undo' }
  | { readonly what: 'reopened' }
  | { readonly what: 'sending' }
  | { readonly what: 'waiting' }
  | { readonly what: 'refused'; readonly failure: Failure }
  | { readonly what: 'arrived'; readonly register: RegisterShown; readonly aClass: ClassShown }

/** The page as it opens; `kept` is what this person had made of it before. */
export const beginTaking = (
  aClass: ClassShown,
  register: RegisterShown,
  kept?: Pick<Kept, 'marks' | 'state'> & { readonly base: { readonly marks: Marking } },
): Taking => {
  const theirs = markingOf(register)
  const merged = kept ? mergeMarking(kept.base.marks, kept.marks, theirs) : { marking: theirs, disputed: [] }
  const untouched = register.submitted ? 'submitted' : 'marking'
  const mine = kept?.state === 'to-send' && merged.disputed.length === 0 ? 'waiting' : 'marking'
  return {
    phase: kept === undefined ? untouched : mine,
    register,
    rows: rowsOf(aClass, register),
    base: theirs,
    before: [],
    failure: undefined,
    ...merged,
  }
}

const changeTo = (taking: Taking, marking: Marking, more: Partial<Taking> = {}): Taking => ({
  ...taking,
  phase: 'marking',
  failure: undefined,
  marking,
  before: [taking.marking, ...taking.before].slice(0, 50),
  ...more,
})

/** Somebody has saved another version meanwhile: their changes come in, mine stay. */
const catchUp = (taking: Taking, register: RegisterShown, aClass: ClassShown): Taking => {
  const theirs = markingOf(register)
  const merged = mergeMarking(taking.base, taking.marking, theirs)
  const arrived = merged.disputed.length === 0 && register.submitted ? 'submitted' : 'marking'
  const phase = taking.phase === 'waiting' ? arrived : taking.phase
  return { ...taking, phase, register, rows: rowsOf(aClass, register), base: theirs, ...merged, before: [] }
}

export const whatNow = (taking: Taking, happening: Happening): Taking => {
  switch (happening.what) {
    case 'heard':
      return taking.phase === 'sending' || happening.register.version <= taking.register.version
        ? taking
        : catchUp(taking, happening.register, happening.aClass)
    case 'marked':
      return changeTo(
        taking,
        { ...taking.marking, [happening.id]: happening.code },
        { disputed: taking.disputed.filter(({ id }) => id !== happening.id) },
      )
    case 'everybody':
      return changeTo(taking, everybodyElsePresent(taking.rows, taking.marking, taking.register.session))
    case 'undo': {
      const [last, ...before] = taking.before
      return last === undefined ? taking : { ...taking, phase: 'marking', marking: last, before }
    }
    case 'reopened':
      return { ...taking, phase: 'marking' }
    case 'sending':
      return { ...taking, phase: 'sending', failure: undefined }
    case 'waiting':
      return { ...taking, phase: 'waiting' }
    case 'refused':
      return { ...taking, phase: 'marking', failure: happening.failure }
    case 'arrived':
      return { ...beginTaking(happening.aClass, happening.register), before: taking.before }
    default:
      return happening satisfies never
  }
}
