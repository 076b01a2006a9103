/** `agencies.csv`: professionals who work with a pupil. */
import type { Policy } from '../../academies/policy.ts'
import type { AgencyKind } from '../../shared/domain/people.ts'
import { yearsSinceReception } from './ages.ts'
import { chanceOf } from './chance.ts'
import { csvText } from './csv-text.ts'
import { GROWN_UPS, heritageOf } from './names.ts'
import { landline } from './numbers.ts'
import type { MadeUpPupil } from './pupils.ts'

const COLUMNS = ['pupilId', 'kind', 'name', 'phone', 'email', 'from', 'until'] as const

const YOUTH_OFFENDING_FROM = 9

const kindsOf = (pupil: MadeUpPupil): readonly AgencyKind[] => {
  const looked: readonly AgencyKind[] =
    pupil.family.situation === 'foster'
      ? ['social-worker', 'virtual-school']
      : pupil.isIn('worker')
        ? ['social-worker']
        : []
  return [
    ...looked,
    ...(pupil.isIn('help') ? (['early-help'] as const) : []),
    ...(pupil.isIn('offending') && yearsSinceReception(pupil.yearGroup) >= YOUTH_OFFENDING_FROM
      ? (['youth-offending'] as const)
      : []),
  ]
}

/** `agencies.csv` of an academy. A Virtual School goes by its name in the policy, by which its extract finds its pupils; others by a person's. */
export const agenciesFile = (pupils: readonly MadeUpPupil[], seed: string, { extracts }: Policy): string => {
  const virtualSchool = extracts.recipients.find(({ kind, on }) => on && kind === 'virtual-school')?.name
  return csvText(
    COLUMNS,
    pupils.flatMap((pupil) => {
      const chance = chanceOf(seed, 'agencies', pupil.family.number)
      return kindsOf(pupil).map((kind) => {
        const person = `${chance.oneOf(GROWN_UPS.women)} ${chance.oneOf(heritageOf(chance).surnames)}`
        return {
          pupilId: pupil.pupilId,
          kind,
          name: kind === 'virtual-school' ? (virtualSchool ?? person) : person,
          phone: landline(chance.below(1000)),
          email: `${kind}.${chance.below(40)}@authority.example`,
          from: pupil.admitted,
        }
      })
    }),
  )
}
