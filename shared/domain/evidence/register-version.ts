/** A register's version as evidence: the whole of it for the class, and for each pupil whose mark it changed an entry of the pupil's own. */
import type { Mark, Register } from '../register.ts'
import type { Entry } from './entry.ts'

/** A save of a register: how it stands now, how it stood, and the act that changed it. */
export interface RegisterVersion {
  readonly academy: string
  /** The same on every delivery of the same change. */
  readonly id: string
  readonly now: Register
  readonly was?: Register
  readonly act: Pick<Entry, 'at' | 'by' | 'kind' | 'rule' | 'clause' | 'policy' | 'detail'>
}

export const VERSION_KIND = 'register-version'
export const MARK_KIND = 'register-mark'

const because = ({ detail }: RegisterVersion['act']): string | undefined =>
  typeof detail?.because === 'string' ? detail.because : undefined

const ground = ({ academy, act }: RegisterVersion) => {
  const { at, by, rule, clause, policy } = act
  return {
    academy,
    at,
    by,
    ...(rule === undefined ? {} : { rule }),
    ...(clause === undefined ? {} : { clause }),
    ...(policy === undefined ? {} : { policy }),
  }
}

const placeOf = ({ now, act }: RegisterVersion) => ({
  class: now.classId,
  session: now.session,
  date: now.date,
  version: now.version,
  submitted: now.submitted,
  asOf: now.asOf,
  act: act.kind,
})

/** The whole version, in the academy's day. Nobody but the school's own staff ever reads it: it speaks of a whole class. */
export const versionEntry = (version: RegisterVersion): Entry => ({
  ...ground(version),
  id: `${version.id}-v`,
  about: { date: version.act.at.slice(0, 10) },
  kind: VERSION_KIND,
  detail: { ...placeOf(version), submittedAt: version.now.submittedAt, marks: version.now.marks },
})

const sameMark = (one: Mark | undefined, other: Mark | undefined): boolean =>
  one?.code === other?.code &&
  one?.source === other?.source &&
  one?.minutesLate === other?.minutesLate &&
  one?.note === other?.note

/**
 * An entry for each pupil whose mark this version changed; of every pupil when the register is submitted, as a draft is not yet a record.
 * It holds the pupil's own mark and nothing of the class, so that it can be shown to a court without another child in it.
 */
export const markEntries = (version: RegisterVersion): readonly Entry[] => {
  const { now, was } = version
  const submits = now.submitted && !was?.submitted
  const pupils = [...new Set([...Object.keys(now.marks), ...Object.keys(was?.marks ?? {})])]
  return pupils
    .filter((pupil) => submits || !sameMark(now.marks[pupil], was?.marks[pupil]))
    .map((pupil) => ({
      ...ground(version),
      id: `${version.id}-m`,
      about: { pupil },
      kind: MARK_KIND,
      detail: {
        ...placeOf(version),
        mark: now.marks[pupil] ?? null,
        was: was?.marks[pupil],
        because: because(version.act),
      },
    }))
}
