/** `npm run evidence -- register`: a class's register as it stood at a moment, for somebody who has no console at hand. */

import { envelopes } from '../shared/adapters/evidence/envelopes.ts'
import { keyring } from '../shared/adapters/evidence/keyring.ts'
import { evidenceShelf } from '../shared/adapters/evidence/shelf.ts'
import { stoodVersions } from '../shared/adapters/evidence/stood-versions.ts'
import type { Session } from '../shared/domain/codes.ts'
import { asItStood } from '../shared/domain/evidence/as-it-stood.ts'
import { readMoment } from '../shared/domain/evidence/moment.ts'
import type { Files } from '../shared/ports/files.ts'

export interface StoodAsked {
  readonly academy: string
  readonly date: string
  readonly session: Session
  readonly classId: string
  /** `10:30` of the school's clock, a date and time, or an instant with Z. */
  readonly at: string
  readonly zone: string
}

/** Lines for a terminal: pupils by key, since names stand in no evidence of a class. Throws on what is no moment. */
export const registerInWords = async (
  asked: StoodAsked,
  files: { readonly evidence: Files; readonly keys: Files },
): Promise<string> => {
  const moment = readMoment(asked.at, asked.date, asked.zone)
  if (!moment.ok) throw new Error(`${moment.refusal.why} ${moment.refusal.remedy}`)
  const shelf = evidenceShelf(files.evidence)
  const versions = await stoodVersions(asked.academy, asked, { shelf, envelopes: envelopes(keyring(files.keys)) })
  const stood = asItStood(versions, moment.value)
  const title = `${asked.academy} ${asked.classId}, ${asked.date} ${asked.session}, as it stood at ${moment.value}`
  if (stood.was === 'unknown') return `${title}: not known. Versions are kept since the school's evidence began.`
  if (stood.was === 'none-yet') return `${title}: nobody had begun it.`
  const { version, savedAt, savedBy, act, submitted, marks } = stood.version
  const codes = Object.entries(marks).map(([pupil, { code }]) => `  ${pupil} ${code}`)
  const state = submitted ? 'submitted' : 'not submitted'
  return [`${title}: version ${version}, ${state}, saved at ${savedAt} by ${savedBy} (${act}).`, ...codes].join('\n')
}
