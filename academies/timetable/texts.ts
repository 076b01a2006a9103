/** What families would read, filled in with made-up names, so that a school can judge the wordings as a parent would. */
import { fillWording } from '../../shared/domain/wording.ts'
import type { Policy, WordingName } from '../policy.ts'

const SAMPLES: Readonly<Record<WordingName, string>> = {
  unreported: 'Not in school',
  late: 'Late',
  correction: 'Correction',
  ladder: 'Still not heard',
  acknowledgement: 'Thanks for an answer',
  'unreported-ring-only': 'Not in school, to a contact who may only be asked to ring',
  'late-ring-only': 'Late, to such a contact',
  'correction-ring-only': 'Correction, to such a contact',
  'ladder-ring-only': 'Still not heard, to such a contact',
  'page-brake': 'To staff, when a batch is held',
  'page-safeguarding': 'To the safeguarding lead',
  'page-referral': 'To the Trust, with a referral',
  'page-late-sweep': 'To staff, when a step of the day came late',
}

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
  const names = Object.keys(SAMPLES) as WordingName[] // the keys of a record are its names
  return names.map((name) => ['-', `${SAMPLES[name]}: “${fillWording(policy.wordings[name], fields, 2)}”`])
}
