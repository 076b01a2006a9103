/** What families would read, filled in with made-up names, so that a school can judge the wordings as a parent would. */
import { fillWording } from '../../shared/domain/wording.ts'
import type { Policy, WordingName } from '../policy.ts'

const SAMPLES: readonly (readonly [WordingName, string])[] = [
  ['unreported', 'Not in school'],
  ['late', 'Late'],
  ['correction', 'Correction'],
  ['ladder', 'Still not heard'],
  ['unreported-ring-only', 'To a contact who may only be asked to ring'],
]

/** Each kind of text with its body. */
export const sampleTexts = (policy: Policy): readonly (readonly [string, string])[] => {
  const fields = {
    school: policy.name,
    names: 'Amelia and Noah',
    date: 'Monday 12 January',
    session: 'morning',
    time: '9:40am',
    phone: policy.phone,
    link: policy.console,
  }
  return SAMPLES.map(([name, kind]) => ['-', `${kind}: “${fillWording(policy.wordings[name], fields, 2)}”`])
}
