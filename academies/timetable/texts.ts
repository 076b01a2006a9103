/** What families would read, filled in with made-up names, so that a school can judge the wordings as a parent would. */
import { withPlainMarks } from '../../shared/domain/carried.ts'
import { EXAMPLE_TOKEN, pageAddress } from '../../shared/domain/family-page/address.ts'
import { countSegments } from '../../shared/domain/segments.ts'
import { fillWording } from '../../shared/domain/wording.ts'
import type { Policy, WordingName } from '../policy.ts'
import { counted } from './words.ts'

const SAMPLES: Readonly<Record<WordingName, string>> = {
  unreported: 'Not in school',
  late: 'Late',
  correction: 'Correction',
  ladder: 'Still not heard',
  warning: 'Warning about attendance',
  'meeting-invitation': 'Invitation to an ATTEND meeting',
  'meeting-reminder': 'Reminder of the meeting',
  'leave-granted': 'Leave granted',
  'leave-refused': 'Leave refused',
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

const NAMES = { plain: 'Amelia and Noah', accented: 'Siân and Zoë' } as const

/** In how many parts the carrier sends it, and in how many where a name has letters of the long alphabet. */
const sayParts = (policy: Policy, wording: string, fill: (names: string) => string): string => {
  const parts = (names: string): number => countSegments(policy.texts.provider, fill(names)).parts
  const plain = parts(NAMES.plain)
  const accented = parts(NAMES.accented)
  if (accented === plain || !wording.includes('{names}')) return counted(plain, 'part', 'parts')
  return `${counted(plain, 'part', 'parts')}, ${accented} with ${NAMES.accented}`
}

/** Each kind of text with its body, and in how many parts it is sent. */
export const sampleTexts = (policy: Policy): readonly (readonly [string, string])[] => {
  const fields = {
    school: policy.name,
    date: 'Monday 12 January',
    session: 'morning',
    time: '9:40am',
    place: 'the school office',
    from: 'Monday 2 March',
    until: 'Wednesday 4 March',
    daysMissed: '8, 7.5',
    since: 'Monday 1 September',
    phone: policy.phone,
    link: policy.console,
    page: pageAddress(policy, EXAMPLE_TOKEN),
  }
  const names = Object.keys(SAMPLES) as WordingName[] // the keys of a record are its names
  return names.map((name) => {
    const wording = policy.wordings[name]
    const fill = (who: string): string => withPlainMarks(fillWording(wording, { ...fields, names: who }, 2))
    return ['-', `${SAMPLES[name]} (${sayParts(policy, wording, fill)}): “${fill(NAMES.plain)}”`]
  })
}
