/**
 * Proposes ATTEND panels as a class is counted: for each pupil below the line who was absent again and has no panel proposed or arranged.
 * The proposal stands in the pupil's case, the lead has one task for a class and night. Looks only at pupils whose count has just moved, and
 * before the count is saved: a night that dies half way proposes the same once more, which changes nothing.
 */
import type { Policy } from '../../academies/policy.ts'
import { isCompulsoryAge } from '../domain/ages.ts'
import { assigned } from '../domain/assigned.ts'
import { countsHistory, furtherAbsences } from '../domain/attend/moved.ts'
import { newCase, propose } from '../domain/attend/panel.ts'
import type { ClassTally } from '../domain/counting/class-tally.ts'
import type { Tally } from '../domain/counting/tally.ts'
import { idOf } from '../domain/ids.ts'
import { onRoll, type Pupil, type PupilKey } from '../domain/people.ts'
import type { Instant, LocalDate } from '../domain/time.ts'
import type { Stores } from '../ports/stores.ts'
import type { BeforeSaving } from './bring-up-to-date.ts'

export const PANELS_GROUND = {
  rule: 'propose-panels',
  clause: 'Persistent Absentees: an ATTEND Panel meeting is arranged for the families, whenever their child is absent',
}
const BECAUSE = 'Absent again while attendance is below the line of persistent absence.'

export interface PanelsNight {
  readonly academy: string
  readonly now: Instant
  /** The last date that is over. */
  readonly until: LocalDate
  readonly policy: Policy
  readonly policyVersion: string
}

type Kept = Pick<Stores, 'attendCase' | 'saveAttendCase' | 'raiseTask' | 'roll'>

const actOf = (
  night: PanelsNight,
  kind: string,
  pupils: readonly PupilKey[],
  detail: Readonly<Record<string, unknown>>,
) => ({
  ...PANELS_GROUND,
  at: night.now,
  by: 'system',
  kind,
  pupils,
  policy: night.policyVersion,
  detail,
})

/** True when the pupil's case holds this night's proposal, from now or from a night that died. */
export const proposeFor = async (stores: Kept, pupil: PupilKey, tally: Tally, night: PanelsNight): Promise<boolean> => {
  const { academy, now, until } = night
  const was = await stores.attendCase(academy, pupil, false)
  const begun = was ?? newCase(pupil, until, 'system', BECAUSE, night.policy.attend)
  const is = propose(begun, { on: until, because: BECAUSE, tally, by: 'system', at: now })
  if (is === begun) return begun.proposal?.on === until
  const act = actOf(night, 'panel-proposed', [pupil], { case: is.id, on: until, figures: tally })
  // Somebody saved meanwhile: the next absence proposes it, if it is still to be proposed.
  return (await stores.saveAttendCase(academy, is, act)) === 'saved'
}

/** One task for the lead about these pupils of a class; `id` where the night's own task of the class is not meant. */
export const tellLead = async (
  stores: Kept,
  classId: string,
  pupils: readonly PupilKey[],
  night: PanelsNight,
  id = idOf(night.until, 'panel', classId),
): Promise<void> => {
  const { academy, now, until, policy } = night
  await stores.raiseTask(
    academy,
    {
      ...PANELS_GROUND,
      id,
      kind: 'attend-panel',
      date: until,
      version: 1,
      pupils,
      classId,
      raised: now,
      ...assigned(policy.duties.panel, now),
      urgent: false,
      state: 'open',
      why: 'Absent again while attendance is below the line. Arrange an ATTEND panel for each family, or decline it with the reason.',
      pages: {},
    },
    actOf(night, 'task-raised', pupils, { task: id, task_kind: 'attend-panel' }),
  )
}

/** On the roll and of compulsory school age: no panel is held about anybody else. */
export const isConcerned = (pupil: Pupil | undefined, date: LocalDate): pupil is Pupil =>
  pupil !== undefined && onRoll(pupil, date) && isCompulsoryAge(pupil.dateOfBirth, date)

/** `all`: every class's count as it stood before the night. */
export const proposePanels =
  (stores: Kept, night: PanelsNight) =>
  (all: readonly ClassTally[]): BeforeSaving =>
  async (was, is) => {
    // Of marks from before Firstbell nobody can say that a child was absent again: `sayFirstCount` says how many there are.
    if (!night.policy.attend.proposePanels || countsHistory(was, is)) return
    const others = all.filter(({ classId }) => classId !== was.classId)
    const absent = furtherAbsences([...others, was], [...others, is], night.policy.thresholds)
    if (absent.size === 0) return
    const pupils = await stores.roll.pupils(night.academy, [...absent.keys()], false)
    const proposed: PupilKey[] = []
    for (const [key, tally] of absent)
      if (isConcerned(pupils[key], night.until) && (await proposeFor(stores, key, tally, night))) proposed.push(key)
    if (proposed.length > 0) await tellLead(stores, is.classId, proposed, night)
  }
