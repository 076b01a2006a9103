/** What an authority's form takes no referral without: asked before a referral is decided, so that none comes back. */
import type { FormNeed } from './form.ts'
import type { Referral, ReferredParent } from './referral.ts'

/** The parents for whom a notice is asked. */
export const askedParents = ({ parents }: Pick<Referral, 'parents'>): readonly ReferredParent[] =>
  parents.filter(({ asked }) => asked)

const everyParent = (referral: Referral, has: (parent: ReferredParent) => boolean): boolean =>
  askedParents(referral).every(has)

const wasSent = ({ sent, state }: Referral['letters'][number]): boolean =>
  sent !== undefined && sent !== null && state !== 'returned'

/** A withheld address is an answer: the authority asks the school. */
const HAS: Readonly<Record<FormNeed, (referral: Referral) => boolean>> = {
  upn: ({ pupil }) => pupil.upn !== null,
  sex: ({ pupil }) => pupil.sex !== null,
  ethnicity: ({ pupil }) => pupil.ethnicity !== null,
  'parent-address': (referral) =>
    everyParent(referral, ({ address, addressWithheld }) => address !== null || addressWithheld),
  'parent-phone': (referral) => everyParent(referral, ({ phone }) => phone !== null),
  'parent-language': (referral) => everyParent(referral, ({ language }) => language !== null),
  'letter-sent': ({ letters }) => letters.some(wasSent),
  'meeting-offered': ({ casework }) => casework.meetings.some(({ state }) => state !== 'cancelled'),
  'notice-to-improve': ({ improvement }) => improvement !== null && improvement.state === 'breached',
}

/** What the form takes no referral without, and is not known. */
export const missingFor = (referral: Referral): readonly FormNeed[] =>
  referral.form.needs.filter((need) => !HAS[need](referral))

const SAYS: Readonly<Record<FormNeed, string>> = {
  upn: 'the unique pupil number',
  sex: 'the sex of the child',
  ethnicity: 'the ethnicity of the child',
  'parent-address': 'the address of each parent for whom a notice is asked',
  'parent-phone': 'a telephone number of each parent for whom a notice is asked',
  'parent-language': 'the language of each parent for whom a notice is asked',
  'letter-sent': 'a letter about the absence that went and did not come back',
  'meeting-offered': 'a meeting that the family was asked to',
  'notice-to-improve': 'a notice to improve that was not kept',
}

/** The same as a list in a sentence. */
export const needsInWords = (needs: readonly FormNeed[]): string => needs.map((need) => SAYS[need]).join('; ')
