/** Who is in school at this moment, by class: the registers of the day put beside the roll. */
import type * as z from 'zod'
import type { OnSiteAnswer } from '../../../events/api/site-answers.ts'
import { fullName, readPupils } from '../../../shared/api/pupils.ts'
import { CODES } from '../../../shared/domain/codes.ts'
import { whereIs } from '../../../shared/domain/on-site.ts'
import { onRoll, type Pupil, type PupilKey } from '../../../shared/domain/people.ts'
import type { Register } from '../../../shared/domain/register.ts'
import type { Call } from '../call.ts'

type OnSite = Omit<z.input<typeof OnSiteAnswer>, 'asOf'>
type PupilOnSite = OnSite['classes'][number]['pupils'][number]

const shownPupil = (pupil: Pupil, registers: readonly Register[]): PupilOnSite => {
  const where = whereIs(pupil.key, registers)
  return {
    id: pupil.pupilId,
    name: fullName(pupil),
    is: where.is,
    ...(where.is === 'left' ? { at: where.at } : {}),
    ...(where.is === 'away' ? { why: CODES[where.code].meaning } : {}),
  }
}

const latestIn = (classId: string, registers: readonly Register[]): 'AM' | 'PM' | null =>
  (['PM', 'AM'] as const).find((session) =>
    registers.some((each) => each.classId === classId && each.session === session && each.submitted),
  ) ?? null

/** Everybody on the roll today with where they are. */
export const onSite = async (call: Call): Promise<OnSite> => {
  const [{ classes }, { registers }] = await Promise.all([
    call.stores.roll.live(call.academy),
    call.stores.day(call.academy, call.date),
  ])
  const rosters = await Promise.all(classes.map(({ id }) => call.stores.roll.roster(call.academy, id)))
  const due: readonly (readonly PupilKey[])[] = rosters.map((roster) =>
    roster.filter((entry) => onRoll(entry, call.date)).map(({ key }) => key),
  )
  const { pupils } = await readPupils(call, due.flat())
  return {
    date: call.date,
    classes: classes.map(({ id, name }, index) => ({
      id,
      name,
      register: latestIn(id, registers),
      pupils: (due[index] ?? []).flatMap((key) => (pupils[key] ? [shownPupil(pupils[key], registers)] : [])),
    })),
  }
}
