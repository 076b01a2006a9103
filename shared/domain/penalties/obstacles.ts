/**
 * What stands in the way of asking for a penalty notice, and what a person must weigh before. `stops`: the law, the framework or the
 * authority does not allow it now · `weigh`: nothing forbids it, and it must not be passed over.
 */
import type { Policy } from '../../../academies/policy.ts'
import { isCompulsoryAge } from '../ages.ts'
import type { PenaltyCount } from '../counting/penalty.ts'
import { shortDate } from '../letters/written-date.ts'
import { type Contact, onRoll, type Pupil } from '../people.ts'
import type { LocalDate } from '../time.ts'
import type { Corrected, ImprovementWindow } from './improve.ts'
import { countingNotices, type LedgerRule, wouldBe } from './ledger.ts'
import type { PenaltyRecord } from './record.ts'

export interface Obstacle {
  readonly code:
    | 'below-threshold'
    | 'unresolved-n'
    | 'not-compulsory-age'
    | 'not-on-roll'
    | 'looked-after'
    | 'improvement-runs'
    | 'improvement-in-doubt'
    | 'no-parent'
    | 'two-notices'
    | 'on-hold'
    | 'special-needs'
    | 'social-worker'
    | 'notice-to-other'
  readonly effect: 'stops' | 'weigh'
  /** A sentence for whoever decides; no name in it. */
  readonly says: string
}

const stops = (code: Obstacle['code'], says: string): Obstacle => ({ code, effect: 'stops', says })
const weigh = (code: Obstacle['code'], says: string): Obstacle => ({ code, effect: 'weigh', says })

/**
 * A parent in education law: a natural parent or whoever has parental responsibility, or care of the child. Whether an address may be
 * printed is no matter here: the authority is told where the parent lives only if it may be. Source: Education Act 1996 section 576.
 */
export const parentsInLaw = ({ contacts }: Pick<Pupil, 'contacts'>): readonly Contact[] =>
  contacts.filter(({ parentalResponsibility, hasCare }) => parentalResponsibility || hasCare)

export const ledgerRuleOf = ({ penalties }: Policy): LedgerRule => penalties.notices

/** Parents for whom a notice may still be asked. */
export const mayGetNotice = (
  record: PenaltyRecord,
  pupil: Pupil,
  date: LocalDate,
  policy: Policy,
): readonly Contact[] =>
  parentsInLaw(pupil).filter(({ contactId }) => {
    const own = record.notices.filter((notice) => notice.contactId === contactId)
    return wouldBe(own, date, ledgerRuleOf(policy)) !== 'escalate'
  })

export interface Moment {
  readonly date: LocalDate
  readonly policy: Policy
  readonly onHold: boolean
}

const aboutPupil = (pupil: Pupil, { date, policy, onHold }: Moment): readonly Obstacle[] => [
  ...(onRoll(pupil, date) ? [] : [stops('not-on-roll', 'The child is not on the roll any more.')]),
  ...(isCompulsoryAge(pupil.dateOfBirth, date)
    ? []
    : [stops('not-compulsory-age', 'The child is not of compulsory school age today.')]),
  ...(pupil.flags.includes('lookedAfter')
    ? [
        policy.penalties.lookedAfter === 'never'
          ? stops('looked-after', 'The child is looked after: the authority would be asked to fine itself.')
          : weigh('looked-after', 'The child is looked after: no notice is for the authority as corporate parent.'),
      ]
    : []),
  ...(onHold ? [stops('on-hold', 'A hold stands on the child: nothing formal is done before its review.')] : []),
  ...(pupil.senStatus === 'K' || pupil.senStatus === 'E'
    ? [weigh('special-needs', 'The child has special educational needs: weigh what the Equality Act 2010 asks.')]
    : []),
  ...(pupil.flags.includes('socialWorker')
    ? [weigh('social-worker', 'The child has a social worker: ask them first.')]
    : []),
]

const aboutParents = (record: PenaltyRecord, pupil: Pupil, { date, policy }: Moment): readonly Obstacle[] => {
  const parents = parentsInLaw(pupil)
  if (parents.length === 0) return [stops('no-parent', 'No contact of the child is a parent in law. Ask who they are.')]
  const known = new Set(parents.map(({ contactId }) => contactId))
  const toOthers = countingNotices(record.notices, date, ledgerRuleOf(policy)).filter(
    ({ contactId }) => !known.has(contactId),
  )
  return mayGetNotice(record, pupil, date, policy).length > 0
    ? toOthers.length === 0
      ? []
      : [
          weigh(
            'notice-to-other',
            'A notice that counts was given to somebody who is no parent of the child here by that name: find out who it was.',
          ),
        ]
    : [
        stops(
          'two-notices',
          'Every parent had two notices for this child in three years: no third one, but prosecution or another way.',
        ),
      ]
}

const inDoubt = ({ state, mostUnauthorised }: ImprovementWindow, { unauthorised }: Corrected): string =>
  `The notice to improve ended as ${state}, and marks of its time were amended since: ${unauthorised} unauthorised sessions stand by now, and it allowed ${mostUnauthorised}. Look at it before anything follows.`

/** Everything that stands in the way of a referral today, the sessions that wait for a reason among it. */
export const obstaclesTo = (
  record: PenaltyRecord,
  count: PenaltyCount,
  pupil: Pupil,
  moment: Moment,
): readonly Obstacle[] => [
  ...(count.sessions < moment.policy.penalties.sessions
    ? [stops('below-threshold', `Only ${count.sessions} sessions count.`)]
    : []),
  ...(count.unresolved.length > 0
    ? [
        stops(
          'unresolved-n',
          `${count.unresolved.length === 1 ? 'One session is' : `${count.unresolved.length} sessions are`} still N: find the reason, or wait until it becomes O.`,
        ),
      ]
    : []),
  ...(record.improve?.state === 'running'
    ? [stops('improvement-runs', `A notice to improve runs until ${shortDate(record.improve.until)}.`)]
    : []),
  ...(record.improve?.corrected
    ? [weigh('improvement-in-doubt', inDoubt(record.improve, record.improve.corrected))]
    : []),
  ...aboutPupil(pupil, moment),
  ...aboutParents(record, pupil, moment),
]
